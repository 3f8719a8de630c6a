// A job, a number of pages and a grid in, the place of every page out: the whole arithmetic of page order.
import { withBlanks } from './blanks.ts'
import { nestedSheets } from './job.ts'
import type { Job } from './job.ts'
import { piles } from './piles.ts'
import { signatures } from './signatures.ts'
import type { Grid, Reading, Slot } from './slot.ts'
import { readFromRight, turnBacks } from './turn-sheet.ts'
import { zines } from './zine.ts'

/** What the places depend on beside the job. */
export interface Setting {
  pages: number
  grid: Grid
  /** The printer turns sheets head over heels, so backs stand upside down in the file. */
  upsideDown: boolean
}

/** The places of all pages, sheet after sheet. */
export function slotsOf(job: Job, { pages, grid, upsideDown }: Setting): Slot[] {
  const reading = readingOf(job, pages, grid)
  const slots = placed(job, reading, grid)
  const read = job.rtl ? readFromRight(slots, grid) : slots
  return upsideDown ? turnBacks(read, grid) : read
}

/** Pages and blanks in the order of reading. */
export function readingOf({ layout, blanks = 'inside' }: Job, pages: number, grid: Grid): Reading {
  if (layout === 'zine8') return zineReading(pages, blanks)
  if (layout !== 'nup') return withBlanks(pages, 4, blanks)
  // Whole blank leaves are thrown away, so they lie behind the back cover.
  const leaves = withBlanks(pages, 2, blanks)
  const places = grid[0] * grid[1] * 2
  const blank = Array.from(
    { length: (places - (leaves.length % places)) % places },
    () => undefined
  )
  return [...leaves, ...blank]
}

/** Several zines are books of their own, so only the last one has blanks. */
function zineReading(pages: number, blanks: 'inside' | 'end'): Reading {
  const before = Math.floor((pages - 1) / 8) * 8
  const last = withBlanks(pages - before, 8, blanks)
  const full = Array.from({ length: before }, (_, i) => i + 1)
  return [...full, ...last.map((page) => (page === undefined ? page : page + before))]
}

function placed(job: Job, reading: Reading, grid: Grid): Slot[] {
  if (job.layout === 'zine8') return zines(reading)
  if (job.layout === 'nup') return piles(reading, grid)
  return signatures(reading, nestedSheets(job))
}
