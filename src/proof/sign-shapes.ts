// A mark in, its lines out, in tenths of a point: below the letters, in the space between two lines, so that nothing of
// the text is touched; the report draws them on a screen and the marked pages on paper. Only what is deleted on the old
// page is struck through.
import type { Box } from '../places.ts'
import type { Mark } from '../proof.ts'
import type { Room } from './room-below.ts'

/** The corners of a surface: a stroke is one too, so that nobody's rules for strokes move it. */
export type Shape = readonly (readonly [x: number, y: number])[]

/** Half a point is seen on paper; where two lines stand so near that there is no room for it, half of that. */
const [THIN, THINNEST] = [5, 2.5]
/** Where the two lines through deleted words are, as shares of the height of the box: through the small letters. */
const STRUCK = [0.5, 0.62]
const STRIKE = 4
/** A dash, or a dot that is square, and the space behind it. */
const [DASH, DOT] = [[30, 15], 7] as const
/** An arrow and a caret, at most: shares of the height of the box. */
const [HEAD, CARET] = [0.16, 0.17]
/** A line below words is not further from their box than this. */
const BELOW = 2.5

/**
 * @param side on the old page an arrow points away from the words, on the new one to them
 * @param room between its line and the next
 */
export function shapesOf({ sign, box }: Mark, side: 'old' | 'new', room: Room): Shape[] {
  const { left, width, top, height } = box
  const right = left + width
  const under = lineBelow(box, room)
  const head = surfaceIn(box, room, HEAD)
  switch (sign) {
    case 'added':
      return [stroke(left, right, under)]
    case 'deleted':
      return STRUCK.map((d) => stroke(left, right, { y: top + d * height, thickness: STRIKE }))
    case 'restyled':
      return dashes(left, right, under, [under.thickness, DOT])
    case 'moved':
      return [
        ...dashes(left, right, { ...under, y: head.from + head.size / 2 }, DASH),
        arrow(side === 'new' ? left : right, head)
      ]
    case 'caret':
      return [caret(left + width / 2, surfaceIn(box, room, CARET))]
  }
}

/** How far a sign reaches beyond the sides of its box. */
export function beyondOf({ sign, box }: Mark): number {
  if (sign === 'caret') return CARET * box.height
  return sign === 'moved' ? HEAD * box.height : 0
}

/** Where a query stands: a lozenge below the line. */
export function queryShape(box: Box, room: Room): Shape {
  const { from, size } = surfaceIn(box, room, CARET)
  const x = box.left + box.width / 2
  return [
    [x, from],
    [x + size, from + size / 2],
    [x, from + size],
    [x - size, from + size / 2]
  ]
}

/** The middle of a line, and how thick it is. */
interface Under {
  y: number
  thickness: number
}

function lineBelow({ top, height }: Box, { from, to }: Room): Under {
  if (to - from < THINNEST) return { y: (from + to) / 2, thickness: THINNEST }
  const thickness = Math.min(THIN, to - from)
  const [least, most] = [from + thickness / 2, to - thickness / 2]
  return { y: Math.min(Math.max(top + height + BELOW + THIN / 2, least), most), thickness }
}

/** With a fifth corner on its upper edge: readers of PDFs move a plain rectangle to whole pixels, and make it thicker. */
function stroke(left: number, right: number, { y, thickness }: Under): Shape {
  const [up, down] = [y - thickness / 2, y + thickness / 2]
  return [
    [left, up],
    [(left + right) / 2, up],
    [right, up],
    [right, down],
    [left, down]
  ]
}

function dashes(
  left: number,
  right: number,
  under: Under,
  [on, off]: readonly [number, number]
): Shape[] {
  const many = Math.max(1, Math.ceil((right - left) / (on + off)))
  return Array.from({ length: many }, (_, index) => {
    const from = left + index * (on + off)
    return stroke(from, Math.min(right, from + on), under)
  })
}

/** A surface between two lines: where it begins, and how high it is. */
interface Surface {
  from: number
  size: number
}

/** Near the letters above it, and as high as there is room for. */
function surfaceIn({ top, height }: Box, { from, to }: Room, share: number): Surface {
  if (to - from < THINNEST) return { from: (from + to - THINNEST) / 2, size: THINNEST }
  const size = Math.min(share * height, to - from)
  return { from: Math.max(from, Math.min(top + height, to - size)), size }
}

/** A head that points to the right, its tip a little behind x. */
function arrow(x: number, { from, size }: Surface): Shape {
  return [
    [x - size * 0.8, from],
    [x + size * 0.8, from + size / 2],
    [x - size * 0.8, from + size]
  ]
}

/** Its tip is where words are missing. */
function caret(x: number, { from, size }: Surface): Shape {
  return [
    [x, from],
    [x + size, from + size],
    [x - size, from + size]
  ]
}
