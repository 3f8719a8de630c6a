// Any PDF in, a booklet out: two pages on each side of a sheet, to print on both sides, fold in the middle and staple
// through the fold. A5 stands on A4 at full size; larger pages are made smaller, and said so.
import { VFile } from 'vfile'
import { failAt, queryAt } from './failure.ts'
import { leftOut } from './impose/left-out.ts'
import { pageForm } from './impose/page-form.ts'
import type { PageForm } from './impose/page-form.ts'
import { PAPERS, planSheet } from './impose/sheet-plan.ts'
import type { SheetPlan } from './impose/sheet-plan.ts'
import { drawSheets, signSheets } from './impose/sheets.ts'
import { saddleStitch } from './impose/signatures.ts'
import { closePdf, damaged, openPdf } from './pdf.ts'
import type { PDFDocument } from './pdf.ts'

declare module 'vfile' {
  interface DataMap {
    /** How many sheets of paper a booklet takes. */
    sheets: number
  }
}

const START = { line: 1, column: 1 }
const POINTS_PER_MM = 72 / 25.4
/** Pages of one size may differ by roundings, in points. */
const TOLERANCE = 1.5
/** Two pages that are larger than the paper by more than half are not readable on it. */
const SMALLEST_SCALE = 1 / 1.5

/**
 * Impose the pages of a PDF as a saddle-stitched booklet.
 *
 * @throws {VFileMessage} exit 2 when it cannot be read, or its pages differ in size or are too large
 */
export async function impose(file: VFile, sheet: keyof typeof PAPERS = 'a4'): Promise<VFile> {
  const document = await openPdf(file)
  const booklet = new VFile({ path: file.path, data: { ...file.data } })
  const forms = formsOf(file, booklet, document)
  const [first] = forms
  if (!first) throw new Error('Unexpected document without pages')
  sameSize(file, forms, first)
  const plan = planSheet(first, sheet)
  sayScale(file, booklet, plan, sheet)
  const sheets = saddleStitch(forms.length)
  signSheets(document)
  drawSheets(document, sheets, forms, plan)
  booklet.value = await closePdf(document)
  booklet.data.sheets = sheets.length
  return booklet
}

function formsOf(file: VFile, booklet: VFile, document: PDFDocument): readonly PageForm[] {
  const pages = document.getPages()
  try {
    for (const [i, page] of pages.entries())
      for (const kind of leftOut(page)) {
        const reason = `Unexpected \`${kind}\` on page ${i + 1}, which a booklet leaves out, expected plain pages`
        queryAt(booklet, START, 'impose', `${reason}: print them to a new PDF first`)
      }
    return pages.map((page) => pageForm(document, page))
  } catch {
    return damaged(file)
  }
}

function sameSize(file: VFile, forms: readonly PageForm[], first: PageForm): void {
  for (const [i, { width, height }] of forms.entries()) {
    const isSame =
      Math.abs(width - first.width) < TOLERANCE && Math.abs(height - first.height) < TOLERANCE
    if (isSame) continue
    const reason = `Unexpected size of page ${i + 1}, ${size(width, height)}, expected ${size(first.width, first.height)} as page 1`
    failAt(file, START, 'impose', `${reason}: a booklet needs pages of one size`)
  }
}

function sayScale(file: VFile, booklet: VFile, plan: SheetPlan, sheet: keyof typeof PAPERS): void {
  if (plan.scale === 1) return
  const page = size(plan.spreadWidth / 2 / plan.scale, plan.spreadHeight / plan.scale)
  const scale = `${Math.round(plan.scale * 100)} %`
  const reason = `Unexpected page of ${page}, expected two to fit on one side of ${sheet}`
  if (plan.scale < SMALLEST_SCALE)
    failAt(file, START, 'impose', `${reason}: make the pages smaller, such as A5`)
  booklet.info(`${reason}: they are printed at ${scale}`, {
    place: START,
    ruleId: 'impose',
    source: 'press'
  })
}

function size(width: number, height: number): string {
  return `${Math.round(width / POINTS_PER_MM)} × ${Math.round(height / POINTS_PER_MM)} mm`
}
