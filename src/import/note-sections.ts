// Where notes are gathered under a heading of their own: `## Notes`, `**Endnotes**`, `NOTES`. The blocks from there to the next
// heading are its section. A list in it is read as notes, a line a note: `7. The Times, 4 May 1887.`
import type { Block, Draft } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import { namesNotes } from './note-names.ts'
import { LISTED_MARKERS, OTHER_MARKERS, plainNumber, SUPERSCRIPT_MARKER } from './note-styles.ts'
import type { Stretch } from './stretch.ts'
import { concat, slice } from './stretch.ts'

const LONGEST = 40
const BEHIND =
  /^(?:appendix(?: [a-z\d]+)?|bibliography|index|glossary|further reading|about the authors?|acknowledge?ments)[.:]?$/iu
/** Enough where the numbers before and after it count on. */
const COUNTED = /^(\d{1,5})\s+(?=\S)/u
const INDENT = /^[ \t]+/u
const MARKERS = [SUPERSCRIPT_MARKER, ...OTHER_MARKERS, ...LISTED_MARKERS]

/** A section of notes: the index of its heading, and the index after its last block. */
export interface NoteSection {
  heading: number
  end: number
}

/** The sections of notes in a text, in order; `opens` tells whether a block is a note. */
export function noteSections(
  draft: Draft,
  opens: (block: Block | undefined) => boolean = opensNote
): NoteSection[] {
  const sections: NoteSection[] = []
  let end = draft.blocks.length
  for (let i = draft.blocks.length - 1; i >= 0; i--) {
    const block = draft.blocks[i]
    if (block === undefined || block.kind === 'kept') continue
    const names = namesNotes(textOf(block))
    if (names && end > i + 1 && opens(draft.blocks[i + 1])) sections.push({ heading: i, end })
    if (names || opensSection(block)) end = i
  }
  return sections.toReversed()
}

/** Give each note of a section a block of its own. */
export function divideSection(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.quote > 0 || block.kind === 'heading' ? [block] : divide(block)
  )
}

/** Divide a block at the lines that open the next note. */
export function divide(block: Block): Block[] {
  const { content } = block
  const parts: Stretch[] = []
  let [from, number] = [0, markerNumber(content.text)]
  let at = 0
  for (const line of content.text.split('\n')) {
    const next = at > from ? markerNumber(line) : undefined
    if (next !== undefined && number !== undefined && next === number + 1) {
      parts.push(slice(content, from, at - 1))
      from = at
      number = next
    }
    at += line.length + 1
  }
  const listed = block.kind === 'kept' && isListed(content.text)
  if (number === undefined || (parts.length === 0 && !listed)) return [block]
  const all = [...parts, slice(content, from)]
  return all.flatMap((d) => paragraphs(block, d))
}

/** The paragraphs of a note that was an item of a list; later ones are indented. */
function paragraphs(block: Block, content: Stretch): Block[] {
  if (block.kind !== 'kept') return [{ ...block, content }]
  const parts: Stretch[] = []
  let at = 0
  let open = false
  for (const line of content.text.split('\n')) {
    const indent = INDENT.exec(line)?.[0].length ?? 0
    const piece = slice(content, at + indent, at + line.length + 1)
    const last = parts.at(-1)
    if (line.trim() === '') open = false
    else if (open && last) parts[parts.length - 1] = concat([last, piece])
    else parts.push(piece)
    if (line.trim() !== '') open = true
    at += line.length + 1
  }
  return parts.map((d) => ({ kind: 'paragraph', depth: 0, quote: 0, content: d }))
}

/** A heading, or a line that names what follows the notes. */
function opensSection(block: Block): boolean {
  return block.kind === 'heading' || BEHIND.test(textOf(block).trim())
}

function textOf(block: Block): string {
  return (emphasisedWhole(block) ?? block.content).text
}

function opensNote(block: Block | undefined): boolean {
  return block !== undefined && markerNumber(block.content.text) !== undefined
}

function isListed(text: string): boolean {
  return LISTED_MARKERS.some((d) => d.test(text.trimStart()))
}

/** The number of the note that a line opens. */
function markerNumber(line: string): number | undefined {
  const head = line.slice(0, LONGEST * 10).trimStart()
  for (const pattern of MARKERS) {
    const [, digits] = pattern.exec(head) ?? []
    if (digits !== undefined) return Number(plainNumber(digits))
  }
  const [, counted] = COUNTED.exec(head) ?? []
  return counted === undefined ? undefined : Number(counted)
}
