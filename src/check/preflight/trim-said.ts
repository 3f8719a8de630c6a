// Where a page is cut is said on the page itself, or the knife goes by guess.
import type { Finding } from '../findings.ts'
import { pagesWhere } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* trimSaid(subject: Preflight): Generator<Finding> {
  const on = pagesWhere(subject, ({ boxes }) => !boxes.TrimBox && !boxes.ArtBox)
  if (on) yield { reason: `Unexpected ${on} without a TrimBox, expected where to cut` }
  const both = pagesWhere(
    subject,
    ({ boxes }) => boxes.TrimBox !== undefined && boxes.ArtBox !== undefined
  )
  if (both)
    yield { reason: `Unexpected ArtBox beside the TrimBox on ${both}, expected one of the two` }
}
