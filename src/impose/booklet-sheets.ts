// Which pages stand on each sheet of a saddle-stitched booklet, for whoever wants to know which sheets an edit touches.
import { withBlanks } from './blanks.ts'
import { signatures } from './signatures.ts'

/**
 * The pages of each sheet, outermost first, as they lie on it; 0 is an empty one.
 *
 * @param blanks stand before the last page, or behind it
 */
export function bookletSheets(pages: number, blanks: 'inside' | 'end'): number[][] {
  const slots = signatures(withBlanks(pages, 4, blanks), Number.POSITIVE_INFINITY)
  const sheets: number[][] = []
  for (const { sheet, page } of slots) (sheets[sheet - 1] ??= []).push(page ?? 0)
  return sheets
}
