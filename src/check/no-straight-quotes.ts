// A printer's quotation marks are curly. Straight ones come from typewriters and keyboards; they stay in code alone.
//
//     "No," he said.   →   “No,” he said.
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

const STRAIGHT = /["']/gu
const OPENS_AFTER = /^$|[\s([{–—“‘]/u

/** Straight quotation marks and apostrophes. */
export function* noStraightQuotes({ blocks }: Prose): Generator<Finding> {
  for (const { text, spotAt } of blocks)
    for (const { 0: mark, index } of text.matchAll(STRAIGHT))
      yield {
        place: spotAt(index),
        reason: `Unexpected ${quote(mark)}, expected ${expected(mark, text.charAt(index - 1))}`
      }
}

function expected(mark: string, before: string): string {
  const [open, close, prime] = mark === '"' ? ['“', '”', '″'] : ['‘', '’', '′']
  if (/\d/u.test(before)) return `\`${prime}\` or \`${close}\``
  return OPENS_AFTER.test(before) ? `\`${open}\`` : `\`${close}\``
}
