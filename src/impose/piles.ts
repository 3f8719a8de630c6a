// Pages in the order of reading in, their places on sheets that are cut into leaves out. The whole stack is cut at once,
// so each place of a sheet becomes a pile; pile upon pile, by rows from the upper left, they are the book.
import type { Grid, Reading, Slot } from './slot.ts'

/** @param reading a multiple of two places for each place of the grid */
export function piles(reading: Reading, [columns, rows]: Grid): Slot[] {
  const sheets = reading.length / (columns * rows * 2)
  return Array.from({ length: sheets * columns * rows }, (_, leaf): Slot[] => {
    const pile = Math.floor(leaf / sheets)
    const [column, row] = [pile % columns, Math.floor(pile / columns)]
    const side = { sheet: (leaf % sheets) + 1, turn: 0 } as const
    return [
      { ...side, side: 'front', place: [column, row], page: reading[leaf * 2] },
      // Turned over like a leaf of a book, the sheet shows its columns from the other end.
      { ...side, side: 'back', place: [columns - 1 - column, row], page: reading[leaf * 2 + 1] }
    ]
  }).flat()
}
