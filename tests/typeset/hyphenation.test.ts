// Hyphenation by language, and the editor's exceptions.
import { expect, test } from 'vitest'
import { hasPatterns, openHyphenation } from '../../src/typeset/hyphenation.ts'
import { placesInWord } from '../../src/typeset/word-places.ts'

const WORDS: readonly (readonly [language: string, broken: string])[] = [
  ['en-GB', 're-volu-tion'],
  ['en-GB', 'type-set-ting'],
  ['en-US', 'rev-o-lu-tion'],
  ['de', 'Ver-ei-ni-gung'],
  ['fr', 'ré-vo-lu-tion'],
  ['es', 're-vo-lu-ción'],
  ['it', 'ri-vo-lu-zio-ne'],
  ['pt', 're-vo-lu-ção'],
  ['nl', 'ge-zel-schap'],
  ['sv', 'sam-häl-le'],
  ['pl', 're-wo-lu-cja'],
  ['ru', 'ре-во-лю-ция']
]

test.each(WORDS)('%s breaks %s', async (language, broken) => {
  const { places, hyphenated } = await openHyphenation(language, [])
  expect(hyphenated).toBe(true)
  expect(mark(broken.replaceAll('-', ''), places)).toBe(broken)
})

test('a language without patterns breaks no word and says so', async () => {
  const { places, hyphenated } = await openHyphenation('tlh', ['pam-phlet'])
  expect(hyphenated).toBe(false)
  expect(hasPatterns('tlh')).toBe(false)
  expect(places('revolution')).toEqual([])
  expect(mark('pamphlet', places)).toBe('pam-phlet')
})

test('exceptions come before patterns, in any case and with a possessive', async () => {
  const { places } = await openHyphenation('en-GB', ['pamph-let', 'revolution'])
  expect(mark('Pamphlet', places)).toBe('Pamph-let')
  expect(mark('pamphlet’s', places)).toBe('pamph-let’s')
  expect(places('revolution')).toEqual([])
})

test('words with an apostrophe are broken with care', async () => {
  const english = await openHyphenation('en-GB', [])
  expect(english.places('O’Donnellson')).toEqual([])
  expect(mark('revolution’s', english.places)).toBe('re-volu-tion’s')
  const french = await openHyphenation('fr', [])
  expect(mark('l’internationale', french.places)).toBe('l’in-ter-na-tio-nale')
})

test('words that patterns are not for stay whole', async () => {
  const { places } = await openHyphenation('en-GB', [])
  for (const word of ['party', 'McDonaldson', 'a'.repeat(80)]) expect(places(word)).toEqual([])
  expect(places('constructor').every((d) => d > 1)).toBe(true)
})

test.each([
  ['“revolution”,', '“re|volu|tion”,'],
  ['self-determination', 'self-|determination'],
  ['well-to-do', 'well-|to-|do'],
  ['X-ray', 'X-ray'],
  ['BUREAUCRACY', 'BUREAUCRACY'],
  ['1936–8', '1936–|8'],
  ['London–Paris', 'Lon|don–|Paris'],
  ['said—but', 'said—|but'],
  ['https://example.org/a-long/path?query=1', 'https://example|.org|/a|-long|/path|?query=1']
])('%s may end a line as %s', async (word, broken) => {
  const hyphenation = await openHyphenation('en-GB', ['Lon-don'])
  const places = placesInWord(word, hyphenation).map((d) => d.at)
  expect(mark(word, () => places, '|')).toBe(broken)
})

function mark(word: string, places: (word: string) => readonly number[], sign = '-'): string {
  return places(word).reduceRight((text, at) => text.slice(0, at) + sign + text.slice(at), word)
}
