// Fields of a form print in some programmes and not in others.
import { PDFDict, PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* noForms({ document }: Preflight): Generator<Finding> {
  if (document.catalog.lookup(PDFName.of('AcroForm')) instanceof PDFDict)
    yield { reason: 'Unexpected form, expected pages without fields: print them to a new PDF' }
}
