// Chromium's PDF in, the edition's `read.pdf` out: exact pages, drawn in a fifth of the bytes; tags that can be listened
// to; its record, its labels, the same bytes each time. Outline, links and language stay.
import { VFile } from 'vfile'
import { describe } from './finish/describe.ts'
import { joinParts } from './finish/join-parts.ts'
import { mendNames } from './finish/mend-names.ts'
import { moveLinks } from './finish/move-links.ts'
import { numberTags } from './finish/number-tags.ts'
import { placesOf, setPageBoxes } from './finish/page-boxes.ts'
import { retag } from './finish/retag.ts'
import { rewritePages } from './finish/rewrite-pages.ts'
import { closePdf, openPdf } from './pdf.ts'

/**
 * Finish the pages.
 *
 * @param file the bytes of the PDF, with `data.edition` and `data.pages`; `data.more` are PDFs with the pages behind it
 * @param moment when the edition counts as made
 * @throws {VFileMessage} exit 2 when the bytes are no PDF that can be read
 */
export async function finish(file: VFile, moment: Date): Promise<VFile> {
  const { edition, pages = [] } = file.data
  if (!edition) throw new Error('Unexpected file without an edition, expected one from compose')
  const document = await openPdf(file)
  joinParts(document, await Promise.all((file.data.more ?? []).map((d) => openPdf(new VFile(d)))))
  const places = placesOf(document, edition.trim, file.data.composition)
  retag(document, (owners) => rewritePages(document, places, owners))
  // Must run after the tags have their order.
  numberTags(document)
  mendNames(document, file.data.composition)
  moveLinks(document, places)
  setPageBoxes(document, places)
  const folios = pages.map((page) => page.label ?? page.folio)
  describe(document, edition, folios, moment)
  return new VFile({
    path: file.path,
    value: await closePdf(document),
    data: { ...file.data, more: [] }
  })
}
