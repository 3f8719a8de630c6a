// Ink on a cover: composed lines and rules in, outlines at their places out. A letter that the face has no drawing for is
// an empty box of the width that print leaves it.
import type { Line, Piece } from '../composition.ts'
import { MISSING_WIDTH } from '../composition.ts'
import type { CoverLine, CoverSheet, Shape, Stroke } from '../cover.ts'
import type { Setter } from './text-block.ts'

/** A cover while it is drawn; lengths are pixels. */
export interface Drawing extends CoverSheet {
  lines: CoverLine[]
  shapes: Shape[]
}

/** A rectangle of ink. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

type Ink = Shape['ink']

/** Margin, height and thickness of the box for a missing letter, in ems. */
const EMPTY = { margin: 0.06, height: 0.66, thickness: 0.03 }

/** Draw a line whose measure begins at `left`. */
export function drawLine(
  drawing: Drawing,
  line: Line,
  left: number,
  baseline: number,
  setter: Setter,
  ink: Ink = 'black'
): void {
  const size = Math.max(0, ...line.pieces.map((d) => d.run.style.size))
  const text = line.pieces.map((d) => d.text).join('')
  let pen = left + line.left
  drawing.lines.push({ text, size, left: pen, baseline, width: line.width })
  for (const piece of line.pieces)
    pen += piece.missing
      ? drawMissing(drawing, piece, pen, baseline, ink)
      : drawPiece(drawing, piece, pen, baseline, ink, setter)
}

/** @returns how far the pen goes */
function drawPiece(
  { shapes }: Drawing,
  { text, run }: Piece,
  left: number,
  baseline: number,
  ink: Ink,
  setter: Setter
): number {
  const { shaper } = setter.lines
  const { size, tracking } = run.style
  const { spaced, letters, width } = shaper.shape(text, run.style)
  for (const { at, x, y, strokes } of shaper.outlines(text, run.style)) {
    const before = spaced.subarray(0, at).reduce((sum, d) => sum + d, 0)
    // On whole pixels: the same letter is drawn alike each time, and its upright strokes are sharp.
    const pen = Math.round(left + x * size + before * tracking)
    const foot = Math.round(baseline - y * size)
    const place = (d: number, index: number) => (index % 2 === 0 ? pen + d * size : foot - d * size)
    const placed = strokes.map(({ type, values }) => ({ type, values: values.map(place) }))
    if (placed.length > 0) shapes.push({ ink, strokes: placed })
  }
  return width * size + letters * tracking
}

function drawMissing(
  drawing: Drawing,
  { text, run }: Piece,
  left: number,
  baseline: number,
  ink: Ink
): number {
  const { size } = run.style
  const [margin, height, line] = [EMPTY.margin, EMPTY.height, EMPTY.thickness].map((d) => d * size)
  const letters = [...text].length
  const step = MISSING_WIDTH * size
  for (let index = 0; index < letters; index += 1) {
    const box = { left: left + index * step + (margin ?? 0), top: baseline - (height ?? 0) }
    const whole = { ...box, width: step - 2 * (margin ?? 0), height: height ?? 0 }
    drawFrame(drawing, whole, line ?? 0, ink)
  }
  return letters * step
}

/** Draw a filled rectangle. */
export function drawBox({ shapes }: Drawing, box: Box, ink: Ink = 'black'): void {
  shapes.push({ ink, strokes: around(box) })
}

/** Draw four rules, the outer edge of which is the box. */
export function drawFrame(
  { shapes }: Drawing,
  box: Box,
  thickness: number,
  ink: Ink = 'black'
): void {
  const { left, top, width, height } = box
  const inner = {
    left: left + thickness,
    top: top + thickness,
    width: width - 2 * thickness,
    height: height - 2 * thickness
  }
  shapes.push({ ink, strokes: [...around(box), ...around(inner, true)] })
}

/** A rectangle; one that runs the other way is a hole in what is around it. */
function around({ left, top, width, height }: Box, hole = false): Stroke[] {
  const [right, foot] = [left + width, top + height]
  const corners = [
    [left, top],
    [right, top],
    [right, foot],
    [left, foot]
  ]
  const turned = hole ? corners.toReversed() : corners
  const strokes = turned.map((values, index) => ({ type: index === 0 ? 'M' : 'L', values }))
  return [...strokes, { type: 'Z', values: [] }]
}
