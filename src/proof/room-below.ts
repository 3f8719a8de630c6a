// Where a sign may be drawn: below the ink of its own line and above that of the next, if all is known of them.
import type { Box } from '../places.ts'
import type { InkRow } from './ink-rows.ts'

/** From the top of the page, in tenths of a point. */
export interface Room {
  from: number
  to: number
}

/** Ink and sign are never in one pixel where there are 150 to an inch or more: a pixel, and what is rounded on the way. */
const FREE = 9
/** Where the baseline is in the box of a word, as a share of its height: so in most faces. */
const BASELINE = 0.76
/** A letter may reach beyond the room that it takes in its line. */
const OVER = 12

/**
 * @param beyond how far the sign reaches beyond the box at each side
 * @param rows of the page; without any, what is usual
 */
export function roomBelow(
  { left, top, width, height }: Box,
  rows: readonly InkRow[],
  beyond = 0
): Room {
  const [from, to] = [left - beyond - OVER, left + width + beyond + OVER]
  const usual = top + BASELINE * height
  const baselines = rows
    .filter((d) =>
      d.ink.some((ink) => ink.right > left - height && ink.left < left + width + height)
    )
    .flatMap((d) => d.baseline ?? [])
  const own = baselines.toSorted((a, b) => Math.abs(a - usual) - Math.abs(b - usual))[0]
  if (own === undefined || Math.abs(own - usual) > height / 4)
    return { from: top + height, to: Infinity }
  const near = rows.flatMap((row) =>
    row.ink
      .filter((d) => d.right > from && d.left < to)
      .map((d) => ({ ...d, above: (row.baseline ?? d.bottom) <= own + 1 }))
  )
  const above = near.filter((d) => d.above).map((d) => d.bottom)
  const below = near.filter((d) => !d.above).map((d) => d.top)
  return { from: Math.max(own, ...above) + FREE, to: Math.min(...below) - FREE }
}
