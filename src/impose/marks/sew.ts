// Where the needle goes through: short strokes on the fold of each innermost sheet, inside, to be pierced in their middle.
// One signature has three holes; signatures that are sewn to each other have two more, for the kettle stitch near the ends.
import { hairlines, line, POINTS_PER_MM, trimmed } from './frame.ts'
import type { Frame } from './frame.ts'

const FROM_MIDDLE = 50 * POINTS_PER_MM
const FROM_END = 15 * POINTS_PER_MM
const STROKE = 1 * POINTS_PER_MM

export function sew(frame: Frame): string {
  const { isSewn, nesting, plan, side } = frame
  if (side !== 'back' || !nesting || nesting.depth !== nesting.sheets - 1) return ''
  const { bottom, top } = trimmed(frame)
  const middle = (bottom + top) / 2
  const out = Math.min(FROM_MIDDLE, (top - bottom) / 4)
  const ends = Math.min(FROM_END, (top - bottom) / 10)
  const holes = [middle, middle - out, middle + out, ...(isSewn ? [bottom + ends, top - ends] : [])]
  const x = plan.width / 2
  return hairlines(holes.map((y) => line(x, y - STROKE / 2, x, y + STROKE / 2)))
}
