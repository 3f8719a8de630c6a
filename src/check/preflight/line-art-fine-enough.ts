// A picture in black and white alone shows its steps sooner than one with greys.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* lineArtFineEnough(subject: Preflight): Generator<Finding> {
  const { lineArt } = subject.profile
  const found = marked(
    subject,
    ({ kind, bits, resolution = lineArt }) =>
      kind === 'image' && bits === 1 && resolution < lineArt - 1
  )
  if (!found) return
  const pixels = Math.round(found.first.resolution ?? 0)
  yield {
    reason: `Unexpected black and white picture of ${pixels} pixels to the inch on ${found.on}, expected ${lineArt}`
  }
}
