// The approved build as it was made up, and the corrected text, set: out come its stretches between the fences of the
// approved pages, or the pages that cannot be held.
import type { Frame } from '../block.ts'
import type { SetCopy } from '../arrange.ts'
import type { Design } from '../../design.ts'
import { pageSheets } from '../make-up.ts'
import type { PlannedStretch, Sheet } from '../make-up.ts'
import type { Matter } from '../matter.ts'
import type { Stretch } from '../stretch.ts'
import type { Setter, TextBlock } from '../text-block.ts'
import { pairRows, readRow } from './copy.ts'
import type { Rows } from './copy.ts'
import { fencePages } from './fenced-pages.ts'
import { fenceStretch } from './fence-stretch.ts'
import type { FencedStretch } from './fence-stretch.ts'
import { misfitOf, OTHER_TEXT } from './misfit.ts'
import type { Misfit } from './misfit.ts'
import { newInker } from './ink.ts'
import type { Inker } from './ink.ts'
import type { Job } from './job.ts'

/** An edition as it was made up: what fences are put around. */
export interface MadeUp {
  /** The design that its front matter asks for, and that with the depth and leading that were chosen. */
  asked: Design
  design: Design
  /** The room of a page, with the gap that was taken. */
  frame: Frame
  stretches: readonly PlannedStretch[]
}

/** What became of the pages between their fences. */
export interface Fenced {
  /** Numbers of the pages that were made up again: one alone, or two together. */
  remade: readonly (readonly number[])[]
  /** Pages that the text does not come out on; the edition has no pages then. */
  misfits: readonly Misfit[]
}

/** Pages for which it is tried what would do; where there are more, for none. */
const MOST_TRIED = 5

/** What is put between fences. */
export interface FenceJob {
  approved: MadeUp
  /** The design that the corrected text asks for. */
  asked: Design
  /** Sets it; not asked where the design is another. */
  setText: () => SetCopy
  book: { edition: { title: string }; notes: readonly { line: number }[] }
  setter: Setter
}

export function fenceEdition(
  job: FenceJob
): Fenced & { stretches: readonly PlannedStretch[] | undefined } {
  const { approved, asked, setText, book } = job
  const copy = JSON.stringify(approved.asked) === JSON.stringify(asked) ? setText() : undefined
  if (!copy || kindsOf(copy.stretches) !== kindsOf(approved.stretches))
    return { remade: [], misfits: [OTHER_TEXT], stretches: undefined }
  const fenced = fenceStretches(job, copy)
  const sheetOf = sheetsOf(approved, book.edition.title)
  const remade = fenced.flatMap((d, i) =>
    d.remade.map((pages) => [...new Set(pages.map((k) => sheetOf(i, k).number))])
  )
  const failed = fenced.flatMap(({ job: own, failed: pages }, i) =>
    pages.map((page) => ({ own, page, sheet: sheetOf(i, page) }))
  )
  // Where many pages cannot be held, it is not a matter of a few characters.
  const misfits = failed.map(({ own, page, sheet }) =>
    misfitOf(own, page, sheet, failed.length <= MOST_TRIED)
  )
  const stretches = misfits.length > 0 ? undefined : fenced.map((d) => d.stretch)
  return { remade, misfits, stretches }
}

const kindsOf = (stretches: readonly Stretch[]): string =>
  stretches.map(({ kind, opens }) => `${kind} ${opens}`).join()

function fenceStretches({ approved, book, setter }: FenceJob, copy: SetCopy) {
  const { stretches, frame } = approved
  const inker = newInker()
  const noteLines = book.notes.map((d) => d.line)
  const [first] = stretches
  const notes = pairRows(
    noteRow(first?.notes ?? new Map<number, Matter>(), inker),
    noteRow(copy.notes, inker)
  )
  return copy.stretches.map((fresh, index): FencedStretch & { job: Job } => {
    const old = stretches[index]
    if (!old) throw new Error('There are as many stretches as before')
    const oldNotes = { ...notes, old: { ...notes.old, matters: mattersOf(old.notes) } }
    const job = {
      ...jobOf(old, fresh, oldNotes, setter, inker),
      noteLines,
      frame,
      known: new Map()
    }
    return { ...fenceStretch(job, { ...fresh, notes: copy.notes }), job }
  })
}

function jobOf(
  old: PlannedStretch,
  fresh: Stretch,
  notes: Rows,
  setter: Setter,
  inker: Inker
): Omit<Job, 'noteLines' | 'frame' | 'known'> {
  const text = pairRows(textRow(old.blocks, inker), textRow(fresh.blocks, inker))
  const pages = fencePages(old.pages, text, notes, setter.design.depth)
  return { pages, text, notes, blocks: fresh.blocks, setter }
}

function textRow(blocks: readonly TextBlock[], inker: Inker) {
  return readRow(
    blocks.map(({ matter, ...block }) => {
      // What it looks like does not depend on where the manuscript has it.
      const shape = JSON.stringify({ ...block, line: 0, heading: undefined })
      return { matter, shape }
    }),
    inker
  )
}

const mattersOf = (notes: ReadonlyMap<number, Matter>): Matter[] =>
  [...notes].toSorted(([a], [b]) => a - b).map(([, matter]) => matter)

function noteRow(notes: ReadonlyMap<number, Matter>, inker: Inker) {
  return readRow(
    mattersOf(notes).map((matter) => ({ matter, shape: '' })),
    inker
  )
}

/** The page on which a planned page, or column, of a stretch stands, by the indexes of both. */
function sheetsOf(
  { stretches, design }: MadeUp,
  title: string
): (stretch: number, page: number) => Pick<Sheet, 'number' | 'label'> {
  const sheets = pageSheets(stretches, design, title)
  return (stretch, page) => {
    const own = sheets.filter((d) => d.stretch === stretches[stretch])
    const found = own[Math.floor(page / design.columns)]
    return found ?? { number: 0, label: '' }
  }
}
