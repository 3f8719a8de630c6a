// The text between two repairs: its blocks in order, the notes, and what has been lifted to the front matter. A repair
// takes the draft, changes it, and says each change; the list of these messages is the ledger.
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'
import type { Points } from './points.ts'
import { pointsOf } from './points.ts'
import type { Spelling } from './spelling.ts'
import type { Edit, Stretch } from './stretch.ts'
import { apply, placeAt } from './stretch.ts'

/** What a character is: prose that may be repaired, something never to be touched (code, an address), or markup. */
export type Kind = 0 | 1 | 2
export const MARKUP = 0
export const PROSE = 1
export const CLOSED = 2

/** A block of the text. `kept` blocks (lists, tables, code, HTML, rules) are written line by line as they stood. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'kept'
  /** Level of a heading, from 1; 0 for all else. */
  depth: number
  /** Paragraphs with the same number stand in one block quotation; 0 is the running text. */
  quote: number
  content: Stretch
  /** Page furniture or a pull quote stood before it: a page turned here. */
  turned?: true
}

/** A note: its label, the source offset of its marker, and its paragraphs (or one kept block, marker included). */
export interface Note {
  label: string
  /** The number by which the source calls it; others may have it too where each chapter counts anew. */
  number: string
  /** Which part of the text counts it, from 0. */
  chapter: number
  /** How many blocks of the running text stand before it. */
  after: number
  place: number
  /** Found by a marker; false for one that was a GFM note already. */
  found: boolean
  blocks: Block[]
}

/** A sentence set apart, and the block after which it stood. */
export interface PulledQuote {
  after: Block | undefined
  block: Block
}

/** What import found for the front matter, beside the pull quotes. */
export interface Found {
  title?: Block
  part?: string
  author?: Block
  titleNote?: string
  endMark?: string
}

/** The whole text while it is repaired. */
export interface Draft {
  file: VFile
  source: string
  /** For each source offset its `Kind`. */
  kinds: Uint8Array
  /** How the source was written in bytes. */
  spelling: Spelling
  /** The front matter as it stood, without its `---` lines, and the keys in it. */
  yaml: Stretch | undefined
  given: ReadonlyMap<string, unknown>
  blocks: Block[]
  notes: Note[]
  pullQuotes: PulledQuote[]
  found: Found
  /** BCP 47 tag. */
  language: string
  /** English words, when the language is English; else empty. */
  lexicon: ReadonlySet<string>
}

const NEAR = 24
const points = new WeakMap<Draft, Points>()

/** Whether the title stands in the front matter already: then pages and headings were seen to before. */
export function isManuscript({ given }: Draft): boolean {
  return given.has('title')
}

/** Every block whose text a repair may change, wherever it goes in the end. */
export function everyBlock(draft: Draft): Block[] {
  const { title, author } = draft.found
  const apart = [title, author, ...draft.pullQuotes.map((d) => d.block)]
  return [
    ...draft.blocks,
    ...apart.filter((d) => d !== undefined),
    ...draft.notes.flatMap((d) => d.blocks)
  ]
}

/** What the source makes of the character at an index of a stretch. */
export function kindAt(draft: Draft, stretch: Stretch, at: number): number {
  return draft.kinds[stretch.places[at] ?? -1] ?? MARKUP
}

/** Change a block's text, and say each change with the word in which it stands. */
export function edit(draft: Draft, block: Block, edits: readonly Edit[], rule: string): void {
  const { text } = block.content
  for (const { at, cut, put } of edits) {
    const before = /\S*$/u.exec(text.slice(Math.max(0, at - NEAR), at))?.[0] ?? ''
    const after = /^\S*/u.exec(text.slice(at + cut, at + cut + NEAR))?.[0] ?? ''
    const actual = before + text.slice(at, at + cut) + after
    tell(draft, placeAt(block.content, at), rule, actual, before + put + after)
  }
  if (edits.length > 0) block.content = apply(block.content, edits)
}

/** Record a change: what stood in the source, what stands there now, and why, where the rule does not say it all. */
export function tell(
  draft: Draft,
  place: number,
  rule: string,
  actual: string,
  expected: string,
  why?: string
): void {
  const reason = `Unexpected \`${actual}\`, expected \`${expected}\``
  const message = draft.file.info(reason, {
    place: pointAt(draft, place),
    ruleId: rule,
    source: 'press'
  })
  message.actual = actual
  message.expected = [expected]
  if (why !== undefined) message.note = why
}

/** Ask the editor: something may be wrong, and nothing was changed. */
export function ask(draft: Draft, place: number, rule: string, reason: string): void {
  queryAt(draft.file, pointAt(draft, place), rule, reason)
}

/** Line and column of a source offset. */
export function pointAt(draft: Draft, offset: number): Point {
  const known = points.get(draft) ?? pointsOf(draft.source)
  points.set(draft, known)
  return known.at(offset)
}
