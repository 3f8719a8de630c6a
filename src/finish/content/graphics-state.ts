// What the operators of a content stream have set when something is drawn (ISO 32000-1, 8.4). A state is never changed,
// only replaced, so that `q` keeps one and `Q` takes it back.
import type { GlyphWidths } from './glyph-widths.ts'
import type { Matrix } from './matrix.ts'

/** A font by the name it has in what we write. */
export interface Face extends GlyphWidths {
  name: string
}

/** Left, bottom, right and top, in points. */
export type Box = readonly [number, number, number, number]

/** A shape outside which nothing is seen. */
export interface Clip {
  /** The operators that set it, in coordinates of the page. */
  operators: string
  /** Its sides where it is an upright rectangle. */
  box: Box | undefined
}

/** How text is set (9.3). */
export interface TextState {
  face: Face | undefined
  size: number
  /** Added to each glyph, and to each space of one byte, in unscaled text space. */
  tracking: number
  wordSpace: number
  /** Horizontal scale; 1 is natural. */
  scale: number
  leading: number
  rise: number
  /** 0 is filled. */
  render: number
}

/** All that counts for a mark. */
export interface GraphicsState {
  /** From the coordinates of the operators to those of the page. */
  matrix: Matrix
  clips: readonly Clip[]
  /** Operator that sets transparency and the like; '' where all is as it was at first. */
  setting: string
  /** Operators that set the colours. */
  fill: string
  stroke: string
  /** Operators that set how lines are drawn, by name. */
  line: ReadonlyMap<string, string>
  text: TextState
}

/** The state at the head of a page. */
export function firstState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clips: [],
    setting: '',
    fill: '0 g',
    stroke: '0 G',
    line: new Map(),
    text: {
      face: undefined,
      size: 0,
      tracking: 0,
      wordSpace: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      render: 0
    }
  }
}
