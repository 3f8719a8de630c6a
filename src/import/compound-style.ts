// How a text writes compounds that word lists have as one word: a modern text writes `today` and `bedroom`, an old one `to-day`
// and `bed-room`. The share of these among its hyphenated words tells which it is, and so do a few words that most texts have.
import type { English } from './english-words.ts'
import type { Words } from './word-evidence.ts'

/** Words that changed their ways together. */
export const TELLING: ReadonlySet<string> = new Set(
  'to-day to-night to-morrow any-one every-one some-one'.split(' ')
)
/** Styles below this are modern for certain; from the other on, they are old. */
export const MODERN = -0.75
export const OLD = 0

/** What a text is taken for before it has been read: one old form in thirteen hyphenated words. */
const EXPECTED_OLD = 1
const EXPECTED_REST = 12
/** A closed telling word counts for two hyphenated words that no list has closed. */
const CLOSED = 2
const SCALE = 2

const styles = new WeakMap<Words, number>()

/** How old the ways of a text are: about -1 for a modern one, about +1 for one of two centuries ago. */
export function styleOf(words: Words, english: English): number {
  const known = styles.get(words)
  if (known !== undefined) return known
  const { closed, hyphenated } = words
  const pairs = [...hyphenated.keys()]
  const old = pairs.filter((d) => english.ranks.has(d.replace('-', ''))).length
  const told = [...TELLING].filter((d) => hyphenated.has(d)).length
  const young = [...TELLING].filter((d) => closed.has(d.replace('-', ''))).length
  const rest = hyphenated.size - old + young * CLOSED
  const style = Math.log((old + told + EXPECTED_OLD) / (rest + EXPECTED_REST)) + SCALE
  styles.set(words, style)
  return style
}
