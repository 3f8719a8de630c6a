// The finished pages in, `print.pdf` for a print shop out: PDF/X-4 (ISO 15930-7:2010), or PDF/X-1a:2003 (ISO 15930-4) for
// the machines that ask for it, of single pages, with bleed around
// the trim, the printing condition they are meant for, and as many pages as whole sheets have. Ink is on one plate already.
import { VFile } from 'vfile'
import { readOwn } from '../assets.ts'
import { closePdf, openPdf, PDFHeader } from '../pdf.ts'
import { describe } from './describe.ts'
import { defineRgb } from './for-press/define-rgb.ts'
import { dropReading } from './for-press/drop-reading.ts'
import { growBleed } from './for-press/grow-bleed.ts'
import { nameCondition } from './for-press/name-condition.ts'
import { padPages } from './for-press/pad-pages.ts'
import { refuseColours } from './for-press/refuse-colours.ts'
import type { Standard } from './xmp.ts'

declare module 'vfile' {
  interface DataMap {
    /** How many pages a print shop gets, blanks included. */
    pressPages: number
  }
}

/** Print shops cut after printing, and not quite where they mean to: 3 mm, in points. */
export const LEAST_BLEED = (3 * 72) / 25.4
/** Of the press itself. */
export const PROFILE = 'src/finish/for-press/fogra39.icc'
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
  const { edition, composition, pages = [] } = file.data
  if (!edition) throw new Error('Unexpected file without an edition, expected one from compose')
  const document = await openPdf(file)
  dropReading(document)
  const folios = pages.map((page) => page.label ?? page.folio)
  // The last page is made of the front matter, and a back cover, or it is text.
  padPages(document, folios, pages.at(-1)?.lines === undefined)
  const bleed = Math.max(LEAST_BLEED, (composition?.bleed ?? 0) / PER_POINT)
  growBleed(document, bleed)
  const old = standard === 'PDF/X-1a:2003'
  if (old) refuseColours(document, file)
  else defineRgb(document)
  nameCondition(document, await readOwn(PROFILE))
  document.context.header = PDFHeader.forVersion(1, old ? 4 : 6)
  describe(document, edition, folios, moment, standard)
  const data = { ...file.data, pressPages: document.getPageCount() }
  return new VFile({ path: file.path, value: await closePdf(document, !old), data })
}
