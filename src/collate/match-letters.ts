// Two strings of letters side by side, where U+FFFC stands for what cannot be read: in the layout for a letter that no face
// has, which may leave nothing on the paper; there for such letters, or for up to four others, as of a drawn ligature.
//
//     wanted `see￼end`, shown `see￼￼end`   →   the same
import { UNREADABLE } from './words.ts'

/** How far two strings are surely the same, in letters of each. */
export interface Agreement {
  wanted: number
  shown: number
  /** To the end of both. */
  whole: boolean
}

const MOST_AT_ONCE = 4
/** More of them in a row are letters without a drawing, whose number says nothing. */
const RUN = new RegExp(`(${UNREADABLE}{8})${UNREADABLE}+`, 'gu')

/** Letters that U+FFFC on the paper may stand for; any when missing. */
export type Unsaid = ReadonlySet<string> | undefined

/** Read both from the beginning, as far as some reading of U+FFFC goes. */
export function agreementOf(wanted: string, shown: string, unsaid: Unsaid): Agreement {
  // Every place in `wanted` that may follow what is read of `shown`.
  let places: readonly number[] = [0]
  let sure = { wanted: 0, shown: 0 }
  for (let at = 0; at < shown.length; at += 1) {
    const [place = 0] = places
    const letter = shown[at]
    const plain = places.length === 1 && letter === wanted[place] && letter !== UNREADABLE
    const next = plain ? [place + 1] : placesAfter(wanted, places, letter, unsaid)
    if (next.length === 0) return { ...sure, whole: false }
    places = next
    if (places.length === 1) sure = { wanted: places[0] ?? 0, shown: at + 1 }
  }
  return { ...sure, whole: withMarksPassed(wanted, places).has(wanted.length) }
}

function placesAfter(
  wanted: string,
  places: readonly number[],
  letter: string | undefined,
  unsaid: Unsaid
): number[] {
  const after = new Set<number>()
  for (const place of withMarksPassed(wanted, places)) {
    if (wanted[place] === letter) after.add(letter === UNREADABLE ? place : place + 1)
    if (letter !== UNREADABLE) continue
    const most = Math.min(place + MOST_AT_ONCE, wanted.length)
    for (let to = place; to < most && mayStandFor(wanted[to], unsaid); to += 1) after.add(to + 1)
  }
  return [...after]
}

function mayStandFor(letter: string | undefined, unsaid: Unsaid): boolean {
  return letter !== undefined && letter !== UNREADABLE && (unsaid?.has(letter) ?? true)
}

function withMarksPassed(wanted: string, places: readonly number[]): Set<number> {
  const passed = new Set(places)
  for (const place of passed) if (wanted[place] === UNREADABLE) passed.add(place + 1) // visited too
  return passed
}

/** What the paper shows, without long runs of letters that cannot be read. */
export function shortenRuns(shown: string): string {
  return shown.replace(RUN, '$1')
}

/**
 * Whether what lies between the parts that agree at both ends has the same letters in whatever order: lines that run from
 * right to left are painted in another order than they are read.
 */
export function sameLetters(wanted: string, shown: string, unsaid: Unsaid): boolean {
  const head = agreementOf(wanted, shown, unsaid)
  const restWanted = turned(wanted.slice(head.wanted))
  const restShown = turned(shown.slice(head.shown))
  const tail = agreementOf(restWanted, restShown, unsaid)
  const counts = new Map<string, number>()
  const count = (text: string, by: number) => {
    for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + by)
  }
  count(restWanted.slice(tail.wanted), 1)
  count(restShown.slice(tail.shown), -1)
  counts.delete(UNREADABLE)
  const unread = restShown.slice(tail.shown).split(UNREADABLE).length - 1
  const lost = [...counts.values()].reduce((sum, d) => sum + d, 0)
  const fits = [...counts].every(
    ([letter, d]) => d === 0 || (d > 0 && (unsaid?.has(letter) ?? true))
  )
  return fits && lost <= unread * MOST_AT_ONCE
}

function turned(text: string): string {
  return [...text].toReversed().join('')
}
