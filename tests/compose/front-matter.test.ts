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

const readWith = (yaml: string) => readEdition(new VFile(), `title: A case\n${yaml}`, 2)

test('an edition that says nothing of its setting', () => {
  const { trim, bleed, design, hyphenation, purist, ...rest } = readWith('')
  expect({ trim, bleed, design, hyphenation, purist }).toEqual({
    trim: { width: 148, height: 210 },
    bleed: 0,
    design: 'classic',
    hyphenation: [],
    purist: false
  })
  expect(rest).not.toHaveProperty('fit')
})

test.each([
  ['design: Modern', { design: 'modern' }],
  ['fit: 4', { fit: 4 }],
  ['fit: 999', { fit: 999 }],
  ['bleed: 3', { bleed: 3 }],
  ['bleed: 2.5 mm', { bleed: 2.5 }],
  ['bleed: 0', { bleed: 0 }],
  ['purist: true', { purist: true }],
  ['hyphenation: pam-phlet', { hyphenation: ['pam-phlet'] }],
  [
    'hyphenation: [Marx, Arbei-ter-klasse, été]',
    { hyphenation: ['Marx', 'Arbei-ter-klasse', 'été'] }
  ],
  ['trim: Letter', { trim: { width: 215.9, height: 279.4 } }],
  ['trim: half-letter', { trim: { width: 139.7, height: 215.9 } }],
  ['trim: b5', { trim: { width: 176, height: 250 } }],
  ['trim: 120x180', { trim: { width: 120, height: 180 } }]
])('%s', (yaml, says) => {
  expect(readWith(yaml)).toMatchObject(says)
})

test.each([
  'fit: -4',
  'fit: 4.5',
  'fit: 1000',
  'fit: 0x4',
  'fit: [4]',
  'bleed: -1',
  'bleed: 10.5',
  'bleed: 3e0',
  'bleed: .inf',
  'purist: 1',
  'purist: "true"',
  'hyphenation: pam phlet',
  'hyphenation: [-pamphlet]',
  'hyphenation: [pam--phlet]',
  'hyphenation: [{ pam: phlet }]',
  'design: [classic]',
  'design: ../classic',
  'trim: 1.2.3 x 200',
  'trim: 73 x 200'
])('%s is refused', (yaml) => {
  expect(() => readWith(yaml)).toThrow(expect.objectContaining({ exit: 3, line: 3 }))
})
