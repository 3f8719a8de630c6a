// Pages that know their places in, drawn pages out, with what their lines could not avoid. One that has the same matter at
// the same places as when it was drawn last is the same object again: so whoever shows pages draws only those that changed.
import type { ComposedPage, Finding } from '../composition.ts'
import type { Design } from '../design.ts'
import type { PlacedBlock, PlacedNote, PlannedPage } from './block.ts'
import { lineFindings } from './line-findings.ts'
import { composePage } from './make-up.ts'
import type { Sheet } from './make-up.ts'
import type { Setter } from './text-block.ts'

/** A page that was drawn. */
interface Drawn {
  sheet: Sheet
  design: string
  /** Folios that it says, where it is a page of the contents. */
  folios: string
  page: ComposedPage
  findings: readonly Finding[]
}

/** The pages that were drawn last. */
export interface DrawnMemory {
  drawn: readonly Drawn[]
}

/** @param folios of all headings */
export function drawPages(
  sheets: readonly Sheet[],
  setter: Setter,
  folios: ReadonlyMap<string, string>,
  memory: DrawnMemory
): { pages: ComposedPage[]; findings: Finding[] } {
  const design = JSON.stringify(setter.design satisfies Design)
  const said = JSON.stringify([...folios])
  memory.drawn = sheets.map((sheet, index): Drawn => {
    const before = memory.drawn[index]
    const about = { sheet, design, folios: sheet.kind === 'contents' ? said : '' }
    if (before && isSame(before, about)) return { ...before, sheet }
    const page = composePage(sheet, setter)
    return { ...about, page, findings: lineFindings(page, setter) }
  })
  const pages = memory.drawn.map((d) => d.page)
  return { pages, findings: memory.drawn.flatMap((d) => d.findings) }
}

function isSame(a: Drawn, b: Pick<Drawn, 'sheet' | 'design' | 'folios'>): boolean {
  const [one, two] = [a.sheet, b.sheet]
  if (a.design !== b.design || a.folios !== b.folios) return false
  if (one.number !== two.number || one.kind !== two.kind || one.label !== two.label) return false
  if (one.folio !== two.folio || one.head !== two.head) return false
  return areSame(one.columns, two.columns, (c, d) => isSameColumn(c, one, d, two))
}

function isSameColumn(a: PlannedPage, one: Sheet, b: PlannedPage, two: Sheet): boolean {
  const block = ({ stretch }: Sheet, d: PlacedBlock) => stretch?.blocks[d.block]
  const note = ({ stretch }: Sheet, d: PlacedNote) => stretch?.notes.get(d.note)
  return (
    a.noteLeading === b.noteLeading &&
    areSame(a.blocks, b.blocks, (c, d) => isThere(c, d) && block(one, c) === block(two, d)) &&
    areSame(a.notes, b.notes, (c, d) => {
      return c.note === d.note && isThere(c, d) && note(one, c) === note(two, d)
    })
  )
}

type Part = Pick<PlacedBlock, 'setting' | 'from' | 'to' | 'top'>

function isThere(a: Part, b: Part): boolean {
  return a.setting === b.setting && a.from === b.from && a.to === b.to && a.top === b.top
}

function areSame<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((d, i) => same(d, b[i] as T)) // as long as each other
}
