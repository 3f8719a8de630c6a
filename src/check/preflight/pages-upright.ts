// Pages that are turned, or measured in another unit, are set crooked by machines that look at boxes alone.
import { PDFName, PDFNumber } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import { pagesWhere } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* pagesUpright(subject: Preflight): Generator<Finding> {
  const on = pagesWhere(subject, ({ page }) => {
    const unit = page.node.lookup(PDFName.of('UserUnit'))
    const scaled = unit instanceof PDFNumber && unit.asNumber() !== 1
    return page.getRotation().angle % 360 !== 0 || scaled
  })
  if (on) yield { reason: `Unexpected rotation or unit of ${on}, expected upright pages in points` }
}
