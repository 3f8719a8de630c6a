// What is seen on a page, piece by piece in the order of painting, each with all that it needs to be drawn by itself.
import type { Box, Face, GraphicsState } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'

/** Letters in a row. */
export interface Letters {
  kind: 'letters'
  face: Face
  size: number
  /** Horizontal scale; 1 is natural. */
  scale: number
  /** From text space, in which the first glyph stands at the origin, to the page. */
  matrix: Matrix
  codes: readonly number[]
  /** Where each glyph stands in text space. */
  offsets: readonly number[]
}

/** Anything else: operators that draw it in coordinates of the page. */
export interface Drawing {
  kind: 'drawing'
  operators: string
}

/** One thing that is seen. */
export interface Mark {
  shape: Letters | Drawing
  /** Number of its marked content (MCID) in what was read; undefined where it is no part of the text. */
  content: number | undefined
  /** What stands for its letters, as a dictionary with `ActualText`; '' where they speak for themselves. */
  spoken: string
  /** Operators that hold for it and do not hold at the head of a page: clips, transparency. */
  around: string
  /** Operators that set the colour of its areas. */
  fill: string
}

/**
 * The operators that must stand before a mark; clips that cut nothing of it are left out.
 *
 * @param boxAround the sides of the mark, where they are known
 */
export function surroundings(
  state: GraphicsState,
  boxAround: () => Box | undefined = () => undefined
): string {
  if (state.clips.length === 0) return state.setting
  const box = boxAround()
  const clips = state.clips.filter((clip) => !(box && clip.box && contains(clip.box, box)))
  return [...clips.map((d) => d.operators), state.setting].filter(Boolean).join(' ')
}

/** Roundings of a clip are no reason to keep it, in points. */
const TOLERANCE = 0.01

/** Whether one box holds the other. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    outer[0] <= inner[0] + TOLERANCE &&
    outer[1] <= inner[1] + TOLERANCE &&
    outer[2] >= inner[2] - TOLERANCE &&
    outer[3] >= inner[3] - TOLERANCE
  )
}

/** The smallest box around points. */
export function boxOf(points: readonly (readonly [number, number])[]): Box | undefined {
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map((d) => d[0]), points.map((d) => d[1])]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
