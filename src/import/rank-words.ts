// How rare a word is, from the lists of common words: `without` is among the first, `bal` is in none. A long list of words
// alone says too little, since it has every word that a game of letters allows.
import type { English } from './english-words.ts'
import { stemsOf } from './inflections.ts'
import type { Words } from './word-evidence.ts'

/** Ranks of words that are in no list of common words. */
const RARE = 80
/** The rank of what is no word. */
export const UNKNOWN = 99
const SEEN_HERE = 75
const SHORT = new Set(
  'a i o am an as at be by do go he if in is it me my no of oh on or ox so to up us we ye'.split(
    ' '
  )
)
const GRADES = [
  [35, 'common'],
  [60, 'usual'],
  [RARE, 'rare']
] as const

/** How rare a word is, 10 to 70 as in the lists of common words, more for the long list alone. */
export function rankOf(word: string, english: English, all: ReadonlySet<string>): number {
  if (word.length < 3) return SHORT.has(word) ? 10 : UNKNOWN
  const rank = english.ranks.get(word)
  if (rank !== undefined) return rank
  const stems = stemsOf(word).map((d) => english.ranks.get(d) ?? UNKNOWN)
  const best = Math.min(UNKNOWN, ...stems)
  if (best < UNKNOWN) return Math.max(best, 50)
  return all.has(word) ? RARE : UNKNOWN
}

/** A half counts as a word too when the text has it as one. */
export function rankHere(
  word: string,
  words: Words,
  english: English,
  all: ReadonlySet<string>
): number {
  const rank = rankOf(word, english, all)
  return rank === UNKNOWN && word.length > 2 && words.closed.has(word) ? SEEN_HERE : rank
}

/** A rank in words. */
export function gradeOf(rank: number): string {
  return GRADES.find(([most]) => rank <= most)?.[1] ?? 'unknown'
}
