// The named places of a document in, to which links lead; the same on their pages out. Chromium 147 prints a page at a
// tenth of its size and forgets to make these smaller: a name comes to stand at 2395, −895 on a page of 432 × 648 points,
// where 319, 442 is meant. The places of the outline are right.
import { sheetOf } from '../composition.ts'
import type { Composition } from '../composition.ts'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'

/** Points of a CSS pixel at full size, and as print sets it. */
const FACTOR = 0.75 / 0.1
const PER_INCH = 72
const [LEFT, TOP] = [2, 3]

/** A destination `/XYZ` with the page it leads to. */
interface Place {
  list: PDFArray
  left: number
  top: number
}

/** Bring the named places back to their pages, if any of them stands outside of its sheet. */
export function mendNames(document: PDFDocument, composition: Composition | undefined): void {
  const names = document.catalog.lookup(PDFName.of('Dests'))
  if (!composition || !(names instanceof PDFDict)) return
  const height = sheetOf(composition).down * PER_INCH
  const width = sheetOf(composition).across * PER_INCH
  const places = names.keys().flatMap((key): Place[] => {
    const list = names.lookup(key)
    if (!(list instanceof PDFArray) || !(list.get(0) instanceof PDFRef)) return []
    const [left, top] = [LEFT, TOP].map((i) => list.lookup(i))
    return left instanceof PDFNumber && top instanceof PDFNumber
      ? [{ list, left: left.asNumber(), top: top.asNumber() }]
      : []
  })
  if (places.every(({ left, top }) => left <= width && top >= 0)) return
  for (const { list, left, top } of places) {
    list.set(LEFT, PDFNumber.of(left / FACTOR))
    list.set(TOP, PDFNumber.of(height - (height - top) / FACTOR))
  }
}
