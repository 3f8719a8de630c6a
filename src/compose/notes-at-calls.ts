// For print: each note goes to its first call, as the `float: footnote` of CSS GCPM wants it, and the page builder moves
// it to the foot of the page. A call stands in the middle of a line, where HTML allows no block, so that the blocks of a
// note become spans which the style sheet sets as blocks.
//
//     word<note-call number=7>   →   word<span class="note" data-ref="7"><a class="marker">7</a> Text of the note.</span>
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Note } from './book.ts'
import { element } from './element.ts'

const BLOCK = /^(p|div|blockquote|ul|ol|li|dl|dt|dd|pre|figure|figcaption|hr|h[1-6])$/u
const TABLE = /^(table|caption|thead|tbody|tfoot|tr|td|th)$/u

/** Put every note at its first call; a later call becomes a link to it. */
export function notesAtCalls(tree: Root, notes: readonly Note[]): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'note-call' || !parent || index === undefined) return undefined
    const number = Number(node.properties.number)
    const note = notes[number - 1]
    if (!note) return undefined
    parent.children[index] = Number(node.properties.nth) === 1 ? placed(note) : again(number)
    return [SKIP, index + 1]
  })
}

function placed(note: Note): Element {
  const marker = element(
    'a',
    { className: ['marker'], href: `#call-${note.number}` },
    `${note.number}`
  )
  const blocks = structuredClone(note.children).filter((d) => d.type !== 'text' || d.value.trim())
  const [first, ...rest] = blocks.map(toSpan)
  const opening =
    first?.type === 'element'
      ? { ...first, children: [marker, space(), ...first.children] }
      : marker
  const properties = { className: ['note'], dataRef: `${note.number}`, dataLine: note.line }
  return element('span', properties, opening, ...rest)
}

function again(number: number): Element {
  return element('a', { className: ['call-again'], href: `#note-${number}` }, `${number}`)
}

function space(): ElementContent {
  return { type: 'text', value: ' ' }
}

/** Blocks as spans of a class that says which block they were. */
function toSpan(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.map(toSpan)
  if (!BLOCK.test(node.tagName) && !TABLE.test(node.tagName)) return { ...node, children }
  return element('span', { ...node.properties, className: [`note-${node.tagName}`] }, ...children)
}
