// From a place on a page to the word that stands there, and from a place in the manuscript to where it is printed.
import type { Box, PlacedWord } from '../places.ts'

/** How far beside a word someone may point at it, in tenths of a point. */
const BESIDE = 60

/** The word at a place on a page, or the nearest beside it in its line; `x` and `y` in tenths of a point. */
export function wordAt(
  places: readonly PlacedWord[],
  page: number,
  x: number,
  y: number
): PlacedWord | undefined {
  let best: PlacedWord | undefined
  let nearest = BESIDE
  for (const placed of places)
    for (const box of placed.boxes) {
      if (box.page !== page || y < box.top || y > box.top + box.height) continue
      const beside = Math.max(box.left - x, x - box.left - box.width, 0)
      // Lines may overlap: the one whose middle is nearer.
      const off = beside + Math.abs(y - box.top - box.height / 2) / 1000
      if (off >= nearest) continue
      nearest = off
      best = placed
    }
  return best
}

/** Where the word at a line and column of the manuscript is printed, or the first printed word behind it, or else before. */
export function placeOf(
  places: readonly PlacedWord[],
  line: number,
  column: number
): { placed: PlacedWord; box: Box } | undefined {
  let [behind, before]: (PlacedWord | undefined)[] = []
  for (const placed of places) {
    const { word, boxes } = placed
    if (boxes.length === 0) continue
    const starts = compare(word.line - line, word.column - column)
    const ends = word.line === line ? word.column + word.to - word.from - column : -1
    if (starts > 0) {
      if (!behind || isBefore(placed, behind)) behind = placed
    } else if (ends > 0) return found(placed)
    else if (!before || isBefore(before, placed)) before = placed
  }
  return found(behind ?? before)
}

function isBefore({ word: a }: PlacedWord, { word: b }: PlacedWord): boolean {
  return a.from < b.from
}

function compare(lines: number, columns: number): number {
  return lines === 0 ? columns : lines
}

function found(placed: PlacedWord | undefined): { placed: PlacedWord; box: Box } | undefined {
  const [box] = placed?.boxes ?? []
  return placed && box ? { placed, box } : undefined
}
