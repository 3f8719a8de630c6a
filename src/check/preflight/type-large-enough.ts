// Type below a few points fills up with ink.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* typeLargeEnough(subject: Preflight): Generator<Finding> {
  const { type } = subject.profile
  const found = marked(
    subject,
    ({ kind, hidden, size = type }) => kind === 'text' && !hidden && size < type - 0.01
  )
  if (!found) return
  const size = (found.first.size ?? 0).toFixed(1)
  yield {
    reason: `Unexpected type of ${size} points on ${found.on}, expected at least ${type} points`
  }
}
