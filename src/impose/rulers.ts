// Scales in millimetres, to lay a ruler along and to read a pin hole off.
import { hairlines, line, POINTS_PER_MM } from './marks/frame.ts'
import type { SmallType } from '../pdf/small-type.ts'
import { writeCentred } from '../pdf/write-lines.ts'

const MM = POINTS_PER_MM
const FIGURES = 8
const HALF_A_FIGURE = 2.5

/** A scale from the left edge of the paper on. */
export function rulerAcross(width: number, y: number, type: SmallType): string {
  const ends = millimetres(width / MM)
  const strokes = ends.map((d) => line(d * MM, y, d * MM, y + strokeOf(d)))
  const figures = ends
    .filter((d) => d % 10 === 0 && d > 0)
    .map((d) => writeCentred(type, String(d), d * MM, y - FIGURES, FIGURES))
  return hairlines([line(0, y, width, y), ...strokes]) + figures.join('')
}

/** A scale from the lower edge of the paper on; its first figures would stand on those of the other. */
export function rulerUpwards(height: number, x: number, type: SmallType): string {
  const ends = millimetres(height / MM)
  const strokes = ends.map((d) => line(x, d * MM, x + strokeOf(d), d * MM))
  const figures = ends
    .filter((d) => d % 10 === 0 && d > 20)
    .map((d) => writeCentred(type, String(d), x - FIGURES, d * MM - HALF_A_FIGURE, FIGURES))
  return hairlines([line(x, 0, x, height), ...strokes]) + figures.join('')
}

/** A net of millimetres about a point, with figures at each fifth; `reach` in millimetres. */
export function grid(x: number, y: number, reach: number, type: SmallType): string {
  const steps = millimetres(2 * reach).map((d) => d - reach)
  const [fifths, others] = [steps.filter((d) => d % 5 === 0), steps.filter((d) => d % 5 !== 0)]
  const net = (at: readonly number[]) =>
    at.flatMap((d) => [
      line(x + d * MM, y - reach * MM, x + d * MM, y + reach * MM),
      line(x - reach * MM, y + d * MM, x + reach * MM, y + d * MM)
    ])
  const figures = fifths.flatMap((d) => [
    writeCentred(type, signed(d), x + d * MM, y - reach * MM - 10, FIGURES),
    writeCentred(type, signed(d), x - reach * MM - 10, y + d * MM - HALF_A_FIGURE, FIGURES)
  ])
  return `${hairlines(net(others))}q 0 G 0.8 w ${net(fifths).join(' ')} Q\n${figures.join('')}`
}

function millimetres(length: number): number[] {
  return Array.from({ length: Math.floor(length + 0.01) + 1 }, (_, i) => i)
}

function strokeOf(millimetre: number): number {
  return (millimetre % 10 === 0 ? 5 : millimetre % 5 === 0 ? 3.5 : 2) * MM
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value === 0 ? '0' : `−${-value}`
}
