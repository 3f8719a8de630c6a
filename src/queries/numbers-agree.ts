// Percentages are written one way: `40%` or `forty per cent`, not both. The rarer way is asked about once.
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

const SIGN = /\p{N}%/gu
const WORDS = /\b[\p{L}\p{N}]+ per ?cent\b/gu
const MANY = 3
const LIKELY = 0.45

/** Percentages written in words among many in figures, or the other way about. */
export function* numbersAgree({ passages }: Copy): Generator<Query> {
  const found = (pattern: RegExp): Query[] =>
    passages.flatMap((passage) =>
      [...passage.text.matchAll(pattern)].map(({ 0: whole, index }) =>
        asked(
          'numbers-agree',
          passage,
          index,
          index + whole.length,
          `Unexpected ${quote(whole)}`,
          LIKELY
        )
      )
    )
  const [signs, words] = [found(SIGN), found(WORDS)]
  const [few, many, wanted] =
    signs.length < words.length ? [signs, words, 'words'] : [words, signs, '%']
  const [first] = few
  if (!first || many.length < MANY * few.length) return
  yield {
    ...first,
    reason: `${first.reason}, expected ${quote(wanted)} as at ${many.length} other places`
  }
}
