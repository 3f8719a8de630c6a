// Pages in the order of reading in, their places on sheets that are printed on one side, cut along the middle and folded
// into a zine of eight pages out, a zine a sheet:
//
//     5 4 3 2    upside down; the cut runs between the rows, from below 5|4 to below 3|2
//     6 7 8 1
//
// Folded along the middle with the print outside and pushed together from both ends, the cut opens, and the four folds
// across close upon each other: 4|3 and 7|8 are leaves with a fold at the fore-edge, 5/6 and 2/1 with one at the head.
import type { Reading, Slot } from './slot.ts'

const ROWS = [
  [5, 4, 3, 2],
  [6, 7, 8, 1]
]

/** @param reading a multiple of eight places */
export function zines(reading: Reading): Slot[] {
  return Array.from({ length: reading.length / 8 }, (_, i) =>
    ROWS.flatMap((numbers, row) =>
      numbers.map((number, column): Slot => ({
        sheet: i + 1,
        side: 'front',
        place: [column, row],
        page: reading[i * 8 + number - 1],
        turn: row === 0 ? 180 : 0
      }))
    )
  ).flat()
}
