// What is known while a content stream is read, for the operators to work on.
import type { Box, Face, GraphicsState } from './graphics-state.ts'
import { firstState } from './graphics-state.ts'
import type { Mark } from './marks.ts'
import type { Matrix } from './matrix.ts'
import { IDENTITY } from './matrix.ts'
import type { Operand } from './read-operations.ts'

/** A part of a path: its operator and the points that it names. */
export interface PathPart {
  operator: string
  points: readonly (readonly [number, number])[]
}

/** A piece of marked content that is open. */
export interface Open {
  /** Its number; undefined for what has none. */
  content: number | undefined
  /** It says that it is no part of the text. */
  artifact: boolean
  spoken: string
}

/** A drawing that is drawn by its name. */
export interface Form {
  content: string
  matrix: Matrix
  resources: Named
  /** Operators of its sides, which are a clip, in its own coordinates. */
  box: readonly [number, number, number, number]
}

/** What the names in a content stream stand for; each is entered with the page under its new name. */
export interface Named {
  face: (name: string) => Face | undefined
  /** New name, with its slash, of a thing of a category such as `ColorSpace`. */
  rename: (category: string, name: string) => string
  /** Whether the setting (ExtGState) of a name leaves all opaque. */
  isOpaque: (name: string) => boolean
  /** The form of a name, where it can be drawn as part of the page. */
  form: (name: string) => Form | undefined
}

/** What is known so far. */
export interface Reader {
  state: GraphicsState
  kept: GraphicsState[]
  /** Text matrices: of the pen, and of the start of its line. */
  pen: Matrix
  line: Matrix
  path: PathPart[]
  /** Rule of a clip that waits for the end of its path. */
  clip: string
  open: Open[]
  /** Sides of the page. */
  page: Box
  named: Named
  marks: Mark[]
}

/** What an operator does. */
export type Act = (reader: Reader, operands: readonly Operand[]) => void

/** A reader at the head of a page. */
export function newReader(matrix: Matrix, page: Box, named: Named): Reader {
  return {
    state: firstState(matrix),
    kept: [],
    pen: IDENTITY,
    line: IDENTITY,
    path: [],
    clip: '',
    open: [],
    page,
    named,
    marks: []
  }
}

/** Put a mark on the page. */
export function put(reader: Reader, mark: Pick<Mark, 'shape' | 'around'>): void {
  const { open, state, marks } = reader
  const { shape, around } = mark
  const { content } = open.findLast((d) => d.artifact || d.content !== undefined) ?? {}
  const { spoken = '' } = open.findLast((d) => d.spoken !== '') ?? {}
  marks.push({ shape, around, fill: state.fill, content, spoken })
}

/** Operands that must be numbers. */
export function numbers(operands: readonly Operand[], count: number): readonly number[] {
  if (operands.length !== count || operands.some((d) => typeof d !== 'number'))
    throw new Error(`Unexpected operands, expected ${count} numbers`)
  return operands as readonly number[] // checked above
}

/** An operand that must be a name. */
export function nameOf(operand: Operand | undefined): string {
  if (typeof operand !== 'string' || !operand.startsWith('/'))
    throw new Error('Unexpected operand, expected a name')
  return operand
}
