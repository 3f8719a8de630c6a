// The sheets of a job in, what someone should know before printing them out: a line that every run shows, and a message for
// each thing that is not as it was asked for.
import type { VFile } from 'vfile'
import { failAt, queryAt } from '../failure.ts'
import { caliperFrom, shiftOf } from './creep.ts'
import { nestedSheets, paperName } from './job.ts'
import type { Layout } from './job.ts'
import { POINTS_PER_MM } from './marks/frame.ts'
import type { SheetPlan, Size } from './sheet-plan.ts'
import type { Work } from './sheets.ts'
import { readingOf } from './slots.ts'

const START = { line: 1, column: 1 }
/** Pages that are made smaller than this are no longer readable, and a zine may be drawn large for it. */
const SMALLEST: Readonly<Record<Layout, number>> = {
  saddle: 2 / 3,
  signatures: 2 / 3,
  perfect: 2 / 3,
  nup: 2 / 3,
  zine8: 1 / 3
}
const NUMBERS: Readonly<Record<number, string>> = { 1: 'one', 2: 'two', 8: 'eight' }
/** Type of ten points is then less than seven. */
const SMALL = 2 / 3

/**
 * Say what came of a job, in a line.
 *
 * @param drawn the marks that there was room for
 */
export function saySheets(sheets: VFile, work: Work, drawn: ReadonlySet<string>): string {
  const { job, plan, slug } = work
  const missing = job.marks.length === 0 ? [] : [...job.marks, 'slug'].filter((d) => !drawn.has(d))
  if (missing.length > 0)
    info(
      sheets,
      `Unexpected lack of room on ${paperName(plan.paper)} for marks, expected ${missing.join(', ')}`
    )
  const sided =
    job.layout === 'zine8'
      ? 'one side'
      : `${job.oneSided ? 'turn' : 'flip'} on the ${plan.flip} edge`
  const parts = [
    `${slug.sheets.toLocaleString('en-GB')} ${slug.sheets === 1 ? 'sheet' : 'sheets'} of ${paperName(plan.paper)}`,
    sided,
    job.layout !== 'zine8' && job.oneSided && passes(work),
    plan.scale !== 1 && `at ${percent(plan.scale)}`,
    creepOf(work),
    blanksOf(work),
    missing.length > 0 && `no room for ${missing.join(', ')}`
  ]
  return parts.filter(Boolean).join(', ')
}

/**
 * Say that pages are made smaller to fit the paper.
 *
 * @param page the first one, in points
 * @throws {VFileMessage} exit 2 when they would be too small to read
 */
export function sayScale(file: VFile, sheets: VFile, plan: SheetPlan, page: Size): void {
  if (plan.scale === 1) return
  const places = NUMBERS[plan.grid[0] * plan.grid[1]] ?? 'all'
  const size = [page.width, page.height].map((d) => Math.round(d / POINTS_PER_MM)).join(' × ')
  const reason = `Unexpected page of ${size} mm, expected ${places} to fit on one side of ${paperName(plan.paper)}`
  if (plan.scale < SMALLEST[plan.layout])
    failAt(file, START, 'impose', `${reason}: make the pages smaller, or the paper larger`)
  const said = `${reason}: printed at ${percent(plan.scale)}`
  if (plan.scale < SMALL) queryAt(sheets, START, 'impose', `${said}, see whether it can be read`)
  else info(sheets, said)
}

function percent(scale: number): string {
  return `${Math.round(scale * 100)} %`
}

function passes({ job, slug }: Work): string {
  const before = job.leaflet ? 1 : 0
  const [first, last] = [slug.sheets + before, slug.sheets * 2 + before]
  return `print pages 1 to ${first}, put the pile back as it lies, print pages ${first + 1} to ${last}`
}

/** What the press has found of the paper is good for other booklets. */
function creepOf({ job, slug }: Work): string | undefined {
  const { creep } = job
  const most = Math.min(nestedSheets(job), slug.sheets)
  if (!creep || most < 2) return creep && 'no sheet in another, so no creep'
  const whole = `creep ${millimetres(shiftOf(creep, most - 1, most, most))}`
  if (!('overhang' in creep)) return whole
  return `${whole} (as --caliper ${caliperFrom(creep.overhang, most).toFixed(3)})`
}

/** Only its reader knows whether the last page is a back cover, so where blanks stand is told. */
function blanksOf({ forms, job, plan }: Work): string | undefined {
  const reading = readingOf(job, forms.length, plan.grid)
  const before = reading.lastIndexOf(forms.length) + 1 - forms.length
  const after = reading.length - forms.length - before
  const said = [
    before > 0 && `${before} blank before page ${forms.length}`,
    after > 0 && `${after} blank at the end`
  ]
  return said.filter(Boolean).join(', ')
}

function millimetres(value: number): string {
  return `${Number(value.toFixed(2))} mm`
}

function info(sheets: VFile, reason: string): void {
  sheets.info(reason, { place: START, ruleId: 'impose', source: 'press' })
}
