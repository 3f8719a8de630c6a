// Characters that nobody sees and that change what is read: marks that turn the direction of a line, marks without width,
// letters of somebody's private use, and the sign for a letter that was lost (promise P8). Code is no exception.
//
//     access‮ level   ← U+202E between the words
import { nameOf } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

const HIDDEN =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]|[\u2028\u2029\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Co}|\uFFFD/gu
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const JOINER = /[\u200C\u200D]/u
/** Scripts and signs that need joiners: a joiner beside them is part of the spelling. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}\p{Extended_Pictographic}]/u

/** Characters that do not show. */
export function* noHiddenCharacters({ rows }: Prose): Generator<Finding> {
  for (const [index, row] of rows.entries())
    for (const { 0: letter, index: at } of row.matchAll(HIDDEN)) {
      const before = row.slice(Math.max(0, at - 3), at)
      if (JOINER.test(letter) && JOINED.test(before)) continue
      yield {
        place: { line: index + 1, column: at + 1 },
        reason: `Unexpected ${nameOf(letter)}, ${kindOf(letter)}, expected a character that shows`
      }
    }
}

function kindOf(letter: string): string {
  if (letter === '\uFFFD') return 'the sign for a letter that was lost'
  if (/\p{Co}/u.test(letter)) return 'a character of private use, which has no meaning elsewhere'
  if (DIRECTION.test(letter)) return 'which turns the direction of the line'
  return 'a character without width'
}
