// Where the staples go: along the fold of the outermost sheet, outside, each half as long as a staple, which will cover it
// even where it is put a little off: what is not cut away must not be seen.
import { hairlines, line, POINTS_PER_MM, trimmed } from './frame.ts'
import type { Frame } from './frame.ts'

/** The back of a common staple (26/6, 24/6). */
const STAPLE = 12 * POINTS_PER_MM

export function staple(frame: Frame): string {
  if (frame.side !== 'front' || frame.nesting?.depth !== 0) return ''
  const { bottom, top } = trimmed(frame)
  const quarter = (top - bottom) / 4
  const half = Math.min(STAPLE, quarter) / 4
  const x = frame.plan.width / 2
  return hairlines([bottom + quarter, top - quarter].map((y) => line(x, y - half, x, y + half)))
}
