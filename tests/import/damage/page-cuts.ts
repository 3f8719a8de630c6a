// Where a page may turn inside a paragraph, and the halves that it leaves. Not after a stop: nobody could tell that turn
// from the end of a paragraph.
import { syllables } from './marks.ts'
import type { Random } from './random.ts'
import { between, pick } from './random.ts'

const CALLS = String.raw`(?:\[\^?\d+\]|<sup>[^<]*</sup>|\(\d+\)|[⁰¹²³⁴-⁹]|[*†‡])*`
const STOP = String.raw`[.?!…:;][”’"'*)\]]{0,3}${CALLS}`
const BOUNDARY = new RegExp(String.raw`(?<!${STOP}) (?=\p{L})`, 'gu')
const ENDED = new RegExp(`${STOP}$`, 'u')
const FEWEST = 20
const WORD = /^\p{Ll}{6,}(?=[\s,;.])/u
const COMPOUND = /(?<=\s)\p{Ll}{2,}-(?=\p{Ll}{2,})/u

/** Indices of spaces at which the text may be cut, away from its ends. */
export function cuts(text: string): number[] {
  if (text.includes('\n')) return []
  return [...text.matchAll(BOUNDARY)]
    .map((d) => d.index)
    .filter((d) => d > FEWEST && d < text.length - FEWEST)
}

/** Whether a page that ends here ends with a sentence. */
export function endsSentence(text: string): boolean {
  return ENDED.test(text)
}

/** The halves of a text on two pages: cut between words, inside a word, or at the hyphen of a compound. */
export function turnPage(text: string, random: Random, near?: number): [string, string] {
  const places = cuts(text)
  const nearest = near === undefined ? undefined : places.find((d) => d >= near)
  const at = nearest ?? places[Math.floor(random() * places.length)] ?? 0
  const form = pick(random, ['words', 'word', 'word', 'compound'])
  const compound = form === 'compound' ? COMPOUND.exec(text.slice(at)) : null
  if (compound) {
    const end = at + compound.index + compound[0].length
    return [text.slice(0, end), text.slice(end)]
  }
  return form === 'words' ? cutAt(text, at) : breakWord(text, at, random)
}

function cutAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Break the first word after a space that has a syllable to spare. */
function breakWord(text: string, from: number, random: Random): [string, string] {
  for (const at of cuts(text).filter((d) => d >= from)) {
    const [word = ''] = WORD.exec(text.slice(at + 1)) ?? []
    const places = syllables(word)
    if (places.length === 0) continue
    const end = at + 1 + (places[between(random, 0, places.length - 1)] ?? 0)
    return [text.slice(0, end) + pick(random, ['-', '-', '-', '\u00AD']), text.slice(end)]
  }
  return cutAt(text, from)
}
