// What a text says of one of its broken words: how it writes the word elsewhere, and the word's kin, whether its halves stand
// alone or in other compounds, and whether it closes its compounds at all.
import type { Break } from './break-signs.ts'
import { styleOf } from './compound-style.ts'
import type { English } from './english-words.ts'
import { inflectionsOf, stemsOf } from './inflections.ts'
import { gradeOf, UNKNOWN } from './rank-words.ts'
import type { Words } from './word-evidence.ts'

const FEW = 4

/** What the text does with the word, with its kin, and with its parts in other words. */
export function readText(signs: Map<string, number>, { head, tail }: Break, words: Words): void {
  const closed = words.closed.get(head + tail) ?? 0
  const hyphenated = words.hyphenated.get(`${head}-${tail}`) ?? 0
  if (closed > 0 || hyphenated > 0) {
    signs.set('here', Math.log((closed + 0.3) / (hyphenated + 0.3)))
    if (hyphenated === 0) signs.set('here closed', 1)
    else if (closed === 0) signs.set('here hyphenated', 1)
    else signs.set('here both', 1)
  } else {
    const kin = kinOf(head, tail)
    const [one, two] = [
      sum(kin, (d) => words.closed.get(head + d)),
      sum(kin, (d) => words.hyphenated.get(`${head}-${d}`))
    ]
    if (one + two > 0)
      signs.set('kin', Math.log((Math.min(one, FEW) + 0.3) / (Math.min(two, FEW) + 0.3)))
  }
  signs.set('head here', Math.log1p(words.heads.get(head) ?? 0))
  signs.set('tail here', Math.log1p(words.tails.get(tail) ?? 0))
  const apart = Math.min(words.closed.get(head) ?? 0, words.closed.get(tail) ?? 0)
  signs.set('halves here', Math.log1p(apart))
}

function kinOf(head: string, tail: string): string[] {
  return [...inflectionsOf(tail), ...stemsOf(tail)].filter((d) => head.length + d.length > 3)
}

/** Whether this text closes such compounds, and whether a dictionary has this one with its hyphen. */
export function readStyle(
  signs: Map<string, number>,
  { head, tail }: Break,
  words: Words,
  english: English,
  whole: number
): void {
  if (whole < UNKNOWN) signs.set(`style of ${gradeOf(whole)}`, styleOf(words, english))
  if ([tail, ...stemsOf(tail)].some((d) => english.listed.has(`${head}-${d}`)))
    signs.set('listed', 1)
}

function sum<T>(items: readonly T[], count: (item: T) => number | undefined): number {
  return items.reduce((total, d) => total + (count(d) ?? 0), 0)
}
