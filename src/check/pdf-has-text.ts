// A PDF of a text holds letters. One without a font holds pictures of them: nobody can search it or have it read out.
import type { PDFDocument } from '../pdf.ts'
import type { Finding } from './findings.ts'
import { fontsOf } from './fonts-embedded.ts'

/** Whether there is text at all. */
export function* pdfHasText(document: PDFDocument): Generator<Finding> {
  if (fontsOf(document).length === 0)
    yield { reason: 'Unexpected PDF without a font, expected text and not pictures of it' }
}
