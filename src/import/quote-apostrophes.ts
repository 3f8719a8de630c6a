// What it costs to read a single mark as an apostrophe where it stands: the cost that its word has of itself, and what the
// place adds. At the head of `''Tis` the second mark is the apostrophe; on both sides of `'word'` there is hardly any.
import type { WordCosts } from './apostrophes.ts'
import { UNLIKELY } from './apostrophes.ts'
import type { House } from './quote-house.ts'
import type { Mark, Neighbour } from './quote-marks.ts'
import { isCapital } from './quote-marks.ts'

const NOT_BESIDE = 6
const PAIR = 14
const CLIPPED = 5
const ELIDED = /^(?:d|g|l|m|o|t|th|y)$/iu
const AT_START = 12
const AT_SENTENCE = 6
const PLURAL = /s$/iu
const NOTHING_OWNED = 8
const FAR_FROM_WORD = 15

/** The habits of a text, its costs for words, and the words of its language. */
export interface Words extends House, WordCosts {
  lexicon: ReadonlySet<string>
}

const NO_WORD: Apostrophe = { cost: 60, own: undefined }

/** An apostrophe: what it costs here, and what it costs of itself with this word (`undefined` when it does not touch one). */
export interface Apostrophe {
  cost: number
  own: number | undefined
}

/** Where a word is clipped as a rule, the mark that touches it is hardly a quotation's. */
export function clipped({ own }: Apostrophe): number {
  if (own === undefined || own >= 16) return 0
  return own < 1 ? 16 : own < 8 ? 13 : 3
}

/** As the apostrophe at the head of a word; at the very start of a paragraph a quotation opens, if anything does. */
export function headOf({ before, after, fromAfter, fromBefore }: Mark, words: Words): Apostrophe {
  if (after.word === '') return NO_WORD
  const own = partOfWord(after, words) ? UNLIKELY : words.head(after.word)
  const first = before.side === 'edge' && fromBefore === 0 ? AT_START : 0
  const starts = beginsSentence(before) && isCapital(after.sign) ? AT_SENTENCE : 0
  const pair = pairCost(after, own, words)
  const cost = own + pair + first + starts + fromAfter * FAR_FROM_WORD
  return { cost, own: fromAfter === 0 && pair === 0 ? own : undefined }
}

/** `d'you` and `un-American` begin with what is part of a word; a mark before them is rather a quotation's. */
function partOfWord({ word, joined, beyond }: Neighbour, { lexicon }: Words): boolean {
  if (joined) return ELIDED.test(word)
  return beyond === '-' && lexicon.has(word.toLowerCase())
}

function beginsSentence({ side, gap }: Neighbour): boolean {
  return side === 'edge' || (side === 'stop' && gap)
}

/** As the apostrophe at the end of a word; before a dash or a stop nothing follows that a plural could own. */
export function tailOf({ before, after, fromBefore }: Mark, words: Words): Apostrophe {
  if (before.word === '') return NO_WORD
  const owner = PLURAL.test(before.word) && (after.side === 'dash' || after.side === 'stop')
  const own = words.tail(before.word) + (owner ? NOTHING_OWNED : 0)
  const pair = pairCost(before, own, words)
  const cost = own + pair + fromBefore * NOT_BESIDE
  return { cost, own: fromBefore === 0 && pair === 0 ? own : undefined }
}

/** A mark on either side of one word is rather a pair of quotation marks, but not in `rock 'n' roll` and `'goin' 'ome'`. */
function pairCost({ word, beyond, joined }: Neighbour, own: number, { dialect }: Words): number {
  if (joined || !/^['‘’]$/u.test(beyond) || /^[na]$/iu.test(word)) return 0
  return dialect && own < CLIPPED ? 0 : PAIR
}
