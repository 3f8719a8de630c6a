// Outlines in, a grey picture out: each pixel as dark as the share of it that ink covers, reckoned exactly. Every edge adds
// to the pixels of its row what it bounds of them, and what it bounds of all pixels to the right; a sum along the row then
// gives the cover. Plain arithmetic only, so that every machine makes the same picture.
import type { CoverSheet, Shape, Stroke } from '../cover.ts'

/** Parts that a curve is divided into: a letter of 400 pixels is no more than 0.1 pixel off. */
const PARTS = 16

/** @returns a byte a pixel, 0 for black to 255 for white, row by row */
export function fillShapes({ width, height, shapes }: CoverSheet): Uint8Array {
  const page = new Uint8Array(width * height).fill(255)
  // Shapes of one ink are filled together as long as no other lies between them.
  for (let from = 0; from < shapes.length;) {
    let to = from + 1
    while (to < shapes.length && shapes[to]?.ink === shapes[from]?.ink) to += 1
    fill(page, width, height, shapes.slice(from, to))
    from = to
  }
  return page
}

function fill(page: Uint8Array, width: number, height: number, shapes: readonly Shape[]): void {
  const [first] = shapes
  if (!first) return
  const ink = first.ink === 'black' ? 0 : 255
  const stride = width + 2
  const sums = new Float32Array(stride * height)
  for (const { strokes } of shapes)
    for (const edge of edgesOf(strokes)) addEdge(sums, stride, height, edge)
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      sum += sums[y * stride + x] ?? 0
      const share = Math.min(1, Math.abs(sum))
      if (share < 1 / 512) continue
      const at = y * width + x
      const under = page[at] ?? 255
      page[at] = Math.round(under + (ink - under) * share)
    }
  }
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number]

/** The straight edges of an outline, curves divided. */
function* edgesOf(strokes: readonly Stroke[]): Generator<Edge> {
  let [startX, startY, x, y] = [0, 0, 0, 0]
  for (const { type, values } of strokes) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values
    if (type === 'M') [startX, startY, x, y] = [a, b, a, b]
    else if (type === 'L') {
      yield [x, y, a, b]
      ;[x, y] = [a, b]
    } else if (type === 'Q') {
      // A parabola is the cubic whose control points stand two thirds of the way.
      const third = (from: number, control: number) => from + ((control - from) * 2) / 3
      yield* curve([x, y, third(x, a), third(y, b), third(c, a), third(d, b), c, d])
      ;[x, y] = [c, d]
    } else if (type === 'C') {
      yield* curve([x, y, a, b, c, d, e, f])
      ;[x, y] = [e, f]
    } else if (type === 'Z') {
      yield [x, y, startX, startY]
      ;[x, y] = [startX, startY]
    }
  }
}

function* curve(points: readonly number[]): Generator<Edge> {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points
  let [x, y] = [x0, y0]
  for (let part = 1; part <= PARTS; part += 1) {
    const t = part / PARTS
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    const [nextX, nextY] = [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]
    yield [x, y, nextX, nextY]
    ;[x, y] = [nextX, nextY]
  }
}

/** Add an edge, row by row; what lies off the page bounds nothing, or all of the row. */
function addEdge(sums: Float32Array, stride: number, height: number, [x0, y0, x1, y1]: Edge): void {
  if (y0 === y1) return
  const direction = y0 < y1 ? 1 : -1
  const [topX, topY, footX, footY] = direction === 1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0]
  const slope = (footX - topX) / (footY - topY)
  const last = Math.min(height, Math.ceil(footY))
  const clamp = (x: number) => Math.min(Math.max(x, 0), stride - 2)
  for (let row = Math.max(0, Math.floor(topY)); row < last; row += 1) {
    const from = Math.max(topY, row)
    const to = Math.min(footY, row + 1)
    if (to <= from) continue
    const a = clamp(topX + (from - topY) * slope)
    const b = clamp(topX + (to - topY) * slope)
    addToRow(sums, row * stride, Math.min(a, b), Math.max(a, b), (to - from) * direction)
  }
}

/** @param rise how much of the row's height the edge goes through, from `left` to `right` */
function addToRow(
  sums: Float32Array,
  row: number,
  left: number,
  right: number,
  rise: number
): void {
  const add = (x: number, amount: number) => {
    sums[row + x] = (sums[row + x] ?? 0) + amount
  }
  const first = Math.floor(left)
  const last = Math.floor(right)
  if (first === last) {
    const beside = (left + right) / 2 - first
    add(first, rise * (1 - beside))
    add(first + 1, rise * beside)
    return
  }
  const each = rise / (right - left)
  // The triangle in the first pixel, whole steps between, and what is left for the last two.
  const begin = first + 1 - left
  const covered = (each * begin * begin) / 2
  add(first, covered)
  let done = covered
  for (let x = first + 1; x < last; x += 1) {
    const here = each * (x - left + 0.5)
    add(x, here - done)
    done = here
  }
  const end = right - last
  const reached = rise - (each * end * end) / 2
  add(last, reached - done)
  add(last + 1, rise - reached)
}
