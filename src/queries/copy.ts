// A manuscript as an editor reads it: passages of running text, without marks, code and raw HTML, each with the way back
// to the file. Note calls stand beside the text, so that `harbour[^4]. So` reads `harbour. So`.
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Dictionary } from './dictionary.ts'
import { placeLetters } from './place-letters.ts'

/** What an editor asks about a place. */
export interface Query {
  /** The name of the file in `queries/` that asks. */
  rule: string
  /** Offset in the manuscript of the first letter meant. */
  from: number
  /** Offset in the manuscript behind the last letter meant. */
  to: number
  /** What is there and what was expected. */
  reason: string
  /** How sure the editor is that something is wrong, 0 to 1. */
  weight: number
}

/** A note call. */
export interface Call {
  label: string
  /** Offset in the passage's text that it stands before. */
  at: number
}

/** A word of a passage. */
export interface Word {
  /** As written. */
  text: string
  /** In lower case, with a curly apostrophe. */
  lower: string
  at: number
  /** Something else than a word of the same sentence stands before it. */
  first: boolean
}

/** A paragraph, heading or table cell. */
export interface Passage {
  kind: 'paragraph' | 'heading' | 'tableCell'
  /** The label of the note that it belongs to. */
  note: string | undefined
  /** It is one of several paragraphs of a block quotation. */
  quoted: boolean
  /** Its text, the ends of lines as spaces; code, a picture or raw HTML is one U+FFFC. */
  text: string
  calls: readonly Call[]
  /** Stretches in italics: start and end in the text. */
  italics: readonly (readonly [number, number])[]
  words: readonly Word[]
  /** Offset in the manuscript of the letter at an offset of the text. */
  placeOf: (at: number) => number
}

/** The whole text as the questions see it. */
export interface Copy {
  passages: readonly Passage[]
  english: boolean
  /** Empty where the language is not English. */
  dictionary: Dictionary
  /** How often each form of a word is written. */
  counts: ReadonlyMap<string, number>
  /** How many words there are. */
  size: number
}

/** No word is longer; what is, is noise, and some questions take the square of a word's length. */
const LONGEST = 60
const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu
const BEGINS = /^$|[.!?:;…“‘(\n[–—\uFFFC]/u
const ATOMS: ReadonlySet<Nodes['type']> = new Set(['inlineCode', 'image', 'imageReference', 'html'])

/** The copy of a manuscript. */
export function copyOf(source: string, tree: Root, language: string, dictionary: Dictionary): Copy {
  const passages = [...passagesOf(source, tree, undefined, false)]
  const counts = new Map<string, number>()
  let size = 0
  for (const { words } of passages)
    for (const { text } of words) {
      counts.set(text, (counts.get(text) ?? 0) + 1)
      size += 1
    }
  const english = /^en\b/iu.test(language)
  return { passages, english, dictionary, counts, size }
}

function* passagesOf(
  source: string,
  node: Nodes,
  note: string | undefined,
  quoted: boolean
): Generator<Passage> {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    yield passageOf(source, node, note, quoted)
  else if ('children' in node) {
    const label = node.type === 'footnoteDefinition' ? labelOf(node) : note
    const inside = quoted || (node.type === 'blockquote' && node.children.length > 1)
    for (const child of node.children) yield* passagesOf(source, child, label, inside)
  }
}

function labelOf({ label, identifier }: Pick<FootnoteDefinition, 'label' | 'identifier'>): string {
  return label ?? identifier
}

function passageOf(
  source: string,
  block: Nodes & { type: Passage['kind'] },
  note: string | undefined,
  quoted: boolean
): Passage {
  const places: number[] = []
  const calls: Call[] = []
  const italics: (readonly [number, number])[] = []
  const parts: string[] = []
  const gather = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0
    const at = places.length
    if (node.type === 'text') {
      placeLetters(source, node, places)
      parts.push(node.value.replaceAll('\n', ' '))
    } else if (node.type === 'footnoteReference') calls.push({ label: labelOf(node), at })
    else if (node.type === 'break' || ATOMS.has(node.type)) {
      if (node.type === 'html' && node.value.startsWith('<!--')) return
      parts.push(node.type === 'break' ? '\n' : '\uFFFC')
      places.push(start)
    } else if ('children' in node) node.children.forEach(gather)
    if (node.type === 'emphasis') italics.push([at, places.length])
  }
  gather(block)
  const text = parts.join('')
  const end = (places.at(-1) ?? block.position?.start.offset ?? 0) + 1
  const placeOf = (at: number): number => places[at] ?? end
  return { kind: block.type, note, quoted, text, calls, italics, words: wordsOf(text), placeOf }
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const gap = text.slice(end, index)
    const first = gap !== ' ' && BEGINS.test(gap) && (gap !== '' || index === 0)
    if (word.length <= LONGEST)
      words.push({ text: word, lower: word.toLowerCase().replace("'", '’'), at: index, first })
    end = index + word.length
  }
  return words
}

/** A query about a stretch of a passage. */
export function asked(
  rule: string,
  passage: Passage,
  from: number,
  to: number,
  reason: string,
  weight: number
): Query {
  const last = passage.placeOf(Math.max(from, to - 1)) + 1
  return { rule, from: passage.placeOf(from), to: last, reason, weight }
}

/** Whether the letter at an offset is in italics. */
export function italicAt({ italics }: Passage, at: number): boolean {
  return italics.some(([from, to]) => from <= at && at < to)
}
