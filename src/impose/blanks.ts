// A number of pages in, the pages in the order of reading with the blanks that fill the sheets out: five pages for a
// folded sheet of eight are 1 2 3 4 – – – 5, for the last page is the back cover.
import type { Reading } from './slot.ts'

/**
 * @param unit the number of places is a multiple of it
 * @param where before the last page, or after it
 */
export function withBlanks(pages: number, unit: number, where: 'inside' | 'end'): Reading {
  const numbers = Array.from({ length: pages }, (_, i) => i + 1)
  const blanks = Array.from({ length: (unit - (pages % unit)) % unit }, () => undefined)
  // A single page is a front, and not a back.
  if (where === 'end' || pages < 2) return [...numbers, ...blanks]
  return [...numbers.slice(0, -1), ...blanks, pages]
}
