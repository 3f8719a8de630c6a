// The ends of pages that were found before, kept by the blocks they were found in. An end depends on nothing but the
// blocks that were looked at, their notes and the frame; where all of these are the same objects, wherever they now
// stand in the text, the ends are the same. So only the pages around a correction are filled again, and the result is
// that of a full run.
import type { Block, Frame, NoteBlock } from './block.ts'
import type { PageStart } from './fill-page.ts'
import { fillPage, notesAt } from './fill-page.ts'
import type { Galley, GalleyBlock, GalleyMemory, GalleyNote } from './galley.ts'

/** An end of a page, counted from where the page begins. */
export interface KnownEnd {
  cost: number
  lineShort: boolean
  last: boolean
  /** Blocks and notes further on. */
  blocks: number
  setting: number
  line: number
  notes: number
  noteSetting: number
  noteLine: number
}

/** Ends of a page, and what they were found in. */
interface KnownPage {
  reach: number
  waiting: readonly GalleyNote[]
  noteSetting: number
  noteLine: number
  ends: readonly KnownEnd[]
}

/** What is known of the pages that begin in one block. */
interface Opening {
  /** The text and the place in it for which this was last compared. */
  galley: Galley | undefined
  at: number
  /** The block and those behind it, as far as any page was filled; undefined is the end of the text. */
  blocks: (GalleyBlock | undefined)[]
  notes: (readonly GalleyNote[])[]
  /** By place in the block. */
  pages: Map<number, KnownPage[]>
}

type FrameMemory = WeakMap<object, Opening>

/** What is kept from one run to the next. */
export interface PageMemory extends GalleyMemory {
  frames: Map<string, FrameMemory>
}

/** Frames that are kept; of more, the one made first goes. */
const FRAMES = 16
const END = {}

/** A memory without anything in it. */
export function newPageMemory(): PageMemory {
  const blocks = new WeakMap<Block, GalleyBlock>()
  const notes = new WeakMap<NoteBlock, GalleyNote>()
  return { blocks, notes, frames: new Map() }
}

/** Fills pages of a galley, each only if it is not known. */
export function rememberPages(
  galley: Galley,
  frame: Frame,
  memory: PageMemory
): (start: PageStart) => readonly KnownEnd[] {
  const openings = memoryOfFrame(memory, frame)
  return (start) => {
    const opening = openingAt(galley, openings, start.block)
    const { setting, line, noteSetting, noteLine } = start
    const place = (galley.blocks[start.block]?.settings[setting]?.first ?? 0) + line
    const pages = opening.pages.get(place) ?? []
    const called = notesAt(galley, start.block, setting, line)
    const page = pages.find((known) => isSame(known, galley, start, called))
    if (page) return page.ends
    const { ends, reach } = fillPage(galley, frame, start)
    lengthen(opening, galley, start.block, reach)
    const waiting = galley.notes.slice(start.note, called)
    const made = { reach, waiting, noteSetting, noteLine, ends: ends.map((d) => apart(d, start)) }
    opening.pages.set(place, [...pages, made])
    return made.ends
  }
}

function apart(
  end: { next: PageStart; cost: number; lineShort: boolean; last: boolean },
  start: PageStart
): KnownEnd {
  const { next, cost, lineShort, last } = end
  const { setting, line, noteSetting, noteLine } = next
  const blocks = next.block - start.block
  const notes = next.note - start.note
  return { cost, lineShort, last, blocks, setting, line, notes, noteSetting, noteLine }
}

function isSame(page: KnownPage, galley: Galley, start: PageStart, called: number): boolean {
  if (page.waiting.length !== called - start.note) return false
  if (page.noteLine !== start.noteLine || page.noteSetting !== start.noteSetting) return false
  return page.waiting.every((d, i) => d === galley.notes[start.note + i])
}

function memoryOfFrame(memory: PageMemory, frame: Frame): FrameMemory {
  const { depth, leading, noteGap, noteGapStretch, noteSpace, noteLeadingStretch, columns } = frame
  const stretch = [noteGap, noteGapStretch, noteSpace, noteLeadingStretch]
  const key = [depth, leading, ...stretch, columns === 1].join(' ')
  const known: FrameMemory = memory.frames.get(key) ?? new WeakMap()
  memory.frames.delete(key)
  memory.frames.set(key, known)
  const [oldest] = memory.frames.keys()
  if (memory.frames.size > FRAMES && oldest !== undefined) memory.frames.delete(oldest)
  return known
}

/** What is known of a block, less the pages that were filled with others behind it than stand there now. */
function openingAt(galley: Galley, known: FrameMemory, at: number): Opening {
  const key = galley.blocks[at]?.block ?? END
  const opening: Opening = known.get(key) ?? {
    galley: undefined,
    at,
    blocks: [],
    notes: [],
    pages: new Map()
  }
  known.set(key, opening)
  if (opening.galley === galley && opening.at === at) return opening
  const first = (opening.at === 0) !== (at === 0) // a first page may end sooner if it is the last
  const same = first ? 0 : opening.blocks.findIndex((_, i) => !isSameBlock(opening, galley, at, i))
  opening.galley = galley
  opening.at = at
  if (same < 0) return opening
  opening.blocks.length = same
  opening.notes.length = same
  for (const [place, pages] of opening.pages) {
    opening.pages.set(
      place,
      pages.filter((d) => d.reach <= same)
    )
  }
  return opening
}

function isSameBlock(opening: Opening, galley: Galley, at: number, i: number): boolean {
  if (opening.blocks[i] !== galley.blocks[at + i]) return false
  const from = galley.notesBefore[at + i] ?? 0
  const notes = opening.notes[i] ?? []
  const to = galley.notesBefore[at + i + 1] ?? from
  return notes.length === to - from && notes.every((d, k) => d === galley.notes[from + k])
}

function lengthen(opening: Opening, galley: Galley, at: number, reach: number): void {
  for (let i = opening.blocks.length; i < reach; i += 1) {
    const from = galley.notesBefore[at + i] ?? 0
    opening.blocks.push(galley.blocks[at + i])
    opening.notes.push(galley.notes.slice(from, galley.notesBefore[at + i + 1] ?? from))
  }
}
