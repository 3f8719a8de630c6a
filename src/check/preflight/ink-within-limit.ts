// Paper takes only so much ink before it smears: the shares of the four are summed.
import type { Finding } from '../findings.ts'
import { sharesOf } from './shares.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* inkWithinLimit(subject: Preflight): Generator<Finding> {
  const { ink: limit } = subject.profile
  const found = marked(subject, ({ ink }) => sumOf(sharesOf(ink)) > limit + 0.001)
  if (!found) return
  const sum = Math.round(sumOf(sharesOf(found.first.ink)) * 100)
  yield { reason: `Unexpected ${sum} % of ink on ${found.on}, expected at most ${limit * 100} %` }
}

function sumOf(shares: readonly number[] | undefined): number {
  return shares?.reduce((sum, d) => sum + d, 0) ?? 0
}
