// Which page of an old PDF each new page is: the one from which most of its words are, in rising order.
import type { PdfWord } from './pdf-words.ts'

/** Numbers of pages; one of them is missing where the page is new or gone. */
export interface NumberPair {
  old?: number
  new?: number
}

/** @param kept each old word that is still there, and the new one that it is */
export function pairNumbers(
  kept: ReadonlyMap<PdfWord, PdfWord>,
  old: number,
  now: number
): NumberPair[] {
  const shared = Array.from({ length: now + 1 }, () => new Map<number, number>())
  for (const [was, is] of kept) {
    const counts = shared[is.page]
    counts?.set(was.page, (counts.get(was.page) ?? 0) + 1)
  }
  const pairs: NumberPair[] = []
  let last = 0
  for (let page = 1; page <= now; page += 1) {
    const counts = [...(shared[page] ?? [])].filter(([was]) => was > last)
    const most = counts.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
    // A page without words, such as an empty one, is the next, if no other claims that.
    const blank = shared[page]?.size === 0 && !claims(shared, page, last + 1) && last < old
    const was = most ?? (blank ? last + 1 : undefined)
    for (let gone = last + 1; gone < (was ?? 0); gone += 1) pairs.push({ old: gone })
    pairs.push({ new: page, ...(was !== undefined && { old: was }) })
    last = was ?? last
  }
  for (let gone = last + 1; gone <= old; gone += 1) pairs.push({ old: gone })
  return pairs
}

/** Whether a later page has most of its words from an old one. */
function claims(
  shared: readonly ReadonlyMap<number, number>[],
  page: number,
  old: number
): boolean {
  return shared.slice(page + 1).some((counts) => {
    const own = counts.get(old) ?? 0
    return own > 0 && [...counts.values()].every((d) => d <= own)
  })
}
