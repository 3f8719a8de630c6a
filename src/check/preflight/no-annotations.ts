// Links, comments and stamps lie on a page and are no part of it: within the bleed they are forbidden (ISO 15930-7, 6.17).
import { PDFArray, PDFDict, PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'
import { pagesWhere } from './sheet.ts'

const ALLOWED = new Set(['PrinterMark', 'TrapNet'])

export function* noAnnotations(subject: Preflight): Generator<Finding> {
  const kinds = new Set<string>()
  const on = pagesWhere(subject, ({ page }) => {
    const list = page.node.Annots()
    const found = list instanceof PDFArray ? list.asArray().map((_, i) => list.lookup(i)) : []
    const here = found
      .map((d) => (d instanceof PDFDict ? d.lookup(PDFName.of('Subtype')) : undefined))
      .map((d) => (d instanceof PDFName ? d.decodeText() : ''))
      .filter((d) => d !== '' && !ALLOWED.has(d))
    for (const kind of here) kinds.add(kind)
    return here.length > 0
  })
  if (on)
    yield { reason: `Unexpected annotations (${[...kinds].join(', ')}) on ${on}, expected none` }
}
