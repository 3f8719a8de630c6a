// What a sheet says of the page, and a trim, in; the page in tenths of a point out: how large the type is, how many columns
// there are and how wide, and where the margins stand.
//
// The margins leave some room. Columns narrower than the sheet wants become one less. When one column would be too wide for
// its type, the type grows as far as it may, and the rest goes to the margins, in their proportion; when it would be too
// narrow, the type shrinks as far as it may, and then the column is as wide as it is.
import type { Trim } from '../edition.ts'
import type { PageValues } from './properties.ts'
import type { Length } from './values.ts'

/** Tenths of a point to the millimetre: 720 to the inch. */
export const PER_MM = 720 / 25.4

/** A page fitted to its trim. */
export interface FittedPage {
  width: number
  inner: number
  outer: number
  columns: number
  /** Of one column. */
  measure: number
  gutter: number
  /** What every length in points is multiplied by. */
  scale: number
}

/** @param size of the text, in tenths of a point, as the sheet has it */
export function fitPage(page: PageValues, size: number, trim: Trim): FittedPage {
  const width = trim.width * PER_MM
  const inner = share(page.inner, width)
  const outer = share(page.outer, width)
  const room = width - inner - outer
  const wish = gutterOf(page.gutter, size)
  const columnOf = (columns: number) => (room - wish * (columns - 1)) / columns
  let { columns } = page
  while (columns > 1 && columnOf(columns) < page['narrowest-column'].amount * size) columns -= 1
  const narrowest = columns > 1 ? page['narrowest-column'] : page.narrowest
  const scale = scaleOf(page, size, columnOf(columns), narrowest.amount)
  const gutter = columns > 1 ? Math.round(gutterOf(page.gutter, size, scale)) : 0
  const widest = page.widest.amount * size * scale
  const measure = Math.min((room - gutter * (columns - 1)) / columns, widest)
  const rest = room - measure * columns - gutter * (columns - 1)
  const atInner = inner + outer > 0 ? inner / (inner + outer) : 0.5
  return {
    width,
    inner: inner + rest * atInner,
    outer: outer + rest * (1 - atInner),
    columns,
    measure,
    gutter,
    scale
  }
}

/** How far the type grows or shrinks so that a column is neither too wide nor too narrow for it. */
function scaleOf(page: PageValues, size: number, column: number, narrowest: number): number {
  const most = Math.max((page.largest.amount * 10) / size, 1)
  const least = Math.min((page.smallest.amount * 10) / size, 1)
  const { amount: widest } = page.widest
  if (column > widest * size) return Math.min(column / (widest * size), most)
  return Math.max(Math.min(column / (narrowest * size), 1), least)
}

function gutterOf({ amount, unit }: Length, size: number, scale = 1): number {
  if (unit === 'mm') return amount * PER_MM
  return amount * (unit === 'em' ? size : 10) * scale
}

/** A margin: in millimetres, or a share of the width or height of the page. */
export function share({ amount, unit }: Length, whole: number): number {
  return unit === '%' ? (amount / 100) * whole : amount * PER_MM
}
