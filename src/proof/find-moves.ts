// Two manuscripts with their pages in, what stands on another page than before out: notes, entries of the contents, running
// heads.
import type { ComposedPage } from '../composition.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { PlacedWord } from '../places.ts'
import type { Move } from '../proof.ts'
import type { PagePair } from './pair-pages.ts'
import type { Kept } from './pair-words.ts'

/** One side: pages, words at their places, labels of the notes by number. */
export interface MoveSide {
  pages: readonly ComposedPage[]
  placed: readonly PlacedWord[]
  notes: readonly string[]
}

/** All that moved, in the order of the new pages. */
export function findMoves(
  old: MoveSide,
  now: MoveSide,
  kept: Kept,
  pairs: readonly PagePair[]
): Move[] {
  return [...movedNotes(old, now, kept), ...movedEntries(old, now, kept), ...movedHeads(pairs)]
}

function movedNotes(old: MoveSide, now: MoveSide, kept: Kept): Move[] {
  const [before, after] = [notePages(old), notePages(now)]
  const wasCalled = new Map([...kept.notes].map(([was, is]) => [is, was]))
  return now.notes.flatMap((label, index): Move[] => {
    const was = wasCalled.get(label)
    const from = was === undefined ? undefined : before.get(was)
    const to = after.get(label)
    if (was === undefined || from === undefined || to === undefined || from === to) return []
    const [number, oldNumber] = [index + 1, old.notes.indexOf(was) + 1]
    const name = number === oldNumber ? `note ${number}` : `note ${number} (was ${oldNumber})`
    return [{ what: 'note', name, from, to }]
  })
}

/** The page on which each note begins, by its label. */
function notePages({ pages, placed }: MoveSide): Map<string, string> {
  const found = new Map<string, string>()
  for (const { word, boxes } of placed) {
    const [box] = boxes
    if (typeof word.flow === 'string' || !box || found.has(word.flow.note)) continue
    found.set(word.flow.note, labelOf(pages, box.page))
  }
  return found
}

function labelOf(pages: readonly ComposedPage[], number: number): string {
  return pages[number - 1]?.label ?? ''
}

/** Headings of the text whose number in the contents is another. */
function movedEntries(old: MoveSide, now: MoveSide, { toNew }: Kept): Move[] {
  if (!now.pages.some((d) => d.kind === 'contents')) return []
  const before = headings(old)
  const toOld = new Map([...toNew].map(([was, is]) => [is, was]))
  return headings(now).flatMap(({ words, page }): Move[] => {
    const known = words.flatMap((d) => toOld.get(d) ?? [])
    const was = before.find((d) => d.words.some((word) => known.includes(word)))
    if (!was || was.page === page) return []
    const name = words.flatMap((d) => (d.call === undefined ? d.text : [])).join(' ')
    return [{ what: 'contents', name, from: was.page, to: page }]
  })
}

interface Heading {
  words: readonly TextWord[]
  page: string
}

/** Those that the contents list. */
const LISTED = /^h[23]$/u

function headings({ pages, placed }: MoveSide): Heading[] {
  const found = new Map<number, { words: TextWord[]; page: string }>()
  for (const { word, boxes } of placed) {
    if (word.flow !== 'text' || !LISTED.test(word.kind)) continue
    const known = found.get(word.block)
    if (known) known.words.push(word)
    else if (boxes[0]) found.set(word.block, { words: [word], page: labelOf(pages, boxes[0].page) })
  }
  return [...found.values()]
}

/**
 * Running heads that are another, each once, with all pages that have it; a page that came to lie on the other side has that of
 * its side.
 */
function movedHeads(pairs: readonly PagePair[]): Move[] {
  const changes = new Map<string, { from: string[]; to: string[] }>()
  for (const { old, new: now } of pairs) {
    if (!old || !now || old.head === now.head) continue
    if (old.side !== now.side || old.kind !== now.kind) continue
    const name = sayHead(now.head, old.head)
    const known = changes.get(name) ?? { from: [], to: [] }
    known.from.push(old.label)
    known.to.push(now.label)
    changes.set(name, known)
  }
  return [...changes].map(([name, { from, to }]) => ({
    what: 'head',
    name,
    from: span(from),
    to: span(to)
  }))
}

function sayHead(now: string, old: string): string {
  const was = old === '' ? '' : ` (was “${old}”)`
  return `${now === '' ? 'no head' : `“${now}”`}${was}`
}

/** `3`, or from the first to the last: `3–23`. */
function span(labels: readonly string[]): string {
  const [first = '', last = first] = [labels[0], labels.at(-1)]
  return first === last ? first : `${first}–${last}`
}
