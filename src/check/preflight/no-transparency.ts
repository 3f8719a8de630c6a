// PDF/X-1a knows no transparency, and older machines of print shops flatten it badly.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* noTransparency(subject: Preflight): Generator<Finding> {
  const found = marked(subject, (d) => !d.opaque)
  if (found) yield { reason: `Unexpected transparency on ${found.on}, expected opaque inks` }
}
