// Pages in, as many as whole sheets of a stitched pamphlet have out: blanks stand before the last page, so that a back
// cover stays at the back, and behind text that goes on to the end.
import { PDFName } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'

/** A sheet that is folded once has four pages. */
const SHEET = 4

/**
 * Add what is wanting to whole sheets.
 *
 * @param folios of the pages; those of the blanks, '', are added
 * @param hasBack whether the last page is a back cover
 */
export function padPages(document: PDFDocument, folios: string[], hasBack: boolean): void {
  const count = document.getPageCount()
  const wanting = (SHEET - (count % SHEET)) % SHEET
  const { width, height } = document.getPage(0).getTrimBox()
  // A pamphlet of one page has its blanks behind it.
  const at = hasBack && count > 1 ? count - 1 : count
  for (let i = 0; i < wanting; i += 1) {
    const page = document.insertPage(at, [width, height])
    page.node.set(PDFName.of('Resources'), document.context.obj({}))
    for (const name of ['CropBox', 'TrimBox', 'BleedBox'])
      page.node.set(PDFName.of(name), document.context.obj([0, 0, width, height]))
  }
  if (folios.length > 0) folios.splice(at, 0, ...Array.from({ length: wanting }, () => ''))
}
