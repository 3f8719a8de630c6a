// What a page's drawing operators have set so far: where letters go, in which font, how far apart. An operator of pdf.js
// in, the state after it; the arithmetic is that of the PDF standard (ISO 32000, 9.4).
/** The part of a font that pdf.js keeps for its canvas. */
export interface LoadedFont {
  name?: string
  fontMatrix?: readonly number[]
}
type Matrix = readonly [number, number, number, number, number, number]

/** Where the next letter goes, and how it is set. */
export interface State {
  at: Matrix
  text: Matrix
  font: LoadedFont
  size: number
  letterSpace: number
  wordSpace: number
  scale: number
  leading: number
  rise: number
  point: [x: number, y: number]
  start: [x: number, y: number]
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Obey an operator that needs no more than its numbers. */
export function change(now: State, name: string, given: readonly number[]): void {
  const [first = 0, second = 0] = given
  if (name === 'transform') now.at = times(now.at, matrixFrom(given))
  else if (name === 'beginText') setText(now, IDENTITY)
  else if (name === 'moveText') move(now, first, second)
  else if (name === 'setLeadingMoveText') {
    now.leading = second
    move(now, first, second)
  } else if (name === 'nextLine') move(now, 0, now.leading)
  else if (name === 'setLeading') now.leading = -first
  else if (name === 'setCharSpacing') now.letterSpace = first
  else if (name === 'setWordSpacing') now.wordSpace = first
  else if (name === 'setHScale') now.scale = first / 100
  else if (name === 'setTextRise') now.rise = first
}

/** The state at the top of a page. */
export function stateAt(at: Matrix): State {
  return {
    at,
    text: IDENTITY,
    font: {},
    size: 1,
    letterSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    point: [0, 0],
    start: [0, 0]
  }
}

export function copyOf(state: State): State {
  return { ...state, point: [...state.point], start: [...state.start] }
}

export function setText(now: State, matrix: Matrix): void {
  now.text = matrix
  now.point = [0, 0]
  now.start = [0, 0]
}

function move(now: State, x: number, y: number): void {
  now.start = [now.start[0] + x, now.start[1] + y]
  now.point = [...now.start]
}

export function matrixFrom(list: ArrayLike<number>): Matrix {
  return [list[0] ?? 1, list[1] ?? 0, list[2] ?? 0, list[3] ?? 1, list[4] ?? 0, list[5] ?? 0]
}

/** What the inner matrix does first, and then the outer one. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f
  ]
}
