// Text that is there and not drawn lies over a scan; whoever prints the page sees the scan.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* textDrawn(subject: Preflight): Generator<Finding> {
  const found = marked(subject, (d) => d.hidden === true)
  if (found)
    yield {
      reason: `Unexpected text that is not drawn on ${found.on}, expected letters and no scan of them`
    }
}
