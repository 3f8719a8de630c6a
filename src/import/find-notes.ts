// Takes the notes out of the running text: each paragraph that begins with a marker opens a note, and the paragraphs that
// follow it without one are its second and third, as in `<sup>27</sup>Nowhere can …` followed by `This was not the end …`.
// A paragraph that calls a note is running text, for notes seldom call notes.
import type { Block, Draft, Note } from './draft.ts'
import { tell } from './draft.ts'
import { placeAt, slice, trimmed } from './stretch.ts'

const RULE = 'find-notes'
const SUPERSCRIPT =
  /^(?:<sup\b[^<>]{0,99}>)(?:<a\b[^<>]{0,199}>)?\s*\[?(\d{1,4})\]?[.)]?\s*(?:<\/a>)?\s*<\/sup>\s*/iu
const BRACKET = /^\\?\[(\d{1,4})\\?\][.:]?\s+/u
const RAISED = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*/u
const CALL = /<sup\b[^<>]{0,99}>(?:<a\b[^<>]{0,199}>)?\s*\[?\d{1,4}/iu
const MOST_LOOSE = 3

/** What opens a note, and its number. */
interface Marker {
  label: string
  length: number
}

/** Take the notes out of the running text. */
export function findNotes(draft: Draft): void {
  const markers = chooseMarkers(draft)
  if (markers.size === 0) return
  const blocks: Block[] = []
  let note: Note | undefined
  for (const [i, block] of draft.blocks.entries()) {
    const marker = markers.get(i)
    if (marker) {
      note = open(draft, block, marker)
      draft.notes.push(note)
    } else if (note && goesOn(draft, i, markers)) {
      note.blocks.push(block)
    } else {
      note = undefined
      blocks.push(block)
    }
  }
  for (const d of draft.notes) d.blocks = d.blocks.filter((b) => b.content.text.trim() !== '')
  draft.blocks = blocks
}

function open(draft: Draft, block: Block, marker: Marker): Note {
  const { content } = block
  const place = placeAt(content, 0)
  tell(draft, place, RULE, content.text.slice(0, marker.length).trim(), `[^${marker.label}]:`)
  const rest = trimmed(slice(content, marker.length))
  return { label: marker.label, place, found: true, blocks: [{ ...block, content: rest }] }
}

/** Superscript markers are sure; bracketed and raised ones only when they count up from the first as notes do. */
function chooseMarkers(draft: Draft): ReadonlyMap<number, Marker> {
  const sure = markersOf(draft, SUPERSCRIPT)
  if (sure.size > 0) return sure
  for (const pattern of [BRACKET, RAISED]) {
    const found = markersOf(draft, pattern)
    const labels = [...found.values()].map((d) => Number(d.label))
    const counts = labels.every((d, i) => i === 0 || d === (labels[i - 1] ?? 0) + 1)
    if (labels[0] === 1 && counts && atEnd(draft, [...found.keys()])) return found
  }
  return new Map()
}

function markersOf(draft: Draft, pattern: RegExp): Map<number, Marker> {
  const found = new Map<number, Marker>()
  for (const [i, block] of draft.blocks.entries()) {
    if (block.kind !== 'paragraph' || block.quote > 0) continue
    const match = pattern.exec(block.content.text)
    const label = plainDigits(match?.[1] ?? '').replace(/^0+(?=\d)/u, '')
    if (match && label !== '') found.set(i, { label, length: match[0].length })
  }
  return found
}

/** The digits of a superscript number, on the line. */
export function plainDigits(digits: string): string {
  return digits.normalize('NFKC')
}

/** Nothing but paragraphs stands among and after the markers, and no more of them than notes might have. */
function atEnd(draft: Draft, places: readonly number[]): boolean {
  const after = draft.blocks.slice(places[0] ?? 0)
  return after.every((d) => d.kind === 'paragraph') && after.length <= places.length * 4
}

/** Whether a paragraph without a marker belongs to the note above it. */
function goesOn(draft: Draft, index: number, markers: ReadonlyMap<number, Marker>): boolean {
  const block = draft.blocks[index]
  if (block?.kind !== 'paragraph' || CALL.test(block.content.text)) return false
  const next = nextOther(draft, index, markers)
  if (markers.has(next)) return true
  if (next >= draft.blocks.length) return true
  return draft.blocks[next]?.kind === 'heading' && next - index < MOST_LOOSE && markers.size > 1
}

const ends = new WeakMap<ReadonlyMap<number, Marker>, Int32Array>()

/** The next block that is a marker, no paragraph, or one that calls notes. */
function nextOther(draft: Draft, index: number, markers: ReadonlyMap<number, Marker>): number {
  const known = ends.get(markers)
  if (known) return known[index] ?? draft.blocks.length
  const stops = new Int32Array(draft.blocks.length)
  let stop = draft.blocks.length
  for (let i = draft.blocks.length - 1; i >= 0; i--) {
    const block = draft.blocks[i]
    if (block?.kind !== 'paragraph' || markers.has(i) || CALL.test(block.content.text)) stop = i
    stops[i] = stop
  }
  ends.set(markers, stops)
  return stops[index] ?? draft.blocks.length
}
