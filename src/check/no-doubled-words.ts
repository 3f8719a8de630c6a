// The same word twice, most often across the end of a line where the eye does not see it. Some words do come twice, and
// so do the names of places.
//
//     in the↵the meantime
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** The lookarounds keep `well well-known` and `o’ o’clock` out; a start inside a word is none. */
const TWICE = /(?<![\p{L}\p{M}\p{N}’'-])(\p{L}[\p{L}\p{M}]*)(\s+)\1(?![\p{L}\p{M}\p{N}’'-])/giu
const MAY_COME_TWICE = new Set(['had', 'that', 'is', 'ha', 'no', 'tut', 'very', 'so', 'sie', 'die'])
const CAPITAL = /^\p{Lu}\p{Ll}/u

/** Words that come twice in a row. */
export function* noDoubledWords({ blocks }: Prose): Generator<Finding> {
  for (const { text, spotAt } of blocks)
    for (const match of text.matchAll(TWICE)) {
      const [whole, word = '', space = ''] = match
      const again = whole.slice(word.length + space.length)
      if (MAY_COME_TWICE.has(word.toLowerCase())) continue
      if (CAPITAL.test(word) && CAPITAL.test(again)) continue
      yield {
        place: spotAt(match.index + word.length + space.length),
        reason: `Unexpected second ${quote(again)}, expected one`
      }
    }
}
