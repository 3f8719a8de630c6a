// What speaks for or against the hyphen of a broken word, as numbers: what the text does elsewhere, how common the whole and
// its halves are, what its parts do in other words, and the shape of the break. `weigh-break.ts` adds them up.
import type { English } from './english-words.ts'
import { stemsOf } from './inflections.ts'
import { rankHere, rankOf, UNKNOWN } from './rank-words.ts'
import { readStyle, readText } from './text-signs.ts'
import type { Words } from './word-evidence.ts'

/** A word as it was broken. */
export interface Break {
  /** The parts on both sides of the hyphen in question, in lower case: `bal` and `ance`. */
  head: string
  tail: string
  /** Whether the word has other hyphens, before and after. */
  before: boolean
  after: boolean
  /** Whether it begins with a capital. */
  capital: boolean
  /** Whether both halves are a few capitals: `AFL-CIO`. */
  initials: boolean
}

/** What kind of break it is: the whole is a word or none, and both its halves are words or not. */
export type Kind = 'two-ways' | 'compound' | 'syllable' | 'strange'

/** The signs that a break shows, each with its strength. */
export interface Signs {
  kind: Kind
  signs: ReadonlyMap<string, number>
  /** Neither half is a word. */
  strangers: boolean
  /** How often the closed and the hyphenated form stand elsewhere in the text. */
  closedHere: number
  hyphenatedHere: number
}

const PREFIXES = new Set(
  `un re in im dis mis pre con com sub de en em ex inter trans super be for fore out over under up with per pro`.split(
    ' '
  )
)
const SUFFIXES = new Set(
  `able age al an ance ant ate dom ed en ence ent er ery es est eth ful fully hood ible ic ify ing ion ish ism ist ity
   ive less ling ly ment ness or ous ship some ster th tion ward wards y`.split(/\s+/u)
)
const MOST = 5
const FEW = 4
const COMMON = 35
const TENS = 10

/** Read the signs of a break. */
export function signsOf(
  broken: Break,
  words: Words,
  english: English,
  all: ReadonlySet<string>
): Signs {
  const { head, tail } = broken
  const whole = rankOf(head + tail, english, all)
  const first = rankHere(head, words, english, all)
  const second = rankHere(tail, words, english, all)
  const kind = kindOf(whole, first, second)
  const signs = new Map<string, number>([[kind, 1]])
  readText(signs, broken, words)
  readStyle(signs, broken, words, english, whole)
  readRanks(signs, whole, first, second)
  readParts(signs, broken, english)
  readShape(signs, broken)
  return {
    kind,
    signs,
    strangers: first >= UNKNOWN && second >= UNKNOWN,
    closedHere: words.closed.get(head + tail) ?? 0,
    hyphenatedHere: words.hyphenated.get(`${head}-${tail}`) ?? 0
  }
}

function kindOf(whole: number, first: number, second: number): Kind {
  const halves = first < UNKNOWN && second < UNKNOWN
  if (whole < UNKNOWN) return halves ? 'two-ways' : 'syllable'
  return halves ? 'compound' : 'strange'
}

/** A whole that is commoner than its halves is likely no compound. */
function readRanks(signs: Map<string, number>, whole: number, first: number, second: number): void {
  const rarer = Math.max(first, second)
  signs.set(`whole ${whole}`, 1)
  signs.set(`head ${first}`, 1)
  signs.set(`tail ${second}`, 1)
  if (rarer <= COMMON) signs.set('both common', 1)
  if (whole < UNKNOWN && rarer < UNKNOWN) signs.set('rarer whole', (whole - rarer) / TENS)
}

/** What kind of words the halves make elsewhere: `self` and `eyed` keep their hyphen, `over` and `ness` do not. */
function readParts(signs: Map<string, number>, { head, tail }: Break, english: English): void {
  const first = english.heads.get(head)
  const second = tailOdds(tail, english.tails)
  if (first === undefined) signs.set('head alone', 1)
  else signs.set('head', first)
  if (second === undefined) signs.set('tail alone', 1)
  else signs.set('tail', second)
  if (first !== undefined && second !== undefined)
    signs.set('weaker part', Math.max(-MOST, Math.min(first, second)))
  if (PREFIXES.has(head)) signs.set('prefix', 1)
  if (SUFFIXES.has(tail)) signs.set('suffix', 1)
}

/** A plural is judged as its singular: lists of compounds leave plurals out. */
function tailOdds(tail: string, tails: ReadonlyMap<string, number>): number | undefined {
  const stems = stemsOf(tail).map((d) => tails.get(d))
  const kin = stems.find((d) => d !== undefined)
  const own = tails.get(tail)
  return /(?:s|men)$/u.test(tail) ? (kin ?? own) : (own ?? kin)
}

function readShape(signs: Map<string, number>, broken: Break): void {
  const { head, tail } = broken
  if (broken.before) signs.set('hyphen before', 1)
  if (broken.after) signs.set('hyphen after', 1)
  if (broken.capital) signs.set('capital', 1)
  if (head.length < FEW) signs.set(`head of ${head.length}`, 1)
  if (tail.length < FEW) signs.set(`tail of ${tail.length}`, 1)
}
