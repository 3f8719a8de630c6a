// Type that stands close to the trim may be cut.
import type { Finding } from '../findings.ts'
import { marked, PER_MM } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* safeArea(subject: Preflight): Generator<Finding> {
  const { safe } = subject.profile
  const by = safe * PER_MM
  const found = marked(subject, ({ kind, x, y, hidden }, { boxes }) => {
    const trim = boxes.TrimBox ?? boxes.CropBox ?? boxes.MediaBox
    if (kind !== 'text' || hidden || !trim) return false
    const inside = x >= trim[0] + by && x <= trim[2] - by && y >= trim[1] + by && y <= trim[3] - by
    // What stands outside the page, such as a mark for the cutter, is not read.
    const onPage = x > trim[0] && x < trim[2] && y > trim[1] && y < trim[3]
    return onPage && !inside
  })
  if (found)
    yield {
      reason: `Unexpected text near the trim on ${found.on}, expected ${safe} mm between them`
    }
}
