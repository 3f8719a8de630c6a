// Where a word may be broken. Comes in: a language, and the editor's exceptions (`pam-phlet`; a form without a hyphen is
// never broken). Goes out: for each word the places where a hyphen may be put in.
import { keepRecent } from './keep-recent.ts'
import { PATTERN_SETS } from './pattern-sets.ts'

/** How an edition breaks its words. */
export interface Hyphenation {
  /** Whether the language has patterns; if not, only exceptions and soft hyphens break a word. */
  hyphenated: boolean
  /** Places in a word, as counts of UTF-16 units before the hyphen, in order. */
  places: (word: string) => readonly number[]
}

/** A shorter word is left whole, and so is a longer one, which is no word. */
const SHORTEST = 6
const LONGEST = 60
const WORDS_KEPT = 20_000
/** Languages, each with its exceptions, that a process keeps open. */
const KEPT = 8
const SOFT = '\u00AD'
const LETTERS = /[\p{L}\p{M}]+/gu
const CAPITAL_INSIDE = /.\p{Lu}/u
/** `party’s`, `workers’`: what stands before it breaks as a word of its own. */
const POSSESSIVE = /^(?<stem>[\p{L}\p{M}]+)[’'](?:s|S)?$/u
const NONE: readonly number[] = []
const opened = keepRecent<string, Hyphenation>(KEPT)

/** Whether words of a language can be broken by patterns. */
export function hasPatterns(language: string): boolean {
  return setOf(language) !== undefined
}

/** The same language and exceptions are the same object. */
export async function openHyphenation(
  language: string,
  exceptions: readonly string[]
): Promise<Hyphenation> {
  const key = JSON.stringify([language, exceptions])
  const before = opened.get(key)
  if (before) return before
  const made = await loadHyphenation(language, exceptions)
  opened.set(key, made)
  return made
}

async function loadHyphenation(
  language: string,
  exceptions: readonly string[]
): Promise<Hyphenation> {
  const set = setOf(language)
  const mark = set && (await set.load()).default.hyphenateSync
  const given = new Map(
    exceptions.map((d) => [plain(d.replaceAll(/[-\u00AD]/gu, '')), hyphensIn(d)])
  )
  const known = keepRecent<string, readonly number[]>(WORDS_KEPT)
  return { hyphenated: set !== undefined, places }

  function places(word: string): readonly number[] {
    const found = known.get(word)
    if (found) return found
    const made = given.get(plain(word)) ?? find(word)
    known.set(word, made)
    return made
  }
  function find(word: string): readonly number[] {
    const stem = POSSESSIVE.exec(word)?.groups?.stem
    if (stem !== undefined) return given.get(plain(stem)) ?? byPattern(stem)
    if (!/[’']/u.test(word)) return byPattern(word)
    if (!set?.elides) return NONE
    return [...word.matchAll(LETTERS)].flatMap((d) => byPattern(d[0]).map((at) => at + d.index))
  }
  function byPattern(word: string): readonly number[] {
    if (!set || !mark || word.length < SHORTEST || word.length > LONGEST) return NONE
    if (CAPITAL_INSIDE.test(word)) return NONE
    const marked = mark(word.toLowerCase(), { minWordLength: SHORTEST })
    if (marked.replaceAll(SOFT, '').length !== word.length) return NONE
    return softPlaces(marked).filter((d) => d >= set.before && word.length - d >= set.after)
  }
}

/** Whether two languages are broken alike, so that a word of one may be broken as one of the other. */
export function sharesPatterns(a: string, b: string): boolean {
  return setOf(a) !== undefined && setOf(a) === setOf(b)
}

function setOf(language: string): (typeof PATTERN_SETS)[string] | undefined {
  const tag = language.toLowerCase()
  return PATTERN_SETS[tag] ?? PATTERN_SETS[tag.split('-')[0] ?? '']
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}

function hyphensIn(form: string): readonly number[] {
  return softPlaces(form.replaceAll('-', SOFT))
}

function softPlaces(marked: string): number[] {
  const places: number[] = []
  for (let at = marked.indexOf(SOFT); at >= 0; at = marked.indexOf(SOFT, at + 1)) {
    places.push(at - places.length)
  }
  return places
}
