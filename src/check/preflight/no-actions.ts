// A page that is printed does nothing: no script, no sound, nothing that happens on opening (ISO 15930-7, 6.18).
import { PDFDict, PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

const ACTIONS = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Sound', 'Movie', 'Rendition']

export function* noActions({ document }: Preflight): Generator<Finding> {
  const found = new Set<string>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (object.has(PDFName.of('AA'))) found.add('AA')
    const kind = object.lookup(PDFName.of('S'))
    const name = kind instanceof PDFName ? kind.decodeText() : ''
    if (ACTIONS.includes(name)) found.add(name)
  }
  if (document.catalog.has(PDFName.of('OpenAction'))) found.add('OpenAction')
  if (found.size > 0)
    yield {
      reason: `Unexpected actions (${[...found].join(', ')}), expected pages that do nothing: print them to a new PDF`
    }
}
