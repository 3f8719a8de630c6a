// Matrices of PDF (ISO 32000-1, 8.3.4): [a b c d e f] takes x, y to a·x + c·y + e, b·x + d·y + f.

/** A change of coordinates. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First the one, then the other. */
export function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [p, q, r, s, t, u] = then
  return [
    a * p + b * r,
    a * q + b * s,
    c * p + d * r,
    c * q + d * s,
    e * p + f * r + t,
    e * q + f * s + u
  ]
}

/** Where a point comes to lie. */
export function move([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
