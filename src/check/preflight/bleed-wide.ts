// Around the trim there is room for a knife that does not cut quite where it should.
import type { Finding } from '../findings.ts'
import { NEARLY, pagesWhere, PER_MM } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* bleedWide(subject: Preflight): Generator<Finding> {
  const { bleed } = subject.profile
  const least = bleed * PER_MM - NEARLY
  const on = pagesWhere(subject, ({ boxes }) => {
    const trim = boxes.TrimBox ?? boxes.MediaBox
    const around = boxes.BleedBox ?? boxes.TrimBox ?? boxes.MediaBox
    if (!trim || !around) return false
    const room = [
      trim[0] - around[0],
      trim[1] - around[1],
      around[2] - trim[2],
      around[3] - trim[3]
    ]
    return room.some((d) => d < least)
  })
  if (on)
    yield { reason: `Unexpected bleed on ${on}, expected at least ${bleed} mm around the trim` }
}
