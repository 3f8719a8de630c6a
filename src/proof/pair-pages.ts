// The pages of two compositions in, out comes which new page is which old one: the one that has most of its words, in an order
// that both have. So a page that was put in is new, and those behind it are themselves.
import type { ComposedPage } from '../composition.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { PlacedWord } from '../places.ts'
import type { Kept } from './pair-words.ts'
import { sameInk } from './same-ink.ts'

/** A page before and after; one of them is missing where it is new or gone. */
export interface PagePair {
  old?: ComposedPage
  new?: ComposedPage
}

/** Both sides of a comparison. */
export interface PageSides {
  pages: readonly ComposedPage[]
  placed: readonly PlacedWord[]
}

/** What a page without words is worth that is like another, against one word that two have in common. */
const [LIKE, SAME] = [0.25, 0.5]

/** Pair the pages; in the order of the new ones, what is gone where it stood. */
export function pairPages(old: PageSides, now: PageSides, { toNew }: Kept): PagePair[] {
  const shared = sharedWords(old, now, toNew)
  const worth = (was: ComposedPage, is: ComposedPage) => {
    const words = shared.get(was.number * now.pages.length + is.number) ?? 0
    if (words > 0) return words
    return was.kind === is.kind && was.kind !== 'text' ? (sameInk(was, is) ? SAME : LIKE) : 0
  }
  const text = now.pages.filter((d) => d.kind === 'text').length
  const alone = (ALONE * now.placed.length) / Math.max(1, text)
  return fill(chain(old.pages, now.pages, worth, alone), old.pages, now.pages)
}

/** How many words two pages have in common, by both numbers in one. */
function sharedWords(
  old: PageSides,
  now: PageSides,
  toNew: ReadonlyMap<TextWord, TextWord>
): Map<number, number> {
  const pageOf = new Map(now.placed.map((d) => [d.word, d.boxes[0]?.page]))
  const shared = new Map<number, number>()
  for (const { word, boxes } of old.placed) {
    const is = toNew.get(word)
    const page = is && pageOf.get(is)
    const [box] = boxes
    if (!box || page === undefined) continue
    const key = box.page * now.pages.length + page
    shared.set(key, (shared.get(key) ?? 0) + 1)
  }
  return shared
}

/** What a page costs that is new or gone, in parts of the words that a page has. */
const ALONE = 0.3

/** The pairs that are worth most together, both sides rising. */
function chain(
  old: readonly ComposedPage[],
  now: readonly ComposedPage[],
  worth: (was: ComposedPage, is: ComposedPage) => number,
  alone: number
): [number, number][] {
  const columns = now.length + 1
  const best = new Float64Array((old.length + 1) * columns).fill(-Infinity)
  const at = (row: number, column: number) =>
    row < 0 || column < 0 ? -Infinity : (best[row * columns + column] ?? 0)
  const pairs = (row: number, column: number) => {
    const [was, is] = [old[row - 1], now[column - 1]]
    const value = was && is ? worth(was, is) : 0
    return value > 0 ? at(row - 1, column - 1) + value : -Infinity
  }
  for (let row = 0; row <= old.length; row += 1)
    for (let column = 0; column <= now.length; column += 1)
      best[row * columns + column] =
        row + column === 0
          ? 0
          : Math.max(at(row - 1, column) - alone, at(row, column - 1) - alone, pairs(row, column))
  const found: [number, number][] = []
  let [row, column] = [old.length, now.length]
  while (row > 0 && column > 0)
    if (at(row, column) === pairs(row, column)) found.push([--row, --column])
    else if (at(row, column) === at(row - 1, column) - alone) row -= 1
    else column -= 1
  return found.toReversed()
}

/** Between pairs, as many on each side are the same, written anew; else those of one kind are; the rest is gone or new. */
function fill(
  pairs: readonly (readonly [number, number])[],
  old: readonly ComposedPage[],
  now: readonly ComposedPage[]
): PagePair[] {
  const found: PagePair[] = []
  let [from, start] = [0, 0]
  for (const [to, end] of [...pairs, [old.length, now.length] as const]) {
    const left = old.slice(from, to)
    const even = to - from === end - start
    for (const page of now.slice(start, end)) {
      const at = even ? 0 : left.findIndex((d) => d.kind === page.kind)
      const gone = left.splice(0, at + 1)
      const was = gone.pop()
      found.push(...gone.map((d) => ({ old: d })), { ...(was && { old: was }), new: page })
    }
    found.push(...left.map((d) => ({ old: d })))
    const [was, is] = [old[to], now[end]]
    if (was && is) found.push({ old: was, new: is })
    from = to + 1
    start = end + 1
  }
  return found
}
