// The approved copy and the corrected one, block by block: which block of the one is which of the other, and to which place
// in the new text a place in the old one has gone.
import type { Matter } from '../matter.ts'
import { align, alignAll } from './align.ts'
import type { Ink, Inker } from './ink.ts'

/** Matter in a row, as it follows each other: the blocks of a stretch, or all notes. */
export interface Row {
  matters: readonly Matter[]
  inks: readonly Ink[]
}

/** A place in a row: a block, and the letters of it that stand before. */
export interface Spot {
  of: number
  letters: number
}

/** A row before and after. */
export interface Rows {
  old: Row
  now: Row
  /** For a block of the old row, that of the new. */
  pairs: ReadonlyMap<number, number>
}

export function readRow(blocks: readonly { matter: Matter; shape: string }[], inker: Inker): Row {
  return { matters: blocks.map((d) => d.matter), inks: blocks.map((d) => inker(d.matter, d.shape)) }
}

export function pairRows(old: Row, now: Row): Rows {
  const keys = ({ inks }: Row) => inks.map((d) => `${d.shape} ${d.letters.join('')}`)
  return { old, now, pairs: alignAll(keys(old), keys(now)) }
}

/** Where a place has gone: what is put in at the end of a page stays on that page. */
export function mapSpot({ old, now, pairs }: Rows, { of, letters }: Spot): Spot {
  const own = pairs.get(of)
  const [before, after] = [old.inks[of], own === undefined ? undefined : now.inks[own]]
  if (own !== undefined && before && after)
    return { of: own, letters: letters === 0 ? 0 : mapLetters(before, after, letters) }
  // The block is gone, or the text ends: the place is before the next one that is still there.
  for (let i = of + 1; i < old.inks.length; i += 1) {
    const next = pairs.get(i)
    if (next !== undefined) return { of: next, letters: 0 }
  }
  return { of: now.inks.length, letters: 0 }
}

/** @returns the letter of the new ink at which what began at a letter of the old one begins */
function mapLetters(old: Ink, now: Ink, at: number): number {
  const pairs = align(wordsOf(old), wordsOf(now))
  const word = old.words.findLastIndex((d) => d <= at)
  const same = pairs.get(word)
  const start = old.words[word] ?? 0
  if (same !== undefined) return (now.words[same] ?? now.letters.length) + at - start
  let first = word
  while (first > 0 && !pairs.has(first - 1)) first -= 1
  let last = word
  while (last < old.words.length && !pairs.has(last)) last += 1
  const from = first > 0 ? (pairs.get(first - 1) ?? 0) + 1 : 0
  const to = pairs.get(last) ?? now.words.length
  // As many of the words that took the place of others stay before it as did before.
  const place = Math.min(from + word - first, to)
  return now.words[place] ?? now.letters.length
}

function wordsOf({ letters, words }: Ink): string[] {
  return words.map((from, i) => letters.slice(from, words[i + 1]).join(''))
}
