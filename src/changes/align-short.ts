// A short stretch of two streams in, the best alignment out: fewest words taken out and put in, and these in few pieces
// rather than many. Two states a cell, within a change and outside one (Gotoh 1982).
import type { Aligned, Stretch } from './align.ts'

/** What a word costs that is taken out or put in, and what a change costs besides. A match of one word alone between two
 * changes does not pay for the second of them; a match of two does. */
const [WORD, CHANGE] = [10, 29]
const NEVER = 2 ** 30

/** The last step to a cell within a change: a word taken out, or put in; the first of its change; and, to a cell outside
 * one, that the change before it ended there. */
const [OUT, IN, FIRST, LEAVES] = [1, 2, 4, 8]

/** Least costs of a row of cells: outside a change, and within one. */
interface Row {
  outside: Int32Array
  within: Int32Array
}

/**
 * Align a stretch; `match` of `aligned` is written.
 *
 * @param change what a change costs besides its words: less divides more
 */
export function alignShort(aligned: Aligned, stretch: Stretch, change = CHANGE): void {
  const [rows, columns] = [stretch.old[1] - stretch.old[0], stretch.new[1] - stretch.new[0] + 1]
  const steps = new Uint8Array((rows + 1) * columns)
  const last = reckon(aligned, stretch, change, steps)
  const inside = (last.within[columns - 1] ?? NEVER) < (last.outside[columns - 1] ?? NEVER)
  follow(aligned, stretch, steps, inside)
}

/** Cell by cell; `steps` is written. */
function reckon(
  { old, new: now }: Aligned,
  { old: [from, to], new: [start, end] }: Stretch,
  change: number,
  steps: Uint8Array
): Row {
  const columns = end - start + 1
  const empty = (): Row => ({
    outside: new Int32Array(columns).fill(NEVER),
    within: new Int32Array(columns).fill(NEVER)
  })
  let [above, row] = [empty(), empty()]
  for (let at = from; at <= to; at += 1) {
    const key = at > from ? old[at - 1] : undefined
    const base = (at - from) * columns
    for (let column = 0; column < columns; column += 1) {
      const matches = column > 0 && key !== undefined && key === now[start + column - 1]
      let step = matches ? match(above, row, column) : 0
      if (!matches) row.outside[column] = at === from && column === 0 ? 0 : NEVER
      step |= changeTo(above, row, column, change)
      steps[base + column] = step
    }
    ;[above, row] = [row, above]
  }
  return above
}

/** Behind two tokens that are the same. */
function match(above: Row, row: Row, column: number): number {
  const straight = above.outside[column - 1] ?? NEVER
  const leaving = above.within[column - 1] ?? NEVER
  row.outside[column] = Math.min(straight, leaving)
  return leaving < straight ? LEAVES : 0
}

/** Behind a word taken out, from above, or put in, from the left. */
function changeTo(above: Row, row: Row, column: number, change: number): number {
  const first = change + WORD
  const gone = Math.min(
    (above.outside[column] ?? NEVER) + first,
    (above.within[column] ?? NEVER) + WORD
  )
  const come =
    column === 0
      ? NEVER
      : Math.min(
          (row.outside[column - 1] ?? NEVER) + first,
          (row.within[column - 1] ?? NEVER) + WORD
        )
  const least = Math.min(gone, come, NEVER)
  row.within[column] = least
  if (come < gone) return IN | ((row.outside[column - 1] ?? NEVER) + first === come ? FIRST : 0)
  return OUT | ((above.outside[column] ?? NEVER) + first === gone ? FIRST : 0)
}

/** The way back from the last cell. */
function follow(
  { match: matched }: Aligned,
  { old: [from, to], new: [start, end] }: Stretch,
  steps: Uint8Array,
  endsInside: boolean
): void {
  const columns = end - start + 1
  let [row, column, inside] = [to - from, columns - 1, endsInside]
  while (row > 0 || column > 0) {
    const step = steps[row * columns + column] ?? 0
    if (inside) {
      if (step & OUT) row -= 1
      else column -= 1
      inside = (step & FIRST) === 0
    } else {
      row -= 1
      column -= 1
      matched[from + row] = start + column
      inside = (step & LEAVES) !== 0
    }
  }
}
