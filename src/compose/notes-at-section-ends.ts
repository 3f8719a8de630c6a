// For the EPUB: a call becomes a link with nothing but its number inside, and its note goes to the end of the section that
// calls it first. Kobo wants a note after its call and Apple Books takes an `<aside>` off the page, so a note is a `<div>`;
// Kindle keeps notes apart only when each begins with its number as the way back.
// https://www.w3.org/TR/dpub-aria-1.0/#doc-footnote
import type { Element } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Note } from './book.ts'
import { element } from './element.ts'

/**
 * Link every call, and put every note into the first section that calls it.
 *
 * @param heading what stands above the notes of a section: `Notes`
 */
export function notesAtSectionEnds(
  sections: readonly Element[],
  notes: readonly Note[],
  heading: string
): void {
  const placed = new Set<Note>()
  for (const section of sections) {
    const called = new Set(linkCalls(section))
    const here = notes.filter((d) => called.has(d.number) && !placed.has(d))
    for (const note of here) placed.add(note)
    if (here.length > 0) section.children.push(area(here, heading))
  }
  // Compose refuses a note that nothing calls; were one left here, its words would be lost.
  const lost = notes.find((d) => !placed.has(d))
  if (lost) throw new Error(`note ${lost.number} has no call in any section`)
}

/** Make links of the calls; their numbers, in order. */
function linkCalls(section: Element): number[] {
  const numbers: number[] = []
  visit(section, 'element', (node, index, parent) => {
    if (node.tagName !== 'note-call' || !parent || index === undefined) return undefined
    const number = Number(node.properties.number)
    parent.children[index] = call(number, Number(node.properties.nth))
    numbers.push(number)
    return [SKIP, index + 1]
  })
  return numbers
}

function call(number: number, nth: number): Element {
  const properties = {
    'epub:type': 'noteref',
    role: 'doc-noteref',
    href: `#note-${number}`,
    id: nth === 1 ? `call-${number}` : `call-${number}-${nth}`,
    className: ['call']
  }
  return element('a', properties, `${number}`)
}

function area(notes: readonly Note[], heading: string): Element {
  return element(
    'section',
    { 'epub:type': 'footnotes', className: ['notes'], ariaLabelledBy: ['notes'] },
    element('h2', { id: 'notes' }, heading),
    ...notes.map(placedNote)
  )
}

function placedNote(note: Note): Element {
  const back = element(
    'a',
    { role: 'doc-backlink', href: `#call-${note.number}`, className: ['marker'] },
    `${note.number}.`
  )
  const [first, ...rest] = note.children.filter((d) => d.type !== 'text' || d.value.trim())
  const opens = first?.type === 'element' && first.tagName === 'p'
  const opening = opens
    ? { ...first, children: [back, { type: 'text' as const, value: ' ' }, ...first.children] }
    : element('p', {}, back)
  const others = opens || !first ? rest : [first, ...rest]
  const made = element(
    'div',
    {
      'epub:type': 'footnote',
      role: 'doc-footnote',
      id: `note-${note.number}`,
      className: ['note']
    },
    opening,
    ...others
  )
  return { ...made, data: { line: note.line } }
}
