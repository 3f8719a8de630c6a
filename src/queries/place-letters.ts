// Where in the manuscript each letter of a text node stands: backslashes, the `> ` of later lines and the rest of a
// reference such as `&amp;` are passed over.
import type { Text } from 'mdast'

const ENTITY = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][\da-z]{1,31});/iuy
/** The longest stretch of marks that may stand between two letters: the `> ` of the next line, a hundred levels deep. */
const MARKS = 250

/** Add the place of each letter of a text node. */
export function placeLetters(source: string, { value, position }: Text, places: number[]): void {
  let at = position?.start.offset ?? 0
  const end = position?.end.offset ?? at
  for (const letter of value.split('')) {
    ENTITY.lastIndex = at
    const reference = source[at] === '&' ? ENTITY.exec(source)?.[0] : undefined
    const limit = Math.min(end, at + MARKS)
    let found = reference ? limit : at
    while (found < limit && source[found] !== letter) found += 1
    if (found < limit) at = found
    places.push(at)
    at += reference?.length ?? (found < limit ? 1 : 0)
  }
}
