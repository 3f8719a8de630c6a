// Places as a book that is read from left to right has them, on sheets that are turned over like leaves, in; out, as the
// book is read and the printer turns.
import type { Grid, Slot } from './slot.ts'

/** A book that is read from right to left is the mirror image: each page stays upright and changes its column. */
export function readFromRight(slots: readonly Slot[], [columns]: Grid): Slot[] {
  return slots.map((slot) => ({
    ...slot,
    place: [columns - 1 - slot.place[0], slot.place[1]]
  }))
}

/** A printer that turns sheets head over heels wants the whole back upside down. */
export function turnBacks(slots: readonly Slot[], [columns, rows]: Grid): Slot[] {
  return slots.map((slot) =>
    slot.side === 'front'
      ? slot
      : {
          ...slot,
          place: [columns - 1 - slot.place[0], rows - 1 - slot.place[1]],
          turn: slot.turn === 0 ? 180 : 0
        }
  )
}
