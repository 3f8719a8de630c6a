// The same word twice, most often across the end of a line where the eye does not see it. Some words do come twice, and
// so do the names of places.
//
//     in the↵the meantime
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

/** The lookarounds keep `well well-known` and `o’ o’clock` out; a start inside a word is none. */
const TWICE = /(?<![\p{L}\p{M}\p{N}’'-])(\p{L}[\p{L}\p{M}]*)(\s+)\1(?![\p{L}\p{M}\p{N}’'-])/giu
const MAY_COME_TWICE = new Set(
  'had that is ha no tut very so sie die now bye there far long ding well many yes too never again nous vous'.split(
    ' '
  )
)
const CAPITAL = /^\p{Lu}\p{Ll}/u
const SURE = 0.9

/** Words that come twice in a row. */
export function* wordsNotDoubled({ passages }: Copy): Generator<Query> {
  for (const passage of passages)
    for (const match of passage.text.matchAll(TWICE)) {
      const [whole, word = '', space = ''] = match
      const again = whole.slice(word.length + space.length)
      if (MAY_COME_TWICE.has(word.toLowerCase())) continue
      if (CAPITAL.test(word) && CAPITAL.test(again)) continue
      const at = match.index + word.length + space.length
      const reason = `Unexpected second ${quote(again)}, expected one`
      yield asked('words-not-doubled', passage, at, at + again.length, reason, SURE)
    }
}
