// Notes of two manuscripts in, which of them are the same note out: by their words, whatever their labels and numbers; then, for
// those whose words were edited, by what is left of them and by the words that call them.
import type { TextWord } from '../manuscript/words.ts'
import { groupBy } from './group-by.ts'
import { sharedWords } from './like-blocks.ts'
import { LEAST_MOVED } from './units.ts'

/** A note: its words, and those of the text before its first call. */
export interface NoteWords {
  label: string
  words: readonly TextWord[]
  /** Up to three words before its call and behind it. */
  before: readonly string[]
  after: readonly string[]
}

/** Two notes that are one. */
export interface NotePair {
  old: NoteWords
  new: NoteWords
}

/** From it on two notes are one, in points. */
const ENOUGH = 0.5
/** From it on two calls stand at the same place. */
const PLACED = 3
/** More are not looked at each with each: notes that neither have the same words nor the same label. */
const MOST = 250

/** Pair the notes of two manuscripts, in the order in which each calls them. */
export function pairNotes(old: readonly NoteWords[], now: readonly NoteWords[]): NotePair[] {
  const found = new Map<NoteWords, NoteWords>()
  const pair = (was: NoteWords, is: NoteWords) => found.set(was, is)
  // An `ibid` is known by its place and neighbours, so it comes last.
  const byWords = groupBy(old, textOf)
  const groups = [...groupBy(now, textOf)].toSorted((a, b) => b[0].length - a[0].length)
  const nextTo = neighbours(old, now, found)
  const score: Score = (was, is) => placeScore(was, is) + nextTo(was, is) + (isLong(is) ? 1 : 0)
  for (const [text, alike] of groups) pairBest(byWords.get(text) ?? [], alike, score, 1, pair)
  const taken = new Set(found.values())
  const left = old.filter((d) => !found.has(d))
  pairBest(
    left,
    now.filter((d) => !taken.has(d)),
    likeness,
    ENOUGH,
    pair
  )
  return [...found].map(([was, is]) => ({ old: was, new: is }))
}

type Score = (old: NoteWords, now: NoteWords) => number

/** Words that are never by chance those of another note. */
function isLong({ words }: NoteWords): boolean {
  return words.length >= LEAST_MOVED
}

/** 1 where the notes before two, or those behind them, are one. */
function neighbours(
  old: readonly NoteWords[],
  now: readonly NoteWords[],
  found: ReadonlyMap<NoteWords, NoteWords>
): Score {
  const places = new Map(now.map((d, index) => [d, index]))
  const before = new Map(old.map((d, index) => [d, index]))
  return (was, is) => {
    const [at, to] = [before.get(was) ?? 0, places.get(is) ?? 0]
    const near = [-1, 1].some((step) => {
      const one = old[at + step]
      const other = now[to + step]
      return one === undefined ? other === undefined : other && found.get(one) === other
    })
    return near ? 1 : 0
  }
}

/** The best pair first, down to a least score; of equal ones the first. */
function pairBest(
  old: readonly NoteWords[],
  now: readonly NoteWords[],
  score: Score,
  least: number,
  pair: (was: NoteWords, is: NoteWords) => void
): void {
  const many = old.length > MOST || now.length > MOST
  const near = (at: number) => (many ? now.slice(Math.max(0, at - 20), at + 20) : now)
  const all = old.flatMap((was, at) => near(at).map((is) => ({ was, is, points: score(was, is) })))
  const taken = new Set<NoteWords>()
  for (const { was, is, points } of all.toSorted((a, b) => b.points - a.points)) {
    if (points < least || taken.has(was) || taken.has(is)) continue
    taken.add(was).add(is)
    pair(was, is)
  }
}

/** Words that stand the same around two calls, 0 to 9: a call goes with those before it. */
function placeScore(old: NoteWords, now: NoteWords): number {
  return 2 * same(old.before, now.before) + same(old.after, now.after)
}

function same(one: readonly string[], other: readonly string[]): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count += 1
  return count
}

/** What two notes have in common, in words and place. */
function likeness(old: NoteWords, now: NoteWords): number {
  const words = sharedWords(
    old.words.map((d) => d.text),
    now.words.map((d) => d.text)
  )
  const place = placeScore(old, now)
  const sure = Math.min(1, Math.max(old.words.length, now.words.length) / LEAST_MOVED)
  return (
    words * sure + (place >= PLACED ? 0.5 : 0) + place / 100 + (old.label === now.label ? 0.001 : 0)
  )
}

function textOf({ words }: NoteWords): string {
  return words.map((d) => d.text).join(' ')
}
