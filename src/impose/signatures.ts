// Pages in the order of reading in, their places on sheets that are folded once in the middle and put into each other
// out. Eight pages on two sheets: 8|1 with 2|7 on its back, and 6|3 with 4|5. A saddle-stitched booklet is one signature.
import type { Reading, Slot } from './slot.ts'

/** How a sheet lies in its signature. */
export interface Nesting {
  /** Number of the signature, from 1. */
  signature: number
  /** Sheets around this one; 0 lies outside. */
  depth: number
  /** Sheets of this signature. */
  sheets: number
}

/**
 * The places of folded sheets, signature after signature, each from its outermost sheet to its innermost.
 *
 * @param reading a multiple of four places
 * @param most sheets of a signature; the last one may have fewer
 */
export function signatures(reading: Reading, most: number): Slot[] {
  const count = reading.length / 4
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((sheet) => {
    const { signature, depth, sheets } = nestingOf(sheet, count, most)
    const first = signature === 1 ? 0 : (signature - 1) * most * 4
    const page = (place: number) => reading[first + place]
    const last = sheets * 4 - 1 - 2 * depth
    const slot = (side: Slot['side'], column: number, place: number): Slot => ({
      sheet,
      side,
      place: [column, 0],
      page: page(place),
      turn: 0
    })
    return [
      slot('front', 0, last),
      slot('front', 1, 2 * depth),
      slot('back', 0, 2 * depth + 1),
      slot('back', 1, last - 1)
    ]
  })
}

/** Where a sheet lies, of so many. */
export function nestingOf(sheet: number, count: number, most: number): Nesting {
  const size = Math.min(most, count)
  const signature = Math.ceil(sheet / size)
  const before = (signature - 1) * size
  return { signature, depth: sheet - 1 - before, sheets: Math.min(size, count - before) }
}
