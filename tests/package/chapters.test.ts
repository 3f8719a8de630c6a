// From book to chapters: what a golden does not show at a glance.
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { compose } from '../../src/compose.ts'
import { element } from '../../src/compose/element.ts'
import { epubChapters } from '../../src/compose/epub-chapters.ts'
import { raiseHeadings } from '../../src/compose/raise-headings.ts'
import { identifierOf } from '../../src/package/identifier.ts'

test('the book stays as it is, for print needs it too', async () => {
  const value = '---\ntitle: x\ntitle-note: a\n---\n\n## One\n\nText.[^b]\n\n[^a]: A.\n\n[^b]: B.\n'
  const { book } = (await compose(new VFile({ path: 'manuscript.md', value }))).data
  if (!book) throw new Error('compose sets the book')
  const before = structuredClone(book)
  epubChapters(book)
  expect(book).toEqual(before)
})

test('a note without a call is never left out in silence', async () => {
  const value = '---\ntitle: x\n---\n\nText.[^b]\n\n[^b]: B.\n'
  const { book } = (await compose(new VFile({ path: 'manuscript.md', value }))).data
  if (!book) throw new Error('compose sets the book')
  const more = { ...book, notes: [...book.notes, { number: 2, line: 9, children: [] }] }
  expect(() => epubChapters(more)).toThrow('note 2 has no call')
})

test.each([
  ['h2 h4 h4 h3', 'h1 h2 h2 h2'],
  ['h2 h3 h4 h5 h6 h3 h6', 'h1 h2 h3 h4 h5 h2 h3'],
  ['h1 h2', 'h1 h2'],
  ['p h3 h4', 'p h2 h3'],
  ['h4 h3', 'h2 h2']
])('headings %s become %s', (before, after) => {
  const chapter = element('section', {}, ...before.split(' ').map((d) => element(d, {}, 'x')))
  raiseHeadings(chapter)
  const names = chapter.children.map((d) => (d.type === 'element' ? d.tagName : ''))
  expect(names.join(' ')).toBe(after)
})

const EDITION = {
  title: 'Folding',
  authors: ['Jane Printer'],
  language: 'en-GB',
  pullQuotes: [],
  bleed: 0,
  design: 'classic',
  hyphenation: [],
  purist: false,
  trim: { width: 148, height: 210 }
}

test.each([
  ['978-3-16-148410-0', 'urn:isbn:9783161484100'],
  ['ISBN 0-306-40615-x', 'urn:isbn:030640615X'],
  [
    'urn:uuid:0d9a2c1e-7d3f-5b1e-9d0c-3f2b5a6c7d8e',
    'urn:uuid:0d9a2c1e-7d3f-5b1e-9d0c-3f2b5a6c7d8e'
  ],
  ['https://example.org/folding', 'https://example.org/folding']
])('identifier %s is %s', (identifier, urn) => {
  expect(identifierOf({ ...EDITION, identifier })).toBe(urn)
})

test('without an identifier, title, part and authors tell the editions apart', () => {
  const made = identifierOf(EDITION)
  expect(made).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
  expect(identifierOf({ ...EDITION, rights: 'none' })).toBe(made)
  expect(identifierOf({ ...EDITION, part: '2' })).not.toBe(made)
  expect(identifierOf({ ...EDITION, authors: [] })).not.toBe(made)
})
