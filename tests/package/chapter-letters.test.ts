// The letters of a note as print has them: without its number, its calls and the source that only the EPUB says.
import { expect, test } from 'vitest'
import type { Element, ElementContent } from 'hast'
import { noteLetters } from '../../src/package/chapter-letters.ts'

function element(properties: Element['properties'], ...children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children }
}
const text = (value: string): ElementContent => ({ type: 'text', value })

test('what print does not have is not counted', () => {
  const note = element(
    {},
    element({ role: 'doc-backlink' }, text('7')),
    element({ className: ['source'] }, text('[A. Marlow, Tides] ')),
    text('ibid, p. 5'),
    element({ role: 'doc-noteref' }, text('8'))
  )
  const { text: letters, spots } = noteLetters(note)
  expect(letters).toBe('ibid,p.5')
  expect(spots).toHaveLength(letters.length)
})
