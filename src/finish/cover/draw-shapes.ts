// The outlines of a cover in, PDF operators out: filled with black, or with the white of the paper. What reaches the edge of
// the sheet goes on into the bleed.
import type { CoverSheet, Stroke } from '../../cover.ts'
import { writeNumber } from '../content/write-number.ts'

/** Points of a pixel, and where the upper left corner of the sheet stands, in points from below. */
export interface Place {
  scale: number
  x: number
  y: number
}

const DECIMALS = 3

/** @param bleed in points, above, below and at the right; the left edge is a fold */
export function drawShapes(
  { shapes, width, height }: CoverSheet,
  { scale, x, y }: Place,
  bleed: number
): string {
  const more = bleed / scale
  const across = (d: number) => x + scale * (d >= width ? d + more : d)
  const down = (d: number) => y - scale * (d <= 0 ? d - more : d >= height ? d + more : d)
  const point = (values: readonly number[], at: number) =>
    `${writeNumber(across(values[at] ?? 0), DECIMALS)} ${writeNumber(down(values[at + 1] ?? 0), DECIMALS)}`
  return shapes
    .map(({ ink, strokes }) => `${ink === 'black' ? 0 : 1} g ${outline(strokes, point)}f\n`)
    .join('')
}

function outline(
  strokes: readonly Stroke[],
  point: (values: readonly number[], at: number) => string
): string {
  let here: readonly number[] = [0, 0]
  let path = ''
  for (const { type, values } of strokes) {
    if (type === 'M') path += `${point(values, 0)} m `
    else if (type === 'L') path += `${point(values, 0)} l `
    else if (type === 'Q') path += `${curve(cubic(here, values), point)} c `
    else if (type === 'C') path += `${curve(values, point)} c `
    else path += 'h '
    if (values.length > 0) here = values.slice(-2)
  }
  return path
}

function curve(
  values: readonly number[],
  point: (values: readonly number[], at: number) => string
) {
  return [0, 2, 4].map((at) => point(values, at)).join(' ')
}

/** A curve with one handle as one with two. */
function cubic(
  from: readonly number[],
  [qx = 0, qy = 0, x = 0, y = 0]: readonly number[]
): number[] {
  const [fx = 0, fy = 0] = from
  const third = (end: number, handle: number) => end + (2 / 3) * (handle - end)
  return [third(fx, qx), third(fy, qy), third(x, qx), third(y, qy), x, y]
}
