// The title of a picture, `![alt](a.png "Its caption")`, which is printed below it: where its letters stand.
import type { Definition, Image } from 'mdast'
import { endOfLetters, placeLetters } from './source-letters.ts'
import type { Letters } from './source-letters.ts'

const CLOSES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' }
const REST = /^["')]\s*\)?$/u

/** Letters of a title: from the first mark that opens one up to the end of what holds it. */
export function titleLetters(source: string, { position }: Image | Definition, title: string): Letters {
  const from = position?.start.offset ?? 0
  const to = position?.end.offset ?? from
  for (let at = from + 1; at < to; at += 1) {
    const closing = CLOSES[source[at] ?? '']
    if (closing === undefined || !/\s/u.test(source[at - 1] ?? '')) continue
    const letters = placeLetters(source, at + 1, title, undefined)
    const end = endOfLetters(letters)
    if (source[end] === closing && REST.test(source.slice(end, to))) return letters
  }
  return placeLetters(source, to, title, to)
}
