// A page and its place in, the operators that draw it there out: scaled, turned, moved towards the fold, cut where another
// page begins.
import { number } from './marks/frame.ts'
import type { PageForm } from './page-form.ts'
import type { SheetPlan } from './sheet-plan.ts'
import type { Slot } from './slot.ts'

/**
 * @param shown operators that draw the page
 * @param shift towards the fold, in points
 */
export function placePage(
  form: PageForm,
  slot: Slot,
  plan: SheetPlan,
  shown: string,
  shift: number
): string {
  const { cell, grid, layout, scale } = plan
  const [column, row] = slot.place
  const [width, height] = [form.width * scale, form.height * scale]
  const left = plan.left + column * cell.width
  const bottom = plan.bottom + (grid[1] - 1 - row) * cell.height
  const isFolded = layout !== 'nup' && layout !== 'zine8'
  // A folded page has its spine edge at the fold; any other stands in the middle of its place.
  const inFold = column === 0 ? cell.width - width + shift : -shift
  const x = left + (isFolded ? inFold : (cell.width - width) / 2)
  const y = bottom + (cell.height - height) / 2
  const [a, b, c, d, e, f] = form.matrix.map((value) => value * scale) as [...PageForm['matrix']] // six in, six out
  const matrix =
    slot.turn === 0 ? [a, b, c, d, e + x, f + y] : [-a, -b, -c, -d, x + width - e, y + height - f]
  const numbers = matrix.map((value) => Math.round(value * 1e5) / 1e5)
  const cut = clip(plan, slot, form.bleed * scale, isFolded ? shift : 0)
  return `q ${cut}${numbers.join(' ')} cm ${shown}\nQ\n`
}

/** What is printed beyond the trim ends at the fold and at the next page. */
function clip(
  { cell, grid, left, bottom }: SheetPlan,
  slot: Slot,
  bleed: number,
  shift: number
): string {
  if (bleed === 0 && shift === 0) return ''
  const [column, row] = slot.place
  const low = grid[1] - 1 - row
  const [x1, x2] = [left + column * cell.width, left + (column + 1) * cell.width]
  const [y1, y2] = [bottom + low * cell.height, bottom + (low + 1) * cell.height]
  const fromLeft = x1 - (column === 0 ? bleed : 0)
  const toRight = x2 + (column === grid[0] - 1 ? bleed : 0)
  const fromBottom = y1 - (low === 0 ? bleed : 0)
  const toTop = y2 + (row === 0 ? bleed : 0)
  const box = [fromLeft, fromBottom, toRight - fromLeft, toTop - fromBottom]
  return `${box.map(number).join(' ')} re W n `
}
