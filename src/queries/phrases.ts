// A table of wrong phrases read and looked for. A row is `wrong words => right words`, with the other words that may stand
// in a place behind `|`; `^` wants the head of a sentence before it, `!` says what must not follow, `-` what must not stand
// before, and `$2` is the second word as it was found. Each phrase is tried only where its first word stands, so that a
// long table costs nothing.
//
//     could|would of !course => $1 have
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

/** A wrong phrase. */
interface Phrase {
  pattern: RegExp
  right: string
  atHead: boolean
}

/** Wrong phrases by their first words. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** A table as it is written, one row a line. */
export function readPhrases(table: string): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const row of table.split('\n')) {
    const [wrong = '', right = ''] = row.split('=>').map((d) => d.trim())
    const atHead = wrong.startsWith('^')
    const places = wrong.replace('^', '').split(' ').filter(Boolean)
    const pattern = patternOf(places)
    for (const first of (places.find((d) => !d.startsWith('-')) ?? '').split('|'))
      if (first !== '')
        phrases.set(first, [...(phrases.get(first) ?? []), { pattern, right, atHead }])
  }
  return phrases
}

function patternOf(places: readonly string[]): RegExp {
  const words = places.filter((d) => !/^[!-]/u.test(d)).map((d) => `(${d.replaceAll('’', "[’']")})`)
  const not = places.find((d) => d.startsWith('!'))?.slice(1)
  const before = places.find((d) => d.startsWith('-'))?.slice(1)
  const behind = before === undefined ? '' : `(?<!\\b(?:${before})\\s+)`
  const after = not === undefined ? '' : `(?!\\s+(?:${not})(?![\\p{L}’-]))`
  return new RegExp(`${behind}${words.join('\\s+')}(?![\\p{L}\\p{N}-]|[’']\\p{L})${after}`, 'iuy')
}

/** Queries for the phrases of a table that stand in the text. */
export function* findPhrases(
  { passages }: Copy,
  phrases: Phrases,
  rule: string,
  weight: number
): Generator<Query> {
  for (const passage of passages)
    for (const { lower, at, first } of passage.words)
      for (const { pattern, right, atHead } of phrases.get(lower) ?? []) {
        if (atHead && !first) continue
        pattern.lastIndex = at
        const found = pattern.exec(passage.text)
        if (!found) continue
        const [whole, ...words] = found
        const wanted = right.replace(/\$(\d)/gu, (_, d: string) => words[Number(d) - 1] ?? '')
        const capital = /^\p{Lu}/u.test(whole)
          ? wanted.slice(0, 1).toUpperCase()
          : wanted.slice(0, 1)
        const reason = `Unexpected ${quote(whole)}, expected ${quote(capital + wanted.slice(1))}`
        yield asked(rule, passage, at, at + whole.length, reason, weight)
      }
}
