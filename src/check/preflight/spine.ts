// A cover in, where its spine is out: as the file itself says, where the press has made it; or reckoned from a page as high
// as a usual trim and a little wider than two of them, as a cover from anywhere is. No spine is guessed beyond that.
import { PDFArray, PDFDict, PDFName, PDFNumber } from '../../pdf.ts'
import type { PDFPage } from '../../pdf.ts'
import { PER_MM } from './sheet.ts'
import type { PressPage } from './sheet.ts'

/** The spine, from its left edge to its right, in points of the page. */
export interface Spine {
  left: number
  right: number
}

/** Usual trims in millimetres: A5, half letter, demy, B format, royal, A6, 5 × 8 and 6 × 9 inches, A4, letter. */
const TRIMS = [
  [148, 210],
  [139.7, 215.9],
  [138, 216],
  [129, 198],
  [156, 234],
  [105, 148],
  [127, 203.2],
  [152.4, 228.6],
  [210, 297],
  [215.9, 279.4]
] as const
/** A trim is what it is but for roundings; no spine of a pamphlet is wider. In millimetres. */
const [NEAR, WIDEST] = [0.3, 60]

/** @returns undefined where there is none, or nothing says where */
export function spineOn({ page, boxes }: PressPage, isAlone: boolean): Spine | undefined {
  const said = spineSaid(page)
  if (said || !isAlone || !boxes.TrimBox) return said
  const [left, bottom, right, top] = boxes.TrimBox
  const [width, height] = [(right - left) / PER_MM, (top - bottom) / PER_MM]
  const wide = TRIMS.filter((d) => Math.abs(d[1] - height) < NEAR)
    .map((d) => width - 2 * d[0])
    .filter((d) => d > NEAR && d < WIDEST)
    .toSorted((a, b) => a - b)[0]
  if (wide === undefined) return undefined
  const middle = (left + right) / 2
  return { left: middle - (wide * PER_MM) / 2, right: middle + (wide * PER_MM) / 2 }
}

/** What the press writes beside a cover (ISO 32000-1, 14.5: what a programme keeps with a page). */
function spineSaid({ node }: PDFPage): Spine | undefined {
  let dict: unknown = node
  for (const key of ['PieceInfo', 'PamphletPress', 'Private'])
    dict = dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined
  const edges = dict instanceof PDFDict ? dict.lookup(PDFName.of('Spine')) : undefined
  if (!(edges instanceof PDFArray)) return undefined
  const [left, right] = edges.asArray().map((_, i) => edges.lookup(i))
  return left instanceof PDFNumber && right instanceof PDFNumber
    ? { left: left.asNumber(), right: right.asNumber() }
    : undefined
}
