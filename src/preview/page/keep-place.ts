// The reader stays where he was: whatever is done to the pages, the one that he reads stands where it stood. When it was
// drawn again, it is the one with the most of its words, which may have become another page of the book.
import type { Book } from './book.ts'

/** So many pages on either side of where it was are looked at, besides those that were added or taken away. */
const NEAR = 4

/** The page that was read when something was last done; it is still read where it has not been left. */
let held: HTMLElement | undefined

/** @param change what is done to the pages, or to their size */
export function keepPlace(book: Book, change: () => void): void {
  const before = book.leaves()
  const read = held && isAtCentre(held) ? held : leafAtCentre(before)
  if (!read) return change()
  const rectangle = read.getBoundingClientRect()
  const centre = innerHeight / 2
  const part = (centre - rectangle.top) / rectangle.height
  const row = before.filter((d) => d.offsetTop === read.offsetTop)
  const index = before.indexOf(read)
  change()
  const after = book.leaves()
  const stayed = read.isConnected ? read : row.find((d) => d.isConnected)
  const same = stayed ?? mostLike(read, index, after, after.length - before.length)
  held = same
  if (!same) return
  const now = same.getBoundingClientRect()
  scrollBy({ top: now.top + part * now.height - centre, behavior: 'instant' })
}

function isAtCentre(leaf: HTMLElement): boolean {
  const { top, bottom } = leaf.getBoundingClientRect()
  return leaf.isConnected && top <= innerHeight / 2 && bottom >= innerHeight / 2
}

/** The leaf that is nearest to the middle of the window; of two pages side by side the left one. */
export function leafAtCentre(leaves: readonly HTMLElement[]): HTMLElement | undefined {
  const centre = innerHeight / 2
  let best: { far: number; leaf: HTMLElement } | undefined
  for (const leaf of leaves) {
    const { top, bottom } = leaf.getBoundingClientRect()
    const far = Math.max(top - centre, 0, centre - bottom)
    if (!best || far < best.far) best = { far, leaf }
  }
  return best?.leaf
}

function mostLike(
  read: HTMLElement,
  index: number,
  leaves: readonly HTMLElement[],
  added: number
): HTMLElement | undefined {
  const words = wordsOf(read)
  const [from, to] = [index - NEAR + Math.min(0, added), index + NEAR + Math.max(0, added)]
  let best = leaves[Math.min(index, leaves.length - 1)]
  let most = 0
  for (const [at, leaf] of leaves.entries()) {
    if (at < from || at > to) continue
    const alike = [...wordsOf(leaf)].filter((d) => words.has(d)).length
    if (alike > most) [most, best] = [alike, leaf]
  }
  return best
}

/** Short words stand on every page, and a word that comes often is no more of a sign. */
function wordsOf(leaf: HTMLElement): Set<string> {
  return new Set((leaf.textContent ?? '').split(/\s+/u).filter((d) => d.length > 5))
}
