// Points of size and cost in, the exponent of the growth out: 1 where twice the size costs twice as much. It is the slope of
// the straight line that fits best when both are drawn on logarithmic scales.
import { mean } from '../scorecard/statistics.ts'

/** @returns undefined with fewer than two points */
export function exponent(
  points: readonly (readonly [size: number, cost: number])[]
): number | undefined {
  if (points.length < 2) return undefined
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const)
  const x = mean(logs.map((d) => d[0])) ?? 0
  const y = mean(logs.map((d) => d[1])) ?? 0
  const over = logs.reduce((sum, d) => sum + (d[0] - x) * (d[1] - y), 0)
  return over / logs.reduce((sum, d) => sum + (d[0] - x) ** 2, 0)
}
