// Ends a page at one place of the text: with all its notes, in the settings that fill it best; with the last of them
// continued overleaf; or, where nothing else is left, with as much of its notes as there is room for.
import type { Page, PageStart, Part } from './fill-page.ts'
import type { GalleyNote, GalleySetting } from './galley.ts'
import type { NoteHeight } from './note-heights.ts'
import { settingsLeft } from './note-heights.ts'
import { costOfBareRest, costOfNeed, costOfRest } from './page-rest.ts'
import { PAGES } from './taste.ts'

/** An end of a page. */
export interface PageEnd {
  next: PageStart
  cost: number
  /** Whether text and notes end one line above the foot. */
  lineShort: boolean
  /** The last of its text; undefined where there are only notes. */
  part: Part | undefined
  /** The notes that are whole on it, and how many lines of the next one are. */
  notes: NoteHeight | undefined
  begun: number
  /** Whether the text and all its notes end here. */
  last: boolean
}

/** A place in the text. */
type Place = Pick<PageStart, 'block' | 'setting' | 'line'>

/** Adds the cheapest ends at a place to `ends`: one for each state in which the next page can begin. `parts` are the
 * ways in which the text comes to that place; none for a page of notes alone. */
export function endPage(
  page: Page,
  parts: readonly Part[],
  { block, setting, line }: Place,
  ends: PageEnd[]
): void {
  const { galley, start, waiting } = page
  const calls = line > 0 ? (galley.blocks[block]?.settings[setting]?.calls[line] ?? 0) : 0
  const called = (galley.notesBefore[block] ?? 0) + calls
  const count = called - start.note
  const next = { block, setting, line, note: called, noteSetting: 0, noteLine: 0 }
  const first = ends.length
  const last = block === galley.blocks.length
  endWhole(page, parts, next, count, false, ends)
  if (!last && page.frame.columns === 1 && parts.length > 0) {
    endWhole(page, parts, next, count, true, ends)
  }
  for (const part of parts) {
    if (count > waiting) continueLast(page, part, next, count, ends, first)
    if (page.window === Infinity) cutNotes(page, part, next, count, ends, first)
  }
  if (parts.length === 0) cutNotes(page, undefined, next, count, ends, first)
}

const ALONE: readonly undefined[] = [undefined]

/** The page with all its notes whole: the cheapest of all ways to come to its end. */
function endWhole(
  page: Page,
  parts: readonly Part[],
  next: PageStart,
  count: number,
  lineShort: boolean,
  ends: PageEnd[]
): void {
  const { galley, frame, heights } = page
  const last = next.block === galley.blocks.length
  const rows = heights(count)
  const above = lineShort ? PAGES.shortOpening : 0
  let least = Infinity
  let best: Pick<PageEnd, 'part' | 'notes'> | undefined
  for (const part of parts.length > 0 ? parts : ALONE) {
    const room = roomForNotes(page, part, count) - (lineShort ? frame.leading : 0)
    const over = part !== undefined && part.foot > frame.depth && count === 0
    if (room < 0 && !over) continue
    const before = costSoFar(page, part, last) + above
    for (const notes of rows) {
      const rest = room - notes.height
      if ((rest < 0 && !over) || before + notes.cost >= least) continue
      const left = last || over ? 0 : costOfLeft(page, rest, count, notes.lines, part)
      if (before + notes.cost + left >= least || (lineShort && left >= PAGES.short)) continue
      least = before + notes.cost + left
      best = { part, notes }
    }
  }
  if (best) ends.push({ next, cost: least, lineShort, ...best, begun: 0, last })
}

/** The page with its last note begun and continued overleaf, two lines at least on either side. */
function continueLast(
  page: Page,
  part: Part,
  next: PageStart,
  count: number,
  ends: PageEnd[],
  first: number
): void {
  const { galley, start, heights } = page
  const note = start.note + count - 1
  const { settings } = galley.notes[note] as GalleyNote // called before the place
  const space = roomForNotes(page, part, count)
  if (space < (settings[0]?.heights[2] ?? Infinity)) return
  const soFar = costSoFar(page, part, false) + PAGES.noteContinued
  for (const row of heights(count - 1)) {
    const room = space - row.height
    for (const noteSetting of settingsLeft(galley, start, note)) {
      const { heights: sums, count: lines, cost } = settings[noteSetting] as GalleySetting // one of its own
      if (lines < 4 || (sums[lines] ?? 0) <= room || (sums[2] ?? 0) > room) continue
      let begun = lines - 2
      while ((sums[begun] ?? 0) > room) begun -= 1
      const rest = room - (sums[begun] ?? 0)
      const left = costOfLeft(page, rest, count, row.lines + begun, part)
      const needless = costOfNeed(page.frame, part.call, row.height + (sums[lines] ?? 0))
      const own = soFar + row.cost + cost * PAGES.setting + left + needless
      const goesOn = { ...next, note, noteSetting, noteLine: begun }
      const end = {
        next: goesOn,
        cost: own,
        lineShort: false,
        part,
        notes: row,
        begun,
        last: false
      }
      keepCheapest(ends, end, first)
    }
  }
}

/** The page with as many lines of its notes as it has room for; of the notes alone one line at least. */
function cutNotes(
  page: Page,
  part: Part | undefined,
  next: PageStart,
  count: number,
  ends: PageEnd[],
  first: number
): void {
  const { galley, start } = page
  const room = roomForNotes(page, part, count)
  let row: NoteHeight | undefined = page.heights(0)[0]
  let note = start.note
  let begun = 0
  for (; note < start.note + count; note += 1) {
    const from = note === start.note ? start.noteLine : 0
    const setting = from > 0 ? start.noteSetting : 0
    const own = galley.notes[note]?.settings[setting]
    if (!own || !row) return
    const left = room - row.height + (own.heights[from] ?? 0)
    if ((own.heights[own.count] ?? 0) <= left) {
      const height = row.height + (own.heights[own.count] ?? 0) - (own.heights[from] ?? 0)
      const lines = row.lines + own.count - from
      row = { height, cost: row.cost, lines, setting, before: row }
      continue
    }
    begun = from
    while (begun < own.count && (own.heights[begun + 1] ?? 0) <= left) begun += 1
    if (own.count - begun === 1 && begun - from > 2) begun -= 1
    if (part === undefined && begun === from && note === start.note) begun += 1
    const end = cutAt(page, part, row, note, setting, begun, next, count)
    keepCheapest(ends, { ...end, cost: end.cost + PAGES.noteLate * lateNotes(from) }, first)
    return
  }

  /** Notes that should have stood on this page and of which nothing does. */
  function lateNotes(from: number): number {
    if (part === undefined) return 0
    return start.note + count - note - (begun > from ? 1 : 0)
  }
}

function cutAt(
  page: Page,
  part: Part | undefined,
  row: NoteHeight,
  note: number,
  setting: number,
  begun: number,
  place: PageStart,
  count: number
): PageEnd {
  const { galley, start } = page
  const own = galley.notes[note]?.settings[setting]
  const from = note === start.note ? start.noteLine : 0
  const height = row.height + (own?.heights[begun] ?? 0) - (own?.heights[from] ?? 0)
  const stood = note - start.note + (begun > from ? 1 : 0)
  const gap = part !== undefined && stood === 0 ? page.frame.noteGap : 0
  const rest = roomForNotes(page, part, count) + gap - height
  const few = begun - from === 1 || (own?.count ?? 0) - begun === 1
  const left = costOfLeft(page, Math.max(0, rest), stood, row.lines + begun - from, part)
  const over = rest < 0 && part === undefined ? PAGES.overflow : 0
  const all = row.height + (own?.heights.at(-1) ?? 0) - (own?.heights[from] ?? 0)
  const lastCalled = note === start.note + count - 1 && from === 0
  const needless = part && lastCalled ? costOfNeed(page.frame, part.call, all) : 0
  const cost =
    costSoFar(page, part, false) +
    PAGES.noteContinued +
    (few ? PAGES.noteLine : 0) +
    left +
    over +
    needless
  const next = { ...place, note, noteSetting: begun > 0 ? setting : 0, noteLine: begun }
  return { next, cost, lineShort: false, part, notes: row, begun, last: false }
}

/** Room below the text for its notes; all of the page for notes alone. */
function roomForNotes({ frame }: Page, part: Part | undefined, count: number): number {
  if (part === undefined) return frame.depth
  return frame.depth - part.foot - (count > 0 ? frame.noteGap : 0)
}

/** What the text of a page costs without its notes and what is left over. */
function costSoFar({ galley, frame, start }: Page, part: Part | undefined, last: boolean): number {
  if (part === undefined) return PAGES.notesAlone
  const behind = part.to === galley.blocks[part.block]?.settings[part.setting]?.count
  const ends = behind && part.block + 1 === galley.blocks.length
  const stranded = part.due > 0 && !ends ? PAGES.stranded : 0
  const begins = start.block === 0 && start.line === 0
  const few = last && !begins && part.foot < PAGES.lastLines * frame.leading
  const over = part.foot > frame.depth ? PAGES.overflow : 0
  return part.cost + stranded + (few ? PAGES.lastShort : 0) + over
}

const costOfLeft = (
  { frame }: Page,
  rest: number,
  notes: number,
  lines: number,
  part: Part | undefined
): number =>
  notes > 0
    ? costOfRest(frame, rest, notes, lines, part === undefined)
    : costOfBareRest(frame, rest)

/** Of two ends after which the text goes on alike, the cheaper stays; those before `first` are of other places. */
function keepCheapest(ends: PageEnd[], end: PageEnd, first: number): void {
  for (let i = first; i < ends.length; i += 1) {
    const same = ends[i] as PageEnd // within its length
    const alike =
      same.lineShort === end.lineShort &&
      same.next.note === end.next.note &&
      same.next.noteSetting === end.next.noteSetting &&
      same.next.noteLine === end.next.noteLine
    if (!alike) continue
    if (end.cost < same.cost) ends[i] = end
    return
  }
  ends.push(end)
}
