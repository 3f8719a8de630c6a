// What the drawings of the leaflet are made with: lines, boxes and arrows as PDF operators, on a board of 100 by 60 from its
// lower left corner.
import { number } from '../marks/frame.ts'
import type { SmallType } from '../../pdf/small-type.ts'

/** The operators of a drawing. */
export type Drawing = (type: SmallType) => string
export type Point = readonly [x: number, y: number]

const BARB = 3.5

/** A line through points. */
export function path(...points: readonly Point[]): string {
  return `${through(points)} S\n`
}

/** A line that comes back to its beginning. */
export function shape(...points: readonly Point[]): string {
  return `${through(points)} s\n`
}

function through(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${number(x)} ${number(y)} ${i === 0 ? 'm' : 'l'}`).join(' ')
}

export function box(x: number, y: number, width: number, height: number): string {
  return `${[x, y, width, height].map(number).join(' ')} re S\n`
}

export function dashed(...operators: readonly string[]): string {
  return `q [2 1.5] 0 d ${operators.join('')}Q\n`
}

export function thick(...operators: readonly string[]): string {
  return `q 1.4 w ${operators.join('')}Q\n`
}

/** A bow towards a point and on to its end, with a head there. */
export function arrow(from: Point, towards: Point, to: Point): string {
  const away = Math.atan2(towards[1] - to[1], towards[0] - to[0])
  const barb = (turn: number): Point => [
    to[0] + BARB * Math.cos(away + turn),
    to[1] + BARB * Math.sin(away + turn)
  ]
  const [start, ...rest] = [from, towards, towards, to].map((d) => d.map(number).join(' '))
  return `${start} m ${rest.join(' ')} c S\n${path(barb(0.5), to, barb(-0.5))}`
}
