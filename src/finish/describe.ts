// What the edition is called, who wrote it and when it was made, into the PDF's own record and into its XMP packet; and
// how a reader opens it.
// The moment is given, never asked of the clock: the same edition is the same bytes (promise P17).
import type { Edition } from '../edition.ts'
import { PDFHexString, PDFName, PDFString } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'
import { pageLabels } from './page-labels.ts'
import { xmp } from './xmp.ts'
import type { Standard } from './xmp.ts'

const PRODUCER = 'Pamphlet Press'

/**
 * Write the record of a document.
 *
 * @param standard what it keeps to, when it is for a print shop
 */
export function describe(
  document: PDFDocument,
  edition: Edition,
  folios: readonly string[],
  moment: Date,
  standard?: Standard
): void {
  const { catalog, context } = document
  const date = PDFString.of(`D:${moment.toISOString().replace(/\D/gu, '').slice(0, 14)}Z`)
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(edition.title),
      ...(edition.authors.length > 0 && {
        Author: PDFHexString.fromText(edition.authors.join(', '))
      }),
      Producer: PDFString.of(PRODUCER),
      CreationDate: date,
      ModDate: date,
      ...(standard && { Trapped: 'False', GTS_PDFXVersion: PDFString.of(standard) })
    })
  )
  // Not packed, so that a programme that knows no PDF finds it.
  const packet = Buffer.from(xmp(edition, { producer: PRODUCER, moment, standard }))
  const metadata = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(metadata))
  catalog.set(PDFName.of('Lang'), PDFString.of(edition.language))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  if (folios.length > 0) catalog.set(PDFName.of('PageLabels'), labels(document, folios))
}

function labels(document: PDFDocument, folios: readonly string[]) {
  const { context } = document
  const numbers = pageLabels(folios).flatMap(({ start, style, first, prefix }) => [
    start,
    context.obj({
      ...(style && { S: style, St: first }),
      ...(prefix && { P: PDFHexString.fromText(prefix) })
    })
  ])
  return context.obj({ Nums: numbers })
}
