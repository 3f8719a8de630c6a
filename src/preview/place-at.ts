// From a point on a page to the place in the manuscript, and back: placed words in, rectangles on pages out.
import { placeOf, wordAt } from '../places.ts'
import type { Box, PlacedWord } from '../places.ts'
import type { Mark, ToldMarks, ToldPlace } from './told.ts'

/** Words whose tops differ by less stand on one line: tenths of a point. */
const ONE_LINE = 40

/**
 * The word at a point.
 *
 * @param page number
 * @param x from the left edge of the trimmed page, in tenths of a point
 * @param y from its top edge
 * @param ids of the pages
 */
export function placeAt(
  words: readonly PlacedWord[],
  page: number,
  x: number,
  y: number,
  ids: readonly string[]
): ToldPlace | undefined {
  const placed = wordAt(words, page, x, y)
  if (!placed) return undefined
  const { text, line, column } = placed.word
  const here = placed.boxes.filter((d) => d.page === page)
  return { line, column, word: text, marks: here.map((d) => markOf(d, ids)) }
}

/**
 * Where a line of the manuscript stands, or the next that stands anywhere.
 *
 * @param column the word there alone
 */
export function marksOfLine(
  words: readonly PlacedWord[],
  line: number,
  column: number | undefined,
  ids: readonly string[]
): ToldMarks | undefined {
  const found = placeOf(words, line, column ?? 1)?.placed
  if (!found) return undefined
  const near = found.word.line
  const alone = column !== undefined && near === line
  const there = alone ? [found] : words.filter((d) => d.word.line === near)
  return { line: near, marks: joined(there.flatMap((d) => d.boxes)).map((d) => markOf(d, ids)) }
}

function markOf({ page, ...box }: Box, ids: readonly string[]): Mark {
  return { id: ids[page - 1] ?? '', ...box }
}

/** Words that follow each other on a line of a page, as one rectangle. */
function joined(boxes: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    const follows =
      last?.page === box.page && last.left <= box.left && Math.abs(last.top - box.top) < ONE_LINE
    if (!last || !follows) lines.push(box)
    else {
      const top = Math.min(last.top, box.top)
      const foot = Math.max(last.top + last.height, box.top + box.height)
      const width = box.left + box.width - last.left
      lines[lines.length - 1] = { ...last, top, width, height: foot - top }
    }
  }
  return lines
}
