// Files within the file are nothing that can be printed.
import { PDFDict, PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* noAttachedFiles({ document }: Preflight): Generator<Finding> {
  const names = document.catalog.lookup(PDFName.of('Names'))
  const inNames = names instanceof PDFDict && names.has(PDFName.of('EmbeddedFiles'))
  if (inNames || document.catalog.has(PDFName.of('AF')))
    yield { reason: 'Unexpected attached files, expected pages alone' }
}
