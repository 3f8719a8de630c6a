// A picture that has too few pixels for its size is printed as squares.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* picturesFineEnough(subject: Preflight): Generator<Finding> {
  const { picture } = subject.profile
  const found = marked(
    subject,
    ({ kind, bits = 0, resolution = picture }) =>
      kind === 'image' && bits > 1 && resolution < picture - 1
  )
  if (!found) return
  const pixels = Math.round(found.first.resolution ?? 0)
  yield {
    reason: `Unexpected picture of ${pixels} pixels to the inch on ${found.on}, expected ${picture}: take a larger one, or print it smaller`
  }
}
