// Chromium's PDF in, the edition's `read.pdf` out: whole words, exact pages, its record, its labels, the same bytes each
// time. Tags, outline, links and language stay.
import { VFile } from 'vfile'
import { describe } from './finish/describe.ts'
import { joinWords } from './finish/join-words.ts'
import { numberTags } from './finish/number-tags.ts'
import { setPageBoxes } from './finish/page-boxes.ts'
import { closePdf, openPdf } from './pdf.ts'

/**
 * Finish the pages.
 *
 * @param file the bytes of the PDF, with `data.edition` and `data.pages`
 * @param moment when the edition counts as made
 * @throws {VFileMessage} exit 2 when the bytes are no PDF that can be read
 */
export async function finish(file: VFile, moment: Date): Promise<VFile> {
  const { edition, pages = [] } = file.data
  if (!edition) throw new Error('Unexpected file without an edition, expected one from compose')
  const document = await openPdf(file)
  joinWords(document)
  numberTags(document)
  setPageBoxes(document, edition.trim)
  const folios = pages.map((page) => page.folio)
  describe(document, edition, folios, moment)
  return new VFile({ path: file.path, value: await closePdf(document), data: { ...file.data } })
}
