// Any PDF in, sheets out that become a book when they are folded, or cut, and put together: the arithmetic of the places is
// in `slots.ts`, the drawing in `sheets.ts`. Pages keep their size where they fit; larger ones are made smaller, and said so.
import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { failAt, queryAt } from './failure.ts'
import { jobOf } from './impose/job.ts'
import type { Job, Paper } from './impose/job.ts'
import { leaflet } from './impose/leaflet.ts'
import { leftOut } from './impose/left-out.ts'
import { pageForm } from './impose/page-form.ts'
import type { PageForm } from './impose/page-form.ts'
import { sayScale, saySheets } from './impose/say-sheets.ts'
import { planSheet } from './impose/sheet-plan.ts'
import { duplexOf, replacePages, signSheets } from './impose/replace-pages.ts'
import { drawSides } from './impose/sheets.ts'
import type { Work } from './impose/sheets.ts'
import { slotsOf } from './impose/slots.ts'
import { smallType } from './pdf/small-type.ts'
import { titleOf } from './impose/title.ts'
import { closePdf, damaged, openPdf } from './pdf.ts'
import type { PDFDocument } from './pdf.ts'

export { bookletSheets } from './impose/booklet-sheets.ts'
export { caliperOf, MODELS } from './impose/creep.ts'
export type { Creep } from './impose/creep.ts'
export type { Job } from './impose/job.ts'
export { LAYOUTS, MARKS, PAPERS } from './impose/job.ts'
export { testSheet } from './impose/test-sheet.ts'

declare module 'vfile' {
  interface DataMap {
    /** How many sheets of paper a booklet takes. */
    sheets: number
    /** The paper that they are. */
    paper: Paper
    /** What is to be known of the sheets before they are printed, in a line. */
    imposed: string
  }
}

const START = { line: 1, column: 1 }
const POINTS_PER_MM = 72 / 25.4
/** Pages of one size may differ by roundings, in points. */
const TOLERANCE = 1.5
/** No page that a PDF may have is smaller, in points (ISO 32000-1, annex C). */
const SMALLEST_PAGE = 3
/** Digits of the hash that names a build. */
const DIGITS = 8

/**
 * Impose the pages of a PDF.
 *
 * @param asked a saddle-stitched booklet where nothing else is said
 * @throws {VFileMessage} exit 2 when it cannot be read, or its pages differ in size or are too large
 */
export async function impose(file: VFile, asked: Partial<Job> = {}): Promise<VFile> {
  const build = createHash('sha256')
    .update(file.value ?? '')
    .digest('hex')
    .slice(0, DIGITS)
  const document = await openPdf(file)
  const sheets = new VFile({ path: file.path, data: { ...file.data } })
  const forms = formsOf(file, sheets, document)
  const [first] = forms
  if (!first) throw new Error('Unexpected document without pages')
  sameSize(file, forms, first)
  const job = jobOf({ blanks: blanksOf(file), ...asked })
  const plan = planSheet(first, job)
  sayScale(file, sheets, plan, first)
  const { grid, upsideDown } = plan
  const slots = slotsOf(job, { pages: forms.length, grid, upsideDown })
  const count = slots.at(-1)?.sheet ?? 0
  const type = await smallType(document)
  const slug = { title: titleOf(document, file, type), build, sheets: count, type }
  signSheets(document)
  const work: Work = { job, plan, slots, forms, slug }
  const drawn = new Set<string>()
  function* sides() {
    if (job.leaflet) yield* leaflet(work)
    yield* drawSides(document, work, drawn)
  }
  replacePages(document, sides(), plan, duplexOf(job, plan), type.ref)
  type.embed()
  sheets.value = await closePdf(document)
  sheets.data.sheets = count
  sheets.data.paper = plan.paper
  sheets.data.imposed = saySheets(sheets, work, drawn)
  return sheets
}

function formsOf(file: VFile, sheets: VFile, document: PDFDocument): readonly PageForm[] {
  const pages = document.getPages()
  try {
    for (const [i, page] of pages.entries())
      for (const kind of leftOut(page)) {
        const reason = `Unexpected \`${kind}\` on page ${i + 1}, which a booklet leaves out, expected plain pages`
        queryAt(sheets, START, 'impose', `${reason}: print them to a new PDF first`)
      }
    return pages.map((page) => pageForm(document, page))
  } catch {
    return damaged(file)
  }
}

function sameSize(file: VFile, forms: readonly PageForm[], first: PageForm): void {
  for (const [i, { width, height }] of forms.entries()) {
    if (!(width >= SMALLEST_PAGE && height >= SMALLEST_PAGE))
      failAt(file, START, 'impose', `Unexpected page ${i + 1} without a size, expected paper`)
    const isSame =
      Math.abs(width - first.width) < TOLERANCE && Math.abs(height - first.height) < TOLERANCE
    if (isSame) continue
    const reason = `Unexpected size of page ${i + 1}, ${size(width, height)}, expected ${size(first.width, first.height)} as page 1`
    failAt(file, START, 'impose', `${reason}: a booklet needs pages of one size`)
  }
}

function size(width: number, height: number): string {
  return `${Math.round(width / POINTS_PER_MM)} × ${Math.round(height / POINTS_PER_MM)} mm`
}

/** In an edition of ours the last page is made of the front matter, and a back cover, or it is text that goes on. */
export function blanksOf({ data }: VFile): 'inside' | 'end' {
  return data.pages?.at(-1)?.lines === undefined ? 'inside' : 'end'
}
