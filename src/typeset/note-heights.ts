// How high the notes of a page can be: after each note, every height that its settings and those before it can give,
// with the least cost of each. A dozen notes of two settings have 13 heights, not 4,096.
import type { Galley, GalleySetting } from './galley.ts'
import { PAGES } from './taste.ts'

/** One height of the first notes of a page. */
export interface NoteHeight {
  height: number
  cost: number
  /** Lines of these notes on the page. */
  lines: number
  /** Setting of the last of them, and the height of those before. */
  setting: number
  before: NoteHeight | undefined
}

/** Heights that are followed up; of more, the costliest are dropped. */
const MOST = 48
const NONE: readonly NoteHeight[] = [
  { height: 0, cost: 0, lines: 0, setting: 0, before: undefined }
]

/** Where the notes of a page begin: a note, and the line of a setting if part of it stood on the page before. */
export interface NoteStart {
  note: number
  noteSetting: number
  noteLine: number
}

/** The settings that a note can still take: all, or the one in which its beginning was set. */
export function settingsLeft(galley: Galley, start: NoteStart, note: number): readonly number[] {
  if (note === start.note && start.noteLine > 0) return [start.noteSetting]
  return (galley.notes[note]?.settings ?? []).map((_, i) => i)
}

/** The heights of the notes of a page. */
export interface NoteHeights {
  /** Those that the first `count` notes can have. */
  heights: (count: number) => readonly NoteHeight[]
  /** The greatest of them; Infinity where there is none. */
  tallest: (count: number) => number
}

/** The heights of the notes from `start`, none above `depth`, made when they are asked for. */
export function noteHeights(galley: Galley, start: NoteStart, depth: number): NoteHeights {
  const made: (readonly NoteHeight[])[] = [NONE]
  const greatest: number[] = [0]
  function heights(count: number): readonly NoteHeight[] {
    while (made.length <= count) {
      const note = start.note + made.length - 1
      const rows = withNote(made.at(-1) ?? [], galley, start, note, depth)
      made.push(rows)
      greatest.push(rows.length > 0 ? Math.max(...rows.map((d) => d.height)) : Infinity)
    }
    return made[count] ?? []
  }
  function tallest(count: number): number {
    heights(count)
    return greatest[count] ?? Infinity
  }
  return { heights, tallest }
}

function withNote(
  rows: readonly NoteHeight[],
  galley: Galley,
  start: NoteStart,
  note: number,
  depth: number
): readonly NoteHeight[] {
  const settings = galley.notes[note]?.settings ?? []
  const from = note === start.note ? start.noteLine : 0
  const next: NoteHeight[] = []
  for (const setting of settingsLeft(galley, start, note)) {
    const own = settings[setting] as GalleySetting // one of the note's
    const more = (own.heights[own.count] ?? 0) - (own.heights[from] ?? 0)
    const cost = from > 0 ? 0 : own.cost * PAGES.setting
    for (const before of rows) {
      const height = before.height + more
      if (height > depth) continue
      const lines = before.lines + own.count - from
      keepCheapest(next, { height, cost: before.cost + cost, lines, setting, before })
    }
  }
  return next.length > MOST ? next.toSorted((a, b) => a.cost - b.cost).slice(0, MOST) : next
}

function keepCheapest(rows: NoteHeight[], row: NoteHeight): void {
  const at = rows.findIndex((d) => d.height === row.height)
  const same = rows[at]
  if (same === undefined) rows.push(row)
  else if (row.cost < same.cost) rows[at] = row
}
