// The printing condition for which a file is meant, with its profile (ISO 15930-7:2010, 6.2.2): what a print shop goes by
// when its own condition is another.
import { PDFName, PDFString } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'

/** A condition of the ICC's registry, and the inks of its profile. */
const CONDITION = { name: 'FOGRA39', says: 'Offset on coated paper, ISO 12647-2', inks: 4 } as const

/** Name the condition in the catalogue. */
export function nameCondition(document: PDFDocument, profile: Uint8Array): void {
  const { context } = document
  const stream = context.register(context.flateStream(profile, { N: CONDITION.inks }))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of(CONDITION.name),
    OutputCondition: PDFString.of(CONDITION.says),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of(CONDITION.says),
    DestOutputProfile: stream
  })
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}
