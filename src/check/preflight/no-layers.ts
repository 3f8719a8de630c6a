// Of layers that can be switched off, nobody knows whether they are on at the press.
import { PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* noLayers({ document }: Preflight): Generator<Finding> {
  if (document.catalog.has(PDFName.of('OCProperties')))
    yield {
      reason: 'Unexpected layers, expected pages that always look the same: print them to a new PDF'
    }
}
