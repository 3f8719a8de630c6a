// A number of sheets in, their sides in the order in which they are printed out.
import type { Side } from './slot.ts'

/** A side of a sheet. */
export interface Printed {
  /** Number of the sheet, from 1. */
  sheet: number
  side: Side
}

/**
 * The order of printing. A printer that knows only one side lays each printed sheet face down upon the last one; put back
 * as it lies, the pile brings the last sheet first, so the backs begin with it.
 *
 * @param hasBacks a zine is printed on one side only
 */
export function printingOrder(sheets: number, hasBacks: boolean, oneSided: boolean): Printed[] {
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1)
  const all = (side: Side) => numbers.map((sheet): Printed => ({ sheet, side }))
  const [fronts, backs] = [all('front'), hasBacks ? all('back') : []]
  if (oneSided) return [...fronts, ...backs.toReversed()]
  return fronts.flatMap((front, i) => [front, ...backs.slice(i, i + 1)])
}
