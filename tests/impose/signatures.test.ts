// The sheets are folded and nested here as hands do it, and then read: 1, 2, 3 … for every number of pages.
import { expect, test } from 'vitest'
import { saddleStitch } from '../../src/impose/signatures.ts'
import type { Sheet } from '../../src/impose/signatures.ts'

/**
 * Read a stack of sheets, folded in the middle and nested with the first one outside. A folded sheet is two leaves: one
 * in the front half of the booklet, one in the back half. In the front half a leaf shows the right page of the front of
 * its sheet, then, turned over, the left page of the back; in the back half the right page of the back, then the left
 * of the front.
 */
function read(sheets: readonly Sheet[]): (number | undefined)[] {
  const inwards = sheets.flatMap(({ front, back }) => [front[1], back[0]])
  const outwards = sheets.toReversed().flatMap(({ front, back }) => [back[1], front[0]])
  return [...inwards, ...outwards]
}

const counts = Array.from({ length: 200 }, (_, i) => i + 1)

test.each(counts)('%i pages are read in order', (pages) => {
  const sheets = saddleStitch(pages)
  const places = read(sheets)
  const numbers = Array.from({ length: pages }, (_, i) => i + 1)
  const blanks = Array.from({ length: places.length - pages }, () => undefined)
  expect(sheets).toHaveLength(Math.ceil(pages / 4))
  expect(places).toEqual([...numbers, ...blanks])
  expect(blanks.length).toBeLessThan(4)
})

test('the table of eight pages', () => {
  expect(saddleStitch(8)).toEqual([
    { front: [8, 1], back: [2, 7] },
    { front: [6, 3], back: [4, 5] }
  ])
})

test('no pages are no sheets', () => {
  expect(saddleStitch(0)).toEqual([])
})
