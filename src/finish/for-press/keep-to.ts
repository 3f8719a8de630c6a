// The last steps of every file for a print shop: what the standard wants of the whole, and its bytes. PDF/X-4 is PDF 1.6
// (ISO 15930-7:2010); PDF/X-1a:2003 is PDF 1.4, of ink alone (ISO 15930-4:2003).
import type { VFile } from 'vfile'
import { readOwn } from '../../assets.ts'
import { closePdf, PDFHeader } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'
import { describe } from '../describe.ts'
import type { Standard } from '../xmp.ts'
import { defineRgb } from './define-rgb.ts'
import { nameCondition } from './name-condition.ts'
import { refuseColours } from './refuse-colours.ts'

/** Print shops cut after printing, and not quite where they mean to: 3 mm, in points. */
export const LEAST_BLEED = (3 * 72) / 25.4
const PROFILE = 'src/finish/for-press/fogra39.icc'

/**
 * The bytes of a document that keeps to a standard.
 *
 * @param file whose edition it is, and which is named where it cannot
 * @throws {VFileMessage} exit 2 where it holds what the standard does not
 */
export async function keepTo(
  standard: Standard,
  document: PDFDocument,
  file: VFile,
  folios: readonly string[],
  moment: Date
): Promise<Uint8Array> {
  const { edition } = file.data
  if (!edition) throw new Error('Unexpected file without an edition, expected one from compose')
  const old = standard === 'PDF/X-1a:2003'
  if (old) refuseColours(document, file)
  else defineRgb(document)
  nameCondition(document, await readOwn(PROFILE))
  document.context.header = PDFHeader.forVersion(1, old ? 4 : 6)
  describe(document, edition, folios, moment, standard)
  return closePdf(document, !old)
}
