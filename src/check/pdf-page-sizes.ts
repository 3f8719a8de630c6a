// How many pages a PDF has and how large they are after trimming, as a fact; pages of another size than the first are
// queried, since a printer binds one size.
import { PDFArray, PDFName } from '../pdf.ts'
import type { PDFDocument, PDFPage } from '../pdf.ts'
import type { Finding } from './findings.ts'

const MM_PER_POINT = 25.4 / 72
/** Chromium rounds a page to CSS pixels, 0.26 mm. */
const TOLERANCE = 0.5

/** Width and height in millimetres. */
interface Size {
  width: number
  height: number
}

/** The number of pages and their size, and the pages that differ. */
export function* pdfPageSizes(document: PDFDocument): Generator<Finding> {
  const sizes = document.getPages().map(sizeOf)
  const [first] = sizes
  if (!first) return
  const count = sizes.length === 1 ? '1 page' : `${sizes.length} pages`
  yield { reason: `${count} of ${said(first)}`, info: true }
  for (const [index, size] of sizes.entries())
    if (
      Math.abs(size.width - first.width) > TOLERANCE ||
      Math.abs(size.height - first.height) > TOLERANCE
    )
      yield {
        reason: `Unexpected size ${said(size)} of page ${index + 1}, expected ${said(first)}`
      }
}

function sizeOf(page: PDFPage): Size {
  const boxes = ['TrimBox', 'CropBox', 'MediaBox'].map((name) => page.node.lookup(PDFName.of(name)))
  const box = boxes.find((d) => d instanceof PDFArray && d.size() === 4)
  const { width, height } = box instanceof PDFArray ? box.asRectangle() : page.getSize()
  return { width: width * MM_PER_POINT, height: height * MM_PER_POINT }
}

function said({ width, height }: Size): string {
  return `${width.toFixed(1)} × ${height.toFixed(1)} mm`
}
