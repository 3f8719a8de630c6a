// The folios of the pages are the labels of the PDF, in as few ranges as can be.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageLabels } from '../../src/finish/page-labels.ts'
import type { LabelRange } from '../../src/finish/page-labels.ts'

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

test.each([
  ['nothing', [], []],
  [
    'a pamphlet',
    ['', '', 'iii', 'iv', '1', '2', '3', ''],
    [
      { start: 0, prefix: '' },
      { start: 2, style: 'r', first: 3 },
      { start: 4, style: 'D', first: 1 },
      { start: 7, prefix: '' }
    ]
  ],
  [
    'a gap',
    ['1', '2', '5'],
    [
      { start: 0, style: 'D', first: 1 },
      { start: 2, style: 'D', first: 5 }
    ]
  ],
  [
    'signs of their own',
    ['A-1', 'A-1', 'iiii', '0'],
    [
      { start: 0, prefix: 'A-1' },
      { start: 2, prefix: 'iiii' },
      { start: 3, prefix: '0' }
    ]
  ]
] as const)('%s', (_, folios, ranges) => {
  expect(pageLabels(folios)).toEqual(ranges)
})

/** What a reader shows for a page. */
function shown(ranges: readonly LabelRange[], page: number): string {
  const range = ranges.findLast((d) => d.start <= page)
  const number = (range?.first ?? 0) + page - (range?.start ?? 0)
  if (range?.style === 'D') return String(number)
  return range?.style === 'r' ? (ROMAN[number] ?? '?') : (range?.prefix ?? '?')
}

test('every page shows its folio', () => {
  const folio = fc.constantFrom('', '1', '2', '3', '4', 'x-1', ...ROMAN.slice(1, 6))
  fc.assert(
    fc.property(fc.array(folio, { maxLength: 12 }), (folios) => {
      const ranges = pageLabels(folios)
      expect(folios.map((_d, page) => shown(ranges, page))).toEqual(folios)
    })
  )
})
