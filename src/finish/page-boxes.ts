// Pages as Chromium cut them in, pages of the edition's size out. Chromium rounds a page to whole CSS pixels (A5 becomes
// 420 × 594.96 pt); the text was laid out from the upper left corner, so that corner stays where it is.
import type { Trim } from '../edition.ts'
import { PDFName, PDFNumber } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'

const POINTS_PER_MM = 72 / 25.4
const BOXES = ['MediaBox', 'CropBox', 'TrimBox'].map((d) => PDFName.of(d))
const SPARE = ['BleedBox', 'ArtBox'].map((d) => PDFName.of(d))

/** Give every page the boxes of the trim. */
export function setPageBoxes(document: PDFDocument, trim: Trim): void {
  for (const page of document.getPages()) {
    const { x, y, height } = page.getMediaBox()
    const top = y + height
    const corners = [x, top - trim.height * POINTS_PER_MM, x + trim.width * POINTS_PER_MM, top]
    const box = corners.map((d) => PDFNumber.of(Math.round(d * 1e5) / 1e5))
    for (const key of BOXES) page.node.set(key, document.context.obj(box))
    for (const key of SPARE) page.node.delete(key)
  }
}
