// White letters in a dark ground are filled from all sides: they must be larger.
import type { Finding } from '../findings.ts'
import { isWhite } from './shares.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* reversedTypeLarge(subject: Preflight): Generator<Finding> {
  const { reversed } = subject.profile
  const found = marked(
    subject,
    ({ kind, hidden, ink, size = reversed }) =>
      kind === 'text' && !hidden && isWhite(ink) && size < reversed - 0.01
  )
  if (!found) return
  const size = (found.first.size ?? 0).toFixed(1)
  yield {
    reason: `Unexpected white type of ${size} points on ${found.on}, expected at least ${reversed} points`
  }
}
