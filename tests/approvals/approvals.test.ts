// What is approved, as text and back, and what stays approved.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import {
  addApprovals,
  hashOf,
  isApproved,
  readApprovals,
  writeApprovals
} from '../../src/approvals.ts'
import type { Approvals } from '../../src/approvals.ts'
import { pagesNamed } from '../../src/press/page-list.ts'

const hash = fc.string().map(hashOf)
const pages = fc
  .array(fc.tuple(hash, fc.constantFrom('i', 'xiv', '1', '112', '')), { maxLength: 30 })
  .map((d) => d.map(([of, label], i) => ({ number: i + 1, hash: of, label })))
const approvals: fc.Arbitrary<Approvals> = fc
  .tuple(fc.string({ unit: 'binary' }), fc.option(hash, { nil: undefined }), pages)
  .map(([title, manuscript, of]) => ({ title, ...(manuscript && { manuscript }), pages: of }))

test('what is written is read again', () => {
  fc.assert(
    fc.property(approvals, fc.constantFrom('\n', '\r\n'), (given, end) => {
      const text = writeApprovals(given)
      expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
      const read = readApprovals(new VFile(text.replaceAll('\n', end)))
      expect({ ...read, title: '' }).toEqual({ ...given, title: '' })
      expect(writeApprovals(read)).toBe(text)
    }),
    { numRuns: 200, seed: 7 }
  )
})

test('a line that is none of its own stops it', () => {
  const text = `title A\n\n1  ${hashOf('a')}  i\n<<<<<<< ours\n`
  expect(() => readApprovals(new VFile({ path: 'approved.txt', value: text }))).toThrow(
    'Unexpected line, expected the number of a page, its hash and its label: `press approve` writes them'
  )
})

const PAGES = ['i', 'ii', '1', '2', '3'].map((label, i) => ({
  number: i + 1,
  hash: hashOf(label),
  label
}))

describe('approving', () => {
  test('a part leaves the rest as it was', () => {
    const before = [
      { number: 2, hash: 'old', label: 'ii' },
      { number: 9, hash: 'gone', label: '7' }
    ]
    const now = addApprovals(before, PAGES, [3, 5])
    expect(now.map((d) => [d.number, d.hash === 'old'])).toEqual([
      [2, true],
      [3, false],
      [5, false]
    ])
  })

  test('all forgets what was', () => {
    expect(addApprovals([{ number: 2, hash: 'old', label: 'ii' }], PAGES)).toEqual(PAGES)
  })

  test('a page counts at its number and as it is', () => {
    const known = { title: '', pages: PAGES }
    expect(isApproved(known, { number: 2, hash: hashOf('ii') })).toBe(true)
    expect(isApproved(known, { number: 3, hash: hashOf('ii') })).toBe(false)
  })
})

describe('pages as a user names them', () => {
  test.each([
    ['1-3', [3, 4, 5]],
    ['i,2', [1, 4]],
    ['ii-1, 3', [2, 3, 5]],
    ['3,3,2–3', [4, 5]],
    ['II', [2]]
  ])('%s', (list, numbers) => expect(pagesNamed(list, PAGES)).toEqual(numbers))

  test.each(['', '4', '0', '3-1', '1-', '-1', '1..3', 'x', '1,,2', '1 2', '1-999999999999'])(
    '%j is none',
    (list) => {
      expect(() => pagesNamed(list, PAGES)).toThrow(
        `Unexpected \`--pages ${list}\`, expected pages from i to 3, such as \`1-8,12\``
      )
    }
  )
})
