// Characters that nobody sees and that change what is read: marks that turn the direction of a line, marks without width,
// letters of somebody's private use, and the sign for a letter that was lost (promise P8). Each is told once, with its first
// place. Code is no exception.
//
//     access‮ level   ← U+202E between the words
import { nameOf, perLetter } from './findings.ts'
import type { Finding, LetterAt } from './findings.ts'
import type { Block, Prose } from './prose.ts'

const HIDDEN =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]|[\u2028\u2029\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Co}|\uFFFD/gu
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const JOINER = /[\u200C\u200D]/u
/** Scripts and signs that need joiners: a joiner beside them is part of the spelling. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}\p{Extended_Pictographic}]/u

/** Characters that do not show. */
export function* noHiddenCharacters({ rows, blocks }: Prose): Generator<Finding> {
  yield* perLetter(
    [...hidden(rows), ...referred(rows, blocks)],
    (d) => `Unexpected ${nameOf(d)}, ${kindOf(d)}, expected a character that shows`
  )
}

function* hidden(rows: readonly string[]): Generator<LetterAt> {
  for (const [index, row] of rows.entries())
    for (const { 0: letter, index: at } of row.matchAll(HIDDEN)) {
      const before = row.slice(Math.max(0, at - 3), at)
      if (JOINER.test(letter) && JOINED.test(before)) continue
      yield { letter, spot: () => ({ line: index + 1, column: at + 1 }) }
    }
}

/** Those that the file names, as `&#x202e;`. */
function* referred(rows: readonly string[], blocks: readonly Block[]): Generator<LetterAt> {
  for (const { text, spotAt } of blocks)
    for (const { 0: letter, index } of text.matchAll(HIDDEN)) {
      const spot = spotAt(index)
      const row = rows[spot.line - 1] ?? ''
      const named = row.indexOf('&')
      if (named !== -1 && !row.includes(letter))
        yield { letter, spot: () => ({ line: spot.line, column: named + 1 }) }
    }
}

function kindOf(letter: string): string {
  if (letter === '\uFFFD') return 'the sign for a letter that was lost'
  if (/\p{Co}/u.test(letter)) return 'a character of private use, which has no meaning elsewhere'
  if (DIRECTION.test(letter)) return 'which turns the direction of the line'
  return 'a character without width'
}
