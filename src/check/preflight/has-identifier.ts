// Two versions of a file are told apart by their identifiers (ISO 32000-1, 14.4).
import { PDFArray } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* hasIdentifier({ document }: Preflight): Generator<Finding> {
  const found = document.context.lookup(document.context.trailerInfo.ID)
  if (!(found instanceof PDFArray) || found.size() !== 2)
    yield { reason: 'Unexpected PDF without an identifier, expected `ID` in its trailer' }
}
