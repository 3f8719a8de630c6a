// A sheet larger than the page in, pages of exactly the edition's size out. Chromium rounds a sheet to whole pixels, so
// print lays the page on a larger one whose size is whole; here the sheet is cut away, and the origin moves to the lower
// left corner of the page (`move-links.ts`, `rewrite-pages.ts`).
import { sheetOf } from '../composition.ts'
import type { Composition } from '../composition.ts'
import type { Trim } from '../edition.ts'
import { PDFName, PDFNumber } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'

/** Where the page lies on its sheet, in points in the coordinates of the sheet. */
export interface PagePlace {
  x: number
  y: number
  width: number
  height: number
  /** How far the print may go beyond the trim, for the knife. */
  bleed: number
}

const POINTS_PER_MM = 72 / 25.4
/** Compositions are measured in tenths of a point. */
const PER_POINT = 10
/** A hundred-thousandth of a point is far below a hundredth of a millimetre. */
const DECIMALS = 5

/** Where each page lies: as its composition says, or else in the upper left corner of its sheet. */
export function placesOf(
  document: PDFDocument,
  trim: Trim,
  composition: Composition | undefined
): readonly PagePlace[] {
  const [width, height] = [trim.width * POINTS_PER_MM, trim.height * POINTS_PER_MM]
  const { left, top } = composition ? sheetOf(composition) : { left: 0, top: 0 }
  const bleed = (composition?.bleed ?? 0) / PER_POINT
  return document.getPages().map((page) => {
    const box = page.getMediaBox()
    const [x, y] = [box.x + left / PER_POINT, box.y + box.height - top / PER_POINT - height]
    return { x, y, width, height, bleed }
  })
}

/**
 * Give every page its boxes, with the origin at the lower left corner of the trim. On a screen there is only the page:
 * media, crop and trim are one, and the bleed ends with the media.
 */
export function setPageBoxes(document: PDFDocument, places: readonly PagePlace[]): void {
  for (const [i, page] of document.getPages().entries()) {
    const { width, height } = places[i] ?? page.getMediaBox()
    const box = [0, 0, width, height].map((d) => PDFNumber.of(Number(d.toFixed(DECIMALS))))
    for (const key of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox'])
      page.node.set(PDFName.of(key), document.context.obj(box))
    page.node.delete(PDFName.of('ArtBox'))
  }
}
