// No machine folds a cover to the millimetre: letters on a thin spine slip round to the front. Print shops ask for a spine
// of so many millimetres before they take words on it.
import type { Finding } from '../findings.ts'
import { PER_MM } from './sheet.ts'
import type { Preflight } from './sheet.ts'
import { spineOn } from './spine.ts'

/** A spine is as wide as it was reckoned, but for a rounding, in millimetres. */
const NEARLY = 0.01

export function* spineTextFits({ pages, profile }: Preflight): Generator<Finding> {
  for (const page of pages) {
    const spine = spineOn(page, pages.length === 1)
    if (!spine) continue
    const width = (spine.right - spine.left) / PER_MM
    const lettered = page.marks.some(
      ({ kind, x, hidden, letters }) =>
        ((kind === 'text' && !hidden) || letters) && x > spine.left && x < spine.right
    )
    if (lettered && width < profile.spine - NEARLY)
      yield {
        reason: `Unexpected text on a spine of ${width.toFixed(1)} mm, expected at least ${profile.spine} mm for text: leave the spine without words`
      }
  }
}
