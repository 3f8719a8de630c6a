// For the EPUB alone: what the words *ibid* or *op. cit.* of a note stand for, in brackets beside them, since a pop-up shows
// no other note. Before a note that opens with them, so that it opens with its source; behind them in a sentence.
//
//     *ibid* p90.  →  [I Deutscher *The prophet unarmed*] *ibid* p90.      Orme, *op. cit.*  →  Orme, *op. cit.* [B. Orme, *Sands*]
import type { PhrasingContent } from 'mdast'
import type { Element, ElementContent, Text } from 'hast'
import type { Source } from '../sources.ts'
import type { Note } from './book.ts'
import { element } from './element.ts'

/** A text of the note and what holds it. */
interface Place {
  parent: Element
  text: Text
  /** Where it begins in the text of the note. */
  start: number
}

const TAGS = { emphasis: 'em', strong: 'strong', inlineCode: 'code' } as const
const SOURCE = 'source'

/** The note with its sources set; the note that was given stays as it is. */
export function setSources(note: Note): Note {
  const sources = note.sources?.filter((d) => d.content.length > 0) ?? []
  if (sources.length === 0) return note
  const root = element('div', {}, ...structuredClone([...note.children]))
  for (const source of sources) setOne(root, source)
  return { ...note, children: root.children }
}

function setOne(root: Element, source: Source): void {
  const { words, nth, opens, content } = source
  // The space is the source's own, so that the note's words stay as they are: `*op. cit.* […], p. 5`.
  const [before, behind] = opens ? ['[', '] '] : [' [', ']']
  const children = [before, ...content.flatMap(inline), behind]
  const made = element('span', { className: [SOURCE] }, ...children)
  const places = [...textsIn(root)]
  const text = places.map((d) => d.text.value).join('')
  const from = words === '' ? -1 : nthIndex(text.replaceAll('\n', ' '), words, nth)
  if (from === -1) atTheEnd(root, made)
  else putAt(root, places, opens ? from : from + words.length, opens, made)
}

/** Texts in order; code is no prose, and a source that is set already has no part in it. */
function* textsIn(parent: Element, start = { at: 0 }): Generator<Place> {
  for (const child of parent.children) {
    if (child.type === 'text') {
      yield { parent, text: child, start: start.at }
      start.at += child.value.length
    } else if (child.type === 'element' && !isApart(child)) yield* textsIn(child, start)
  }
}

function isApart({ tagName, properties }: Element): boolean {
  const { className } = properties
  return tagName === 'code' || (Array.isArray(className) && className.includes(SOURCE))
}

function nthIndex(text: string, words: string, nth: number): number {
  let at = text.indexOf(words)
  for (let i = 0; i < nth && at !== -1; i += 1) at = text.indexOf(words, at + words.length)
  return at
}

/** Divide the text there; at the edge of an emphasis the source stands outside of it. */
function putAt(
  root: Element,
  places: readonly Place[],
  at: number,
  before: boolean,
  made: Element
): void {
  const inside = (d: Place): boolean =>
    before
      ? at < d.start + d.text.value.length
      : d.start < at && at <= d.start + d.text.value.length
  const place = places.find(inside)
  if (!place) return
  const { text, start } = place
  const [head, tail] = [text.value.slice(0, at - start), text.value.slice(at - start)]
  let { parent } = place
  let node: ElementContent = text
  if ((before ? head : tail) === '')
    while (isInline(parent) && (before ? parent.children[0] : parent.children.at(-1)) === node) {
      node = parent
      parent = parentOf(root, node) ?? root
    }
  const index = parent.children.indexOf(node)
  if (node !== text || head === '' || tail === '')
    parent.children.splice(before ? index : index + 1, 0, made)
  else
    parent.children.splice(index, 1, { type: 'text', value: head }, made, {
      type: 'text',
      value: tail
    })
}

function isInline({ tagName }: Element): boolean {
  return /^(?:em|i|strong|b|cite|small|span|u|a|q)$/u.test(tagName)
}

function parentOf(root: Element, node: ElementContent): Element | undefined {
  if (root.children.includes(node)) return root
  for (const child of root.children) {
    const found = child.type === 'element' ? parentOf(child, node) : undefined
    if (found) return found
  }
  return undefined
}

/** Behind the first paragraph's words, where no words of the note stand for the source. */
function atTheEnd(root: Element, made: Element): void {
  const paragraph = root.children.find((d) => d.type === 'element' && d.tagName === 'p')
  if (paragraph?.type === 'element') paragraph.children.push(made)
  else root.children.push(element('p', {}, made))
}

function inline(node: PhrasingContent): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.type === 'inlineCode') return [element(TAGS.inlineCode, {}, node.value)]
  if (node.type === 'emphasis' || node.type === 'strong')
    return [element(TAGS[node.type], {}, ...node.children.flatMap(inline))]
  return []
}
