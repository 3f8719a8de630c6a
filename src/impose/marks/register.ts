// Crosses in circles at the same spot of the paper on both sides: held against the light they lie on each other when the
// printer meets the same place twice.
import { gapOf, hairlines, line, number, POINTS_PER_MM, trimmed } from './frame.ts'
import type { Frame } from './frame.ts'

const ARM = 2.5 * POINTS_PER_MM
const RADIUS = 1.5 * POINTS_PER_MM
/** Part of the radius at which the handles of a quarter of a circle lie. */
const HANDLE = 0.5523

export function register(frame: Frame): string {
  const { height, layout, width } = frame.plan
  if (layout === 'zine8') return ''
  const { bottom, left, right, top } = trimmed({ ...frame, shift: 0 })
  const out = gapOf(frame) + ARM
  const beside =
    left >= out + ARM ? [left - out, right + out].map((x) => [x, height / 2] as const) : []
  const spots = [width / 4, (3 * width) / 4]
  // Below the pages stands the slug line.
  const above = bottom >= out + ARM ? spots.map((x) => [x, top + out] as const) : []
  return hairlines([...beside, ...above].flatMap(([x, y]) => cross(x, y)))
}

/** A cross in a circle. */
export function cross(x: number, y: number): string[] {
  return [line(x - ARM, y, x + ARM, y), line(x, y - ARM, x, y + ARM), circle(x, y, RADIUS)]
}

/** The operators of a circle. */
export function circle(x: number, y: number, radius: number): string {
  const [r, h] = [radius, radius * HANDLE]
  const curve = (...points: number[]) =>
    `${points.map((d, i) => number(d + (i % 2 === 0 ? x : y))).join(' ')} c`
  return [
    `${number(x + r)} ${number(y)} m`,
    curve(r, h, h, r, 0, r),
    curve(-h, r, -r, h, -r, 0),
    curve(-r, -h, -h, -r, 0, -r),
    curve(h, -r, r, -h, r, 0),
    's'
  ].join(' ')
}
