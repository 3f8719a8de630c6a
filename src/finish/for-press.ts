// The finished pages in, `print.pdf` for a print shop out: PDF/X-4, or PDF/X-1a for the machines that ask for it, of single
// pages, with bleed around the trim, the printing condition they are meant for, and as many pages as whole sheets have. Ink
// is on one plate already.
import { VFile } from 'vfile'
import { openPdf } from '../pdf.ts'
import { dropReading } from './for-press/drop-reading.ts'
import { growBleed } from './for-press/grow-bleed.ts'
import { keepTo, LEAST_BLEED } from './for-press/keep-to.ts'
import { padPages } from './for-press/pad-pages.ts'
import type { Standard } from './xmp.ts'

declare module 'vfile' {
  interface DataMap {
    /** How many pages a print shop gets, blanks included. */
    pressPages: number
  }
}

/** Compositions are measured in tenths of a point. */
const PER_POINT = 10

/**
 * Make the pages ready for a print shop.
 *
 * @param file what `finish` gave
 * @param moment when the edition counts as made
 * @throws {VFileMessage} exit 2 when the bytes are no PDF that can be read, or hold what the standard does not
 */
export async function finishForPress(
  file: VFile,
  moment: Date,
  standard: Standard = 'PDF/X-4'
): Promise<VFile> {
  const { composition, pages = [] } = file.data
  const document = await openPdf(file)
  dropReading(document)
  const folios = pages.map((page) => page.label ?? page.folio)
  // The last page is made of the front matter, and a back cover, or it is text.
  padPages(document, folios, pages.at(-1)?.lines === undefined)
  growBleed(document, Math.max(LEAST_BLEED, (composition?.bleed ?? 0) / PER_POINT))
  const value = await keepTo(standard, document, file, folios, moment)
  const data = { ...file.data, pressPages: document.getPageCount() }
  return new VFile({ path: file.path, value, data })
}
