// Takes the notes out of the running text: each paragraph that begins with a marker opens a note, and the paragraphs that
// follow it without one are its second and third, as in `<sup>27</sup>Nowhere can …` followed by `This was not the end …`.
// A paragraph that calls a note is running text, for notes seldom call notes.
import type { Block, Draft, Note } from './draft.ts'
import { tell } from './draft.ts'
import { divide, divideSection, noteSections } from './note-sections.ts'
import {
  LISTED_MARKERS,
  OTHER_CALLS,
  OTHER_MARKERS,
  plainNumber,
  SUPERSCRIPT_CALL,
  SUPERSCRIPT_MARKER
} from './note-styles.ts'
import { placeAt, slice, trimmed } from './stretch.ts'

const RULE = 'find-notes'
const CALL_PATTERNS = [SUPERSCRIPT_CALL, ...OTHER_CALLS]
const CALLS = CALL_PATTERNS.slice(0, 3)
const UNFINISHED = /(?:[\p{L},;\u00AD-]|(?<![.!?…:]["'”’)]?\d{0,2})\d)$/u
const COUNTED = /^\\?[[(]?(\d{1,5}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\\?[\])]?[.:]?\s+/u
const MOST_LOOSE = 3
const LINE = 60
const FEWEST_KNOWN = 0.8

/** What opens a note, and its number. */
interface Marker {
  number: string
  length: number
}

type Markers = ReadonlyMap<number, Marker>

/** Take the notes out of the running text. */
export function findNotes(draft: Draft): void {
  const sections = takeSections(draft)
  draft.blocks = draft.blocks.flatMap((d) =>
    d.kind === 'paragraph' && d.quote === 0 ? divide(d) : [d]
  )
  const markers = new Map([...chooseMarkers(draft), ...sectionMarkers(draft, sections)])
  if (markers.size === 0) return
  const ends = nextOthers(draft, markers, sections)
  const blocks: Block[] = []
  const labels = chapterLabels()
  let note: Note | undefined
  for (const [i, block] of draft.blocks.entries()) {
    const marker = markers.get(i)
    if (marker) {
      note = open(draft, block, marker, labels(marker.number, blocks.length))
      draft.notes.push(note)
    } else if (note && goesOn(draft, i, markers, ends, sections) && !closes(blocks.at(-1), block)) {
      note.blocks.push(block)
    } else {
      note = undefined
      blocks.push(block)
    }
  }
  for (const d of draft.notes) d.blocks = d.blocks.filter((b) => b.content.text.trim() !== '')
  draft.blocks = blocks
}

/** The blocks that stand in sections of notes, each note a block; the headings go, for nothing stays under them. */
function takeSections(draft: Draft): ReadonlySet<Block> {
  const inside = new Set<Block>()
  const blocks: Block[] = []
  const called = firstCall(draft)
  let done = 0
  for (const { heading, end } of noteSections(draft)) {
    const title = draft.blocks[heading]
    // What stands under such a heading are notes where something before it may call them.
    if (!title || called < 0 || called >= heading) continue
    tell(draft, placeAt(title.content, 0), RULE, title.content.text, '')
    const notes = divideSection(draft.blocks.slice(heading + 1, end))
    for (const d of notes) inside.add(d)
    for (const d of draft.blocks.slice(done, heading)) blocks.push(d)
    for (const d of notes) blocks.push(d)
    done = end
  }
  draft.blocks = [...blocks, ...draft.blocks.slice(done)]
  return inside
}

/** The first block that calls a note. */
function firstCall(draft: Draft): number {
  return draft.blocks.findIndex(({ content }) =>
    CALL_PATTERNS.some((d) => content.text.search(d) >= 0)
  )
}

function open(draft: Draft, block: Block, marker: Marker, labels: Labels): Note {
  const { content } = block
  const place = placeAt(content, 0)
  const { label } = labels
  tell(draft, place, RULE, content.text.slice(0, marker.length).trim(), `[^${label}]:`)
  const rest = trimmed(slice(content, marker.length))
  const blocks = [{ ...block, content: rest }]
  return { ...labels, number: marker.number, place, found: true, blocks }
}

type Labels = Pick<Note, 'label' | 'chapter' | 'after'>

/**
 * Labels for the numbers of notes. Where a number comes again with running text between, a chapter or a page counts anew;
 * its notes are counted on.
 */
function chapterLabels(): (number: string, after: number) => Labels {
  let [chapter, offset, highest, last] = [0, 0, 0, 0]
  let used = new Set<string>()
  return (number, after) => {
    if (used.has(number) && after > last) {
      chapter++
      offset = highest
      used = new Set()
    }
    used.add(number)
    last = after
    const label = Number(number) + offset
    highest = Math.max(highest, label)
    return { label: String(label), chapter, after }
  }
}

/** Superscript markers are sure; others only when they count as notes do. */
function chooseMarkers(draft: Draft): Markers {
  const sure = markersOf(draft, SUPERSCRIPT_MARKER)
  if (sure.size > 0) return sure
  for (const pattern of OTHER_MARKERS) {
    const found = markersOf(draft, pattern)
    if (found.size > 0 && countAsNotes(found) && areCalled(draft, found)) return found
  }
  return new Map()
}

/** In a section of notes a number at the head of a line is enough. */
function sectionMarkers(draft: Draft, sections: ReadonlySet<Block>): Markers {
  if (sections.size === 0) return new Map()
  const within = (found: Markers) =>
    new Map([...found].filter(([i]) => sections.has(draft.blocks[i] ?? NOWHERE)))
  const all = [SUPERSCRIPT_MARKER, ...OTHER_MARKERS, ...LISTED_MARKERS].map((d) =>
    within(markersOf(draft, d))
  )
  return countedOn(
    draft,
    sections,
    all.reduce((best, d) => (d.size > best.size ? d : best))
  )
}

/** A block between two notes that begins with the number between theirs is a note too: `20 12 May 1803`. */
function countedOn(draft: Draft, sections: ReadonlySet<Block>, markers: Markers): Markers {
  const all = new Map(markers)
  let last = 0
  for (const [i, block] of draft.blocks.entries()) {
    if (!sections.has(block) || block.kind !== 'paragraph') continue
    const known = markers.get(i)
    const [whole = '', digits = ''] = COUNTED.exec(block.content.text) ?? []
    const number = plainNumber(digits)
    if (!known && last > 0 && Number(number) === last + 1)
      all.set(i, { number, length: whole.length })
    last = Number((all.get(i) ?? { number: last }).number)
  }
  return new Map([...all].toSorted(([a], [b]) => a - b))
}

const NOWHERE: Block = {
  kind: 'kept',
  depth: 0,
  quote: 0,
  content: { text: '', places: new Int32Array() }
}

function markersOf(draft: Draft, pattern: RegExp): Map<number, Marker> {
  const found = new Map<number, Marker>()
  for (const [i, block] of draft.blocks.entries()) {
    if (block.kind !== 'paragraph' || block.quote > 0) continue
    const match = pattern.exec(block.content.text)
    if (match) found.set(i, { number: plainNumber(match[1] ?? ''), length: match[0].length })
  }
  return found
}

/** The numbers are 1, 2, 3 …, in whatever order, and few are missing. */
function countAsNotes(found: Markers): boolean {
  const numbers = new Set([...found.values()].map((d) => Number(d.number)))
  return numbers.has(1) && numbers.size >= Math.max(...numbers) * FEWEST_KNOWN
}

/** Half of the numbers stand as calls in the text that is not theirs. */
function areCalled(draft: Draft, found: Markers): boolean {
  const numbers = new Set([...found.values()].map((d) => d.number))
  const called = new Set<string>()
  for (const [i, { content }] of draft.blocks.entries()) {
    const text = content.text.slice(found.get(i)?.length ?? 0)
    for (const pattern of CALL_PATTERNS)
      for (const match of text.matchAll(pattern))
        for (const d of (match[1] ?? '').split(',')) called.add(plainNumber(d.trim()))
  }
  return [...numbers].filter((d) => called.has(d)).length * 2 >= numbers.size
}

/** Whether a paragraph without a marker belongs to the note above it. */
function goesOn(
  draft: Draft,
  index: number,
  markers: Markers,
  ends: Int32Array,
  sections: ReadonlySet<Block>
): boolean {
  const block = draft.blocks[index]
  if (block && sections.has(block)) return block.kind === 'paragraph'
  if (block?.kind !== 'paragraph' || callsNote(block)) return false
  const next = ends[index] ?? draft.blocks.length
  if (markers.has(next) || next >= draft.blocks.length) return true
  return draft.blocks[next]?.kind === 'heading' && next - index < MOST_LOOSE && markers.size > 1
}

/** Whether a paragraph ends the sentence in which the page, with its notes at the foot, was turned. */
function closes(before: Block | undefined, block: Block): boolean {
  if (before?.kind !== 'paragraph') return false
  const text = before.content.text.trimEnd()
  const unfinished = text.length > LINE && UNFINISHED.test(text.slice(-LINE))
  return unfinished && /^\p{Ll}/u.test(block.content.text)
}

function callsNote({ content }: Block): boolean {
  return CALLS.some((d) => content.text.search(d) >= 0)
}

/** For each block the next that is a marker, no paragraph, in a section of notes, or that calls notes. */
function nextOthers(draft: Draft, markers: Markers, sections: ReadonlySet<Block>): Int32Array {
  const stops = new Int32Array(draft.blocks.length)
  let stop = draft.blocks.length
  for (let i = draft.blocks.length - 1; i >= 0; i--) {
    const block = draft.blocks[i]
    const other = block?.kind !== 'paragraph' || sections.has(block) || callsNote(block)
    if (other || markers.has(i)) stop = i
    stops[i] = stop
  }
  return stops
}
