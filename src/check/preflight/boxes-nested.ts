// The trim lies within the bleed, the bleed within the media (ISO 32000-1, 14.11.2).
import type { Finding } from '../findings.ts'
import { pagesWhere, within } from './sheet.ts'
import type { BoxName, Preflight } from './sheet.ts'

const PAIRS: ReadonlyArray<readonly [BoxName, BoxName]> = [
  ['TrimBox', 'BleedBox'],
  ['TrimBox', 'MediaBox'],
  ['BleedBox', 'MediaBox'],
  ['TrimBox', 'CropBox']
]

export function* boxesNested(subject: Preflight): Generator<Finding> {
  for (const [inner, outer] of PAIRS) {
    const on = pagesWhere(subject, ({ boxes }) => {
      const [small, large] = [boxes[inner], boxes[outer]]
      return small !== undefined && large !== undefined && !within(small, large)
    })
    if (on)
      yield { reason: `Unexpected ${inner} outside the ${outer} on ${on}, expected it within` }
  }
}
