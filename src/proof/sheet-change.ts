// Pages before and after in, what is to be printed again out: sheets on which anything is not as it was.
import type { ComposedPage } from '../composition.ts'
import type { PageChange, SheetChange } from '../proof.ts'
import { linesFree } from './lines-free.ts'

/** The pages of each sheet of a booklet that has so many pages, 0 for an empty one. */
export type SheetsOf = (pages: number) => readonly (readonly number[])[]

/** What the change means at the printer. */
export function sheetChange(
  old: number,
  now: readonly ComposedPage[],
  changes: readonly PageChange[],
  sheetsOf: SheetsOf
): SheetChange {
  const [before, after] = [sheetsOf(old), sheetsOf(now.length)]
  const same = new Set(
    changes.flatMap((d) => (d.class === 'identical' && d.old === d.new ? [d.new ?? 0] : []))
  )
  const isSame = (pages: readonly number[], index: number) =>
    pages.length === before[index]?.length &&
    pages.every((d, place) => d === before[index]?.[place] && (d === 0 || same.has(d)))
  return {
    old: before.length,
    new: after.length,
    reprint: after.flatMap((d, index) => (isSame(d, index) ? [] : [index + 1])),
    blanks: after.flat().filter((d) => d === 0).length,
    linesFree: linesFree(now)
  }
}
