// The plan of a sheet in, its fold and cut marks out, as PDF operators: short hairlines outside the trim, and only where
// the paper leaves room. Black is one plate, so a grey of 0 and no mixed colour.
import type { SheetPlan } from './sheet-plan.ts'

const POINTS_PER_MM = 72 / 25.4
/** Between trim and mark, so that a cut a little off leaves no ink. */
const GAP = 2 * POINTS_PER_MM
const LONGEST = 5 * POINTS_PER_MM
const SHORTEST = 1 * POINTS_PER_MM
/** Hairline that every printer can draw, in points. */
const LINE = 0.25

/** The operators that draw the marks; '' where there is no room. */
export function marks(plan: SheetPlan): string {
  const { left, bottom, spreadWidth, spreadHeight, width } = plan
  const above = Math.min(bottom - GAP, LONGEST)
  const beside = Math.min(left - GAP, LONGEST)
  const [right, top] = [left + spreadWidth, bottom + spreadHeight]
  const upright = (x: number) => [
    line(x, bottom - GAP, x, bottom - GAP - above),
    line(x, top + GAP, x, top + GAP + above)
  ]
  const level = (y: number) => [
    line(left - GAP, y, left - GAP - beside, y),
    line(right + GAP, y, right + GAP + beside, y)
  ]
  const lines = [
    ...(above >= SHORTEST ? [left, width / 2, right].flatMap(upright) : []),
    ...(beside >= SHORTEST ? [bottom, top].flatMap(level) : [])
  ]
  return lines.length === 0 ? '' : `q 0 G ${LINE} w ${lines.join(' ')} Q\n`
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
