// Where a line may end inside a word. Comes in: what stands between two spaces, such as `“self-determination”`,
// `1936–8` or `https://example.org/a`. Goes out: the places, each with its kind.
import type { Hyphenation } from './hyphenation.ts'

/** A place inside a word where a line may end. */
export interface Place {
  at: number
  kind: 'soft' | 'hard' | 'dash' | 'inside'
  /** The broken word begins with a capital. */
  capital: boolean
}

const WORD = /[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu
const COMPOUND = /(?<=[\p{L}\p{N}]{2})[-‐](?=[\p{L}\p{N}]{2})/gu
/** Behind a dash that joins words or figures; an em dash may stand after a stop or a quotation mark too. */
const DASH = /(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])|(?<=\S)—(?=[^\s\p{P}]|[“‘(])/gu
const ADDRESS =
  /^[\p{Ps}\p{Pi}<]*(?:[a-z][a-z\d+.-]*:\/\/|www\.|doi\.|10\.\d{4})|\.(?:com|org|net|info|edu|gov|uk|eu|html?|pdf)\b(?:$|[/?#,.;)])/iu
/** An address ends before its signs, at least three letters from either end and not inside a row of them. */
const SIGN = /(?<=[^\s./?&\-_=#%~+:@]{1,2})[./?&\-_=#%~+@](?=\S{2})/gu
const ALL_CAPITALS = /^[\p{Lu}\p{M}]+$/u
const CAPITAL = /^\p{Lu}/u
const NEAREST = 3

/** The places of a word, in order. A compound breaks at its own hyphens only. */
export function placesInWord(word: string, hyphenation: Hyphenation | undefined): Place[] {
  if (word.length < 3) return []
  if (ADDRESS.test(word)) return addressPlaces(word)
  const places: Place[] = []
  for (const { index } of word.matchAll(DASH)) {
    places.push({ at: index + 1, kind: 'dash', capital: false })
  }
  const parts = places.length > 0 ? split(word, places) : [{ part: word, from: 0 }]
  for (const { part, from } of parts) {
    const inside = partPlaces(part, hyphenation)
    for (const place of inside) places.push({ ...place, at: place.at + from })
  }
  return places.toSorted((a, b) => a.at - b.at)
}

function split(word: string, dashes: readonly Place[]): { part: string; from: number }[] {
  const cuts = [0, ...dashes.map((d) => d.at), word.length]
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    return { part: word.slice(from, to), from }
  })
}

function partPlaces(part: string, hyphenation: Hyphenation | undefined): Place[] {
  const hard = [...part.matchAll(COMPOUND)].map((d) => d.index + 1)
  if (hard.length > 0) return hard.map((at) => ({ at, kind: 'hard', capital: false }))
  if (!hyphenation || /[-‐‑]/u.test(part)) return []
  return [...part.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (ALL_CAPITALS.test(word)) return []
    const capital = CAPITAL.test(word)
    return hyphenation.places(word).map((at): Place => ({ at: at + index, kind: 'soft', capital }))
  })
}

function addressPlaces(word: string): Place[] {
  return [...word.matchAll(SIGN)]
    .map((d) => d.index)
    .filter((at) => at >= NEAREST && word.length - at >= NEAREST)
    .map((at) => ({ at, kind: 'inside', capital: false }))
}
