// The days that an edition may have, and those it may not: the same in every time zone (promise P17).
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { readEdition } from '../../src/edition.ts'

const dateOf = (written: string) =>
  readEdition(new VFile(), `title: A case\ndate: ${written}`, 2).date

test.each(['2026', '2026-11', '2026-11-22', '1605', '2024-02-29', '9999-12-31', '"2026-11-22"'])(
  'date: %s',
  (written) => {
    expect(dateOf(written)).toBe(written.replaceAll('"', ''))
  }
)

test.each([
  '2026-02-30',
  '2025-02-29',
  '2026-13',
  '2026-00-01',
  '2026-1-1',
  '0001-01-01',
  '7',
  '26',
  '20261122',
  '0x7EA',
  '2026.0',
  'November 2026',
  '22 November 2026',
  'Foo 1',
  '2026-11-22T10:00:00',
  '2026-11-22T10:00:00Z',
  '"+275760-09-13"',
  '"-000044-03-15"'
])('date: %s is refused', (written) => {
  expect(() => dateOf(written)).toThrow(
    expect.objectContaining({ exit: 3, reason: expect.stringContaining('`2026-11-22`, `2026-11`') })
  )
})
