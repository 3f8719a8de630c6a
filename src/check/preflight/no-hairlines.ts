// A line thinner than a plate can hold breaks, or is gone.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* noHairlines(subject: Preflight): Generator<Finding> {
  const { line } = subject.profile
  const found = marked(subject, ({ kind, size = line }) => kind === 'stroke' && size < line - 0.001)
  if (!found) return
  const width = (found.first.size ?? 0).toFixed(2)
  yield {
    reason: `Unexpected line of ${width} points on ${found.on}, expected at least ${line} points`
  }
}
