// A word that no list has, that is made of no known parts, that stands once in the text and is one slip of the pen from a
// word that there is. What is in italics or beside other unknown words is another language, or a way of speaking.
//
//     the goverment fell; he cheer-fuly sang
import { asked, italicAt } from './copy.ts'
import type { Copy, Passage, Query, Word } from './copy.ts'
import type { Dictionary } from './dictionary.ts'
import { isKnown, listed } from './known-words.ts'
import { oneEdit } from './one-edit.ts'
import type { Slip } from './one-edit.ts'
import { quote } from './quote.ts'

const RULE = 'words-known'
const SHORTEST = 5
/** What is longer is no slip of a word, and would take the square of its length to look into. */
const LONGEST = 30
const PLAIN = /^[a-z]+$/u
const WEIGHTS: Readonly<Record<Slip, number>> = {
  turned: 0.85,
  'left out': 0.85,
  doubled: 0.8,
  'too many': 0.75,
  another: 0.65
}
/** Taken off where the nearest word is itself a rare one, and where the word is short. */
const RARER = 0.05
const SHORT = 0.3
const SHORTER = 0.45
const LONG = 8
const PLAIN_SLIP = /^(?:left out|turned|doubled)$/u
/** Parts of Latin and French phrases that English books print upright. */
const LOANS = new Set(
  'facto annum habeas nauseam mortem extremis absentia generis fides juris majeure rigueur ancien rebus pares inter alios passim'.split(
    ' '
  )
)
/** What joins the words of an address: `example.org`, `a_b`. */
const ADDRESS = /^(?:[@/\\_]|\.\p{L}|\d)/u
const ADVERB = 0.7
const JOINED = 0.6

/** A word that may have been meant. */
interface Near {
  word: string
  weight: number
}

/** Unknown words that look like slips. */
export function* wordsKnown(copy: Copy): Generator<Query> {
  for (const passage of copy.passages)
    for (const [index, word] of passage.words.entries()) {
      if (copy.counts.get(word.text) !== 1 || inAddress(passage.text, word)) continue
      for (const part of partsOf(word)) {
        if (!unknown(part.text, copy) || combining(word, part)) continue
        if (italicAt(passage, part.at) || amongStrangers(passage, index, copy)) continue
        const found = nearest(part.text, copy)
        if (!found) continue
        const { at, text } = part
        const reason = `Unexpected word ${quote(word.text)}, expected ${quote(word.text.replace(text, found.word))}`
        yield asked(RULE, passage, at, at + text.length, reason, found.weight)
      }
    }
}

function inAddress(text: string, { at, text: word }: Word): boolean {
  return (
    ADDRESS.test(text.slice(at + word.length, at + word.length + 2)) ||
    /[@/\\_\d]|\p{L}\./u.test(text.slice(Math.max(0, at - 1), at)) ||
    /\p{L}\.$/u.test(text.slice(Math.max(0, at - 2), at))
  )
}

/** The parts of a compound. */
function partsOf({ text, at }: Word): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = []
  let start = at
  for (const part of text.replace(/[’']s?$/u, '').split('-')) {
    parts.push({ text: part, at: start })
    start += part.length + 1
  }
  return parts
}

/** The first half of `socio-economic` is a word in compounds only. */
function combining(word: Word, part: { text: string; at: number }): boolean {
  return part.text.endsWith('o') && part.at + part.text.length < word.at + word.text.length
}

function unknown(word: string, { dictionary, counts }: Copy): boolean {
  if (
    word.length < SHORTEST ||
    word.length > LONGEST ||
    !PLAIN.test(word) ||
    (counts.get(word) ?? 0) > 1
  )
    return false
  return !LOANS.has(word) && !isKnown(word, dictionary)
}

function amongStrangers({ words }: Passage, index: number, copy: Copy): boolean {
  return [words[index - 1], words[index + 1]].some(
    (d) =>
      d &&
      d.text.length <= LONGEST &&
      /^\p{Ll}{3,}$/u.test(d.text) &&
      !isKnown(d.text, copy.dictionary)
  )
}

function nearest(word: string, copy: Copy): Near | undefined {
  const { dictionary, counts } = copy
  // `soule`, `speake`: old spelling is no slip.
  if (word.endsWith('e') && listed(word.slice(0, -1), dictionary)) return undefined
  let best: Near | undefined
  for (const { word: near, slip } of oneEdit(word)) {
    if (near.slice(0, 1) !== word.slice(0, 1) || !listed(near, dictionary)) continue
    const common = dictionary.everyday.has(near) || counts.has(near)
    // Rare words are so many that a short one has one of them near by chance.
    if (!common && (word.length < LONG || !PLAIN_SLIP.test(slip))) continue
    const weight =
      WEIGHTS[slip] - (common ? 0 : RARER) - shortness(word) + (counts.has(near) ? 0.05 : 0)
    if (!best || weight > best.weight) best = { word: near, weight }
  }
  return best ?? twoWords(word, dictionary) ?? participle(word, copy)
}

/** What is taken off for a short word, which has others near it by chance. */
function shortness({ length }: string): number {
  if (length > 6) return 0
  return length > 5 ? SHORT : SHORTER
}

/** `redtape`: two words that lost the space between them. */
function twoWords(word: string, { everyday }: Dictionary): Near | undefined {
  for (let i = 3; i <= word.length - 3; i += 1) {
    const halves = [word.slice(0, i), word.slice(i)]
    const [first = ''] = halves
    if (everyday.get(first)?.includes('a') && halves.every((d) => everyday.has(d)))
      return { word: halves.join(' '), weight: JOINED }
  }
  return undefined
}

/** `rumbily` has no adjective that it could come from, but `rumble` gives `rumblingly`. */
function participle(word: string, { dictionary }: Copy): Near | undefined {
  const stem = /^(.{3,}?)(?:il|el|l)y$/u.exec(word)?.[1]
  if (stem === undefined) return undefined
  const verbs = [`${stem}ing`, `${stem}ling`].filter((d) =>
    dictionary.everyday.get(d)?.includes('g')
  )
  return verbs[0] === undefined ? undefined : { word: `${verbs[0]}ly`, weight: ADVERB }
}
