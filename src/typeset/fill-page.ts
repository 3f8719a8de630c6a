// Where a page begins in, every end it can have out, each with its cost: all text that fits, in all settings, with the
// notes that its lines call. Whatever cannot be kept is dear, not forbidden, so that every page has an end.
import type { Frame } from './block.ts'
import { endPage } from './end-page.ts'
import type { PageEnd } from './end-page.ts'
import type { Galley, GalleyBlock, GalleySetting } from './galley.ts'
import { noteHeights } from './note-heights.ts'
import type { NoteHeight } from './note-heights.ts'
import { PAGES } from './taste.ts'
import { topsBelow, topsOfPage } from './tops.ts'
import type { Top } from './tops.ts'

/** Where a page begins: a line of a setting of a block, and the first note that is not yet set, or part of it. */
export interface PageStart {
  block: number
  setting: number
  line: number
  /** Index among the notes of the galley; what is called before the start and not set yet begins here. */
  note: number
  noteSetting: number
  noteLine: number
}

/** The text of a page up to a block or part of one; chained from the end to the beginning of the page. */
export interface Part {
  block: number
  setting: number
  from: number
  to: number
  /** Top of its first line and foot of its last. */
  top: number
  foot: number
  cost: number
  /** Lines of text that the heading before it still lacks. */
  due: number
  /** Foot of the line that calls the last note so far; 0 where none does. */
  call: number
  before: Part | undefined
}

/** The ends of a page, the cheapest first, and how many blocks were looked at, the end of the text being one. */
export interface FilledPage {
  ends: readonly PageEnd[]
  reach: number
}

/** What the parts of the search need to know of a page. */
export interface Page {
  galley: Galley
  frame: Frame
  start: PageStart
  /** Notes that are waiting from the page before. */
  waiting: number
  heights: (count: number) => readonly NoteHeight[]
  /** The greatest of these; Infinity where there is none. */
  tallest: (count: number) => number
  /** Room that may be left over for an end to be looked at. */
  window: number
}

/** How many notes are called before a place in the text. */
export function notesAt(galley: Galley, block: number, setting: number, line: number): number {
  const before = galley.notesBefore[block] ?? 0
  if (line === 0) return before
  return before + (galley.blocks[block]?.settings[setting]?.calls[line] ?? 0)
}

/** What an end costs at least that leaves more room than `PAGES.window`; dearer ends are not better for being near. */
const FAR = PAGES.short + PAGES.shortLine * (PAGES.window - 1)

/** All ends of the page that begins at `start`: at first those nearly full, then, if all are dear, any at all. */
export function fillPage(
  galley: Galley,
  frame: Frame,
  start: PageStart,
  wanted?: (end: PageEnd) => boolean
): FilledPage {
  const near = fillWithin(galley, frame, start, PAGES.window * frame.leading, wanted)
  if ((near.ends[0]?.cost ?? Infinity) < FAR) return near
  return fillWithin(galley, frame, start, Infinity, wanted)
}

function fillWithin(
  galley: Galley,
  frame: Frame,
  start: PageStart,
  window: number,
  wanted: (end: PageEnd) => boolean = () => true
): FilledPage {
  const { heights, tallest } = noteHeights(galley, start, frame.depth)
  const waiting = notesAt(galley, start.block, start.setting, start.line) - start.note
  const page: Page = { galley, frame, start, waiting, heights, tallest, window }
  const ends: PageEnd[] = []
  if (waiting > 0) endPage(page, [], start, ends)
  let block = start.block
  let parts: readonly Part[] = []
  for (; block < galley.blocks.length; block += 1) {
    const tops = block === start.block ? topsOfPage(page) : topsBelow(page, block, parts)
    if (tops.length === 0) break
    parts = setBlock(page, block, tops, ends)
    if (parts.length === 0) break
  }
  return { ends: cheapestEnds(ends.filter(wanted)), reach: block - start.block + 1 }
}

function cheapestEnds(ends: PageEnd[]): readonly PageEnd[] {
  ends.sort((a, b) => a.cost - b.cost)
  const limit = (ends[0]?.cost ?? 0) + PAGES.slack
  const near = ends.findIndex((d) => d.cost > limit)
  const kept = near < 0 ? ends.length : Math.max(near, PAGES.ends)
  return ends.slice(0, kept)
}

/** Sets a block below each of the tops, adds each end of the page in it or behind it, and gives what stands there. */
function setBlock(page: Page, at: number, tops: readonly Top[], ends: PageEnd[]): readonly Part[] {
  const { galley, frame, start } = page
  const { block, settings } = galley.blocks[at] as GalleyBlock // within the text
  const from = at === start.block ? start.line : 0
  const whole: Part[] = []
  for (let setting = 0; setting < settings.length; setting += 1) {
    if (from > 0 && setting !== start.setting) continue
    const own = settings[setting] as GalleySetting // within its settings
    setLines(page, at, setting, tops, ends)
    const height = (own.heights[own.count] ?? 0) - (own.heights[from] ?? 0)
    const cost = from > 0 ? 0 : own.cost * PAGES.setting
    const called = lastCall(own, from, own.count)
    for (const { top, cost: soFar, due: lacks, call: above, before } of tops) {
      const foot = top + height
      if (foot > frame.depth && !(own.count - from === 1 && before === undefined)) continue
      const due = block.keepWithNext ? 2 : lacking(lacks, own.count - from, height, frame.leading)
      const sum = soFar + cost
      const call = called > 0 ? top + called : above
      keepCheapest(whole, {
        block: at,
        setting,
        from,
        to: own.count,
        top,
        foot,
        cost: sum,
        due,
        call,
        before
      })
    }
  }
  const next = { block: at + 1, setting: 0, line: 0 }
  if (whole.length > 0) endPage(page, whole, next, ends)
  return page.window === Infinity ? whole : whole.filter((d) => hasRoom(page, d.foot, at + 1))
}

/** Ends of the page between two lines of a block. */
function setLines(
  page: Page,
  at: number,
  setting: number,
  tops: readonly Top[],
  ends: PageEnd[]
): void {
  const { galley, frame, start } = page
  const { block, settings } = galley.blocks[at] as GalleyBlock // within the text
  const own = settings[setting] as GalleySetting // within its settings
  const { heights: sums, calls, count } = own
  const from = at === start.block ? start.line : 0
  if (block.least === Infinity && block.repeated + (sums[count] ?? 0) <= frame.depth) return
  const cost = from > 0 ? 0 : own.cost * PAGES.setting
  const noteBase = (galley.notesBefore[at] ?? 0) - start.note
  let deepest = 0
  for (const { top } of tops) deepest = Math.max(deepest, top)
  for (let to = from + 1; to < count; to += 1) {
    const height = (sums[to] ?? 0) - (sums[from] ?? 0)
    const notes = noteBase + (calls[to] ?? 0)
    if (isFarFromFull(page, deepest + height, notes)) continue
    const sins = costOfParting(block.least, from, to, count)
    const called = lastCall(own, from, to)
    const parted: Part[] = []
    let room = false
    for (const { top, cost: soFar, due: lacks, call: above, before } of tops) {
      const foot = top + height
      if (foot > frame.depth && !(to === from + 1 && before === undefined)) continue
      room = true
      if (isFarFromFull(page, foot, notes)) continue
      const due = lacking(lacks, to - from, height, frame.leading)
      const sum = soFar + cost + sins
      const call = called > 0 ? top + called : above
      parted.push({ block: at, setting, from, to, top, foot, cost: sum, due, call, before })
    }
    if (!room) return
    if (parted.length > 0) endPage(page, parted, { block: at, setting, line: to }, ends)
  }
}

/** Height from a line to the foot of the last that calls a note, of those before `to`; 0 where none does. */
function lastCall({ calls, heights }: GalleySetting, from: number, to: number): number {
  if (calls[to] === calls[from]) return 0
  let line = to
  while (calls[line - 1] === calls[to]) line -= 1
  return (heights[line] ?? 0) - (heights[from] ?? 0)
}

/** What it costs to part a block between two lines. */
export function costOfParting(least: number, from: number, to: number, count: number): number {
  if (least === Infinity) return PAGES.broken
  return (from === 0 && to < least ? PAGES.orphan : 0) + (count - to < least ? PAGES.widow : 0)
}

/** How many lines a heading still lacks below it; a thing as high as two lines counts as two. */
const lacking = (due: number, lines: number, height: number, leading: number): number =>
  due === 0 ? 0 : Math.max(0, due - Math.max(lines, Math.floor(height / leading)))

function keepCheapest(parts: Part[], part: Part): void {
  for (let i = 0; i < parts.length; i += 1) {
    const same = parts[i] as Part // within its length
    if (same.foot !== part.foot || same.due !== part.due || same.call !== part.call) continue
    if (part.cost < same.cost) parts[i] = part
    return
  }
  parts.push(part)
}

function isFarFromFull({ frame, tallest, window }: Page, foot: number, notes: number): boolean {
  const left = frame.depth - foot
  if (left <= window) return false
  return notes === 0 || left - frame.noteGap - tallest(notes) > window
}

/** Whether text down to `foot` leaves room for two lines of the last note that is called before a block. */
function hasRoom({ galley, frame, start, heights }: Page, foot: number, block: number): boolean {
  const notes = (galley.notesBefore[block] ?? 0) - start.note
  if (notes === 0) return true
  const [own] = galley.notes[start.note + notes - 1]?.settings ?? []
  const two = own?.heights[Math.min(2, own.count)] ?? 0
  const room = frame.depth - foot - frame.noteGap - two
  return heights(notes - 1).some((d) => d.height <= room)
}
