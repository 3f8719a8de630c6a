// Two streams of words, side by side: the words that must be printed and the words that are. Out comes the first
// difference, as the words that are gone and the words that are too many, or which word became which.
//
//     expected a b c d e f, found a b e f   →   lost c d, after b
import type { Word } from './words.ts'

/** Where two streams part, and what lies between there and where they meet again. */
export interface Difference {
  /** Words that should stand here. */
  lost: readonly Word[]
  /** Words that should not stand here. */
  extra: readonly Word[]
  /** Words before, which both streams have. */
  before: readonly Word[]
  /** The first word that differs, or the last before it: for its line and its page. */
  at: { expected: Word | undefined; found: Word | undefined }
}

/** What a comparison found. */
export interface Comparison {
  difference?: Difference
  /** For each word that was found, the word that was expected. */
  partners: ReadonlyMap<Word, Word>
}

const WINDOW = 4000
const RUN = 3
const SHOWN_BEFORE = 6
/** What a layout may set between blocks without saying a word. */
const ORNAMENT = /^[*⁂❦❧•◦▪●■]+$/u

/** Compare in order, in linear time. */
export function compareWords(expected: readonly Word[], found: readonly Word[]): Comparison {
  const partners = new Map<Word, Word>()
  let i = 0
  let j = 0
  while (i < expected.length || j < found.length) {
    const wanted = expected[i]
    const here = found[j]
    const taken = wanted && here ? wordsFor(wanted, found, j) : 0
    if (wanted && taken > 0) {
      for (const word of found.slice(j, j + taken)) partners.set(word, wanted)
      i += 1
      j += taken
    } else if (wanted?.optional) i += 1
    else if (here && ORNAMENT.test(here.text)) j += 1
    else return { partners, difference: differenceAt(expected, found, i, j) }
  }
  return { partners }
}

/** How many found words make up the wanted one: 1, or more where the turn of a page cut it; 0 for none. */
function wordsFor(wanted: Word, found: readonly Word[], j: number): number {
  let text = ''
  for (let k = j; k < found.length; k += 1) {
    const here = found[k]
    if (!here) return 0
    text += here.text
    if (text === wanted.text) return k - j + 1
    if (!here.seam || !wanted.text.startsWith(text)) return 0
  }
  return 0
}

function differenceAt(
  expected: readonly Word[],
  found: readonly Word[],
  i: number,
  j: number
): Difference {
  const { lost, extra } = nextMeeting(expected.slice(i, i + WINDOW), found.slice(j, j + WINDOW))
  return {
    lost: expected.slice(i, i + lost),
    extra: found.slice(j, j + extra),
    before: expected.slice(Math.max(0, i - SHOWN_BEFORE), i),
    at: { expected: expected[i] ?? expected[i - 1], found: found[j] ?? found[j - 1] }
  }
}

/** The fewest words to leave out on both sides until a run of words is the same. */
function nextMeeting(
  expected: readonly Word[],
  found: readonly Word[]
): { lost: number; extra: number } {
  const firsts = new Map<string, number>()
  for (let j = found.length; j >= 0; j -= 1) firsts.set(run(found, j), j)
  let best = { lost: expected.length, extra: found.length }
  for (let i = 0; i <= expected.length; i += 1) {
    const j = firsts.get(run(expected, i))
    if (j !== undefined && i + j < best.lost + best.extra) best = { lost: i, extra: j }
  }
  return best
}

function run(words: readonly Word[], from: number): string {
  return words
    .slice(from, from + RUN)
    .map((d) => d.text)
    .join(' ')
}
