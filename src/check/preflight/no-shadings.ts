// Gradients come out in steps on many presses, and as a tint behind text they make it hard to read.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* noShadings(subject: Preflight): Generator<Finding> {
  const found = marked(subject, ({ kind, ink }) => kind === 'shading' || ink.space === 'Pattern')
  if (found) yield { reason: `Unexpected gradient or pattern on ${found.on}, expected plain inks` }
}
