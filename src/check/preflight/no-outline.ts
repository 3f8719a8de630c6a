// An outline serves a reader; some older machines of print shops refuse it.
import { PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* noOutline({ document }: Preflight): Generator<Finding> {
  if (document.catalog.has(PDFName.of('Outlines')))
    yield { reason: 'Unexpected outline, expected pages alone: `print.pdf` has none' }
}
