// Matrices of PDF (ISO 32000-1, 8.3.4): [a b c d e f] takes x, y to a·x + c·y + e, b·x + d·y + f. Some ten thousand are
// reckoned for a text, so they are read by place and not unpacked.

/** A change of coordinates. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First the one, then the other. */
export function multiply(first: Matrix, then: Matrix): Matrix {
  return [
    first[0] * then[0] + first[1] * then[2],
    first[0] * then[1] + first[1] * then[3],
    first[2] * then[0] + first[3] * then[2],
    first[2] * then[1] + first[3] * then[3],
    first[4] * then[0] + first[5] * then[2] + then[4],
    first[4] * then[1] + first[5] * then[3] + then[5]
  ]
}

/** First a move by x and y, then the matrix. */
export function shift(then: Matrix, x: number, y: number): Matrix {
  return [
    then[0],
    then[1],
    then[2],
    then[3],
    x * then[0] + y * then[2] + then[4],
    x * then[1] + y * then[3] + then[5]
  ]
}

/** Where a point comes to lie. */
export function move(matrix: Matrix, x: number, y: number): readonly [number, number] {
  const [a, b, c, d, e, f] = matrix
  return [a * x + c * y + e, b * x + d * y + f]
}
