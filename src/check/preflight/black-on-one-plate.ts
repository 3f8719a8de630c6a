// Black and grey type is printed from the black plate alone: from four it has coloured edges wherever one is off.
import type { Finding } from '../findings.ts'
import type { Mark } from './mark.ts'
import { isRgb, sharesOf } from './shares.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

/** Black that looks black whatever colours lie under it. */
const DARK = 0.6

export function* blackOnOnePlate(subject: Preflight): Generator<Finding> {
  const found = marked(subject, isMixed)
  if (found)
    yield {
      reason: `Unexpected black or grey of several inks on ${found.on}, expected black ink alone (\`g\`, or \`0 0 0 k\`)`
    }
}

function isMixed({ kind, ink, hidden }: Mark): boolean {
  if (kind === 'image' || hidden || ink.values.length === 0) return false
  if (isRgb(ink)) {
    const [r = 0, g = 0, b = 0] = ink.values
    return Math.max(r, g, b) - Math.min(r, g, b) < 0.02 && r < 1
  }
  const shares = sharesOf(ink)
  if (!shares || kind !== 'text') return false
  const [c, m, y, k] = shares
  return k > DARK && c + m + y > 0
}
