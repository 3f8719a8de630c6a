// Letters in, rows of letters out: those of one font, size, scale and base line, in order, with the place of each in
// points; and the tracking that most of them share.
import type { Face } from './graphics-state.ts'
import type { Letters, Mark } from './marks.ts'

/** A letter of a row. */
export interface Letter {
  code: number
  /** Where it stands, in points from the left edge of the page. */
  x: number
  mark: Mark
}

/** Letters that are set with one font on one line. */
export interface Row {
  face: Face
  /** In points. */
  size: number
  /** Horizontal scale in per cent; 100 is natural. */
  scale: number
  /** The line that they stand on, in points from the lower edge of the page. */
  y: number
  /** Added to each letter, in points before scaling. */
  tracking: number
  letters: readonly Letter[]
}

/** Roundings of a base line, in points. */
const LEVEL = 0.004
/** Farther away than this, letters are a row of their own; in sizes. */
const NEAR = 3
/** Trackings that differ by less are one, in thousandths of the size. */
const ALIKE = 0.3
/** A tracking below this is none, in thousandths of the size: it does not sum up to a trace on any line. */
const NONE = 0.02

/** Whether letters stand upright, as all text does that is not turned. */
export function isUpright({ matrix: [a, b, c, d], size, scale }: Letters): boolean {
  const flat = 1e-6 * Math.abs(a)
  return a > 0 && d > 0 && Math.abs(b) <= flat && Math.abs(c) <= flat && size > 0 && scale > 0
}

/** Rows of upright letters, in order. */
export function spreadLetters(marks: readonly Mark[]): readonly Row[] {
  const rows: (Row & { letters: Letter[] })[] = []
  for (const mark of marks) {
    if (mark.shape.kind !== 'letters') continue
    const { shape } = mark
    const [a, , , d, e, y] = shape.matrix
    const size = round(shape.size * d, 4)
    const scale = round((100 * a * shape.scale) / d, 3)
    const last = rows.at(-1)
    const first = e + a * (shape.offsets[0] ?? 0)
    const goesOn =
      last?.face === shape.face &&
      last.size === size &&
      last.scale === scale &&
      Math.abs(last.y - y) < LEVEL &&
      Math.abs(first - endOf(last)) < NEAR * size
    const row = goesOn ? last : { face: shape.face, size, scale, y, tracking: 0, letters: [] }
    if (!goesOn) rows.push(row)
    for (const [i, code] of shape.codes.entries())
      row.letters.push({ code, x: e + a * (shape.offsets[i] ?? 0), mark })
  }
  for (const row of rows) row.tracking = trackingOf(row)
  return rows
}

function endOf({ letters, face, size, scale }: Row): number {
  const last = letters.at(-1)
  return last ? last.x + (face.widthOf(last.code) / 1000) * size * (scale / 100) : 0
}

/** What most letters have between them besides their widths: the middle of the largest cluster. */
function trackingOf({ letters, face, size, scale }: Row): number {
  const unit = (size / 1000) * (scale / 100)
  const gaps = letters.slice(1).map((d, i) => {
    const before = letters[i]
    return before ? (d.x - before.x) / unit - face.widthOf(before.code) : 0
  })
  const sorted = gaps.toSorted((p, q) => p - q)
  let [best, count] = [0, 0]
  for (let low = 0, high = 0; low < sorted.length; low++) {
    while (high < sorted.length && (sorted[high] ?? 0) - (sorted[low] ?? 0) <= ALIKE) high++
    if (high - low <= count) continue
    count = high - low
    best = sorted.slice(low, high).reduce((sum, d) => sum + d, 0) / count
  }
  return Math.abs(best) < NONE ? 0 : round((best * size) / 1000, 5)
}

/** To so many decimals. */
export function round(value: number, decimals: number): number {
  const unit = 10 ** decimals
  return Math.round(value * unit) / unit
}
