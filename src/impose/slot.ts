// Where a page stands on the sheets. All that is known of a layout before anything is drawn is a list of these.

/** Which side of a sheet; a front is printed first. */
export type Side = 'front' | 'back'

/** A place for a page. */
export interface Slot {
  /** Number of the sheet, from 1. */
  sheet: number
  side: Side
  /** Column and row from the upper left, from 0, as one looks at this side. */
  place: readonly [column: number, row: number]
  /** Number of the page, from 1; undefined is a blank. */
  page: number | undefined
  /** Degrees; at 180 the page stands on its head, as one looks at this side. */
  turn: 0 | 180
}

/** Columns and rows of places on a side. */
export type Grid = readonly [columns: number, rows: number]

/** Pages in the order of reading; undefined is a blank. */
export type Reading = readonly (number | undefined)[]
