// Whoever searches read.pdf for a word finds it: all of them in poppler, which joins a word that a line end divides, and in
// MuPDF and pdf.js all that stand on one line.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfPages } from '../../src/collate/pdf-words.ts'
import { build } from '../../src/press.ts'

const LONG = 300_000
const PRIVATE = join(import.meta.dirname, '../../../shared/import/gold/gold.md')
/** Of ten words, so many stand on one line at least: 71 of 78 in the source text. */
const ON_ONE_LINE = 71 / 78
const has = (tool: string) => spawnSync(tool, ['-v']).error === undefined
const here = { poppler: has('pdftotext'), mupdf: has('mutool') }

const SENTENCES = [
  'The revolution of the printers began with a small thing, as a revolution does.',
  'No revolution was ever set in one measure, nor was revolutionary type ever cheap!',
  '“Revolution”, said the compositor, “is what revolution calls itself when *revolution* pays.”',
  'After the revolution—before which revolution?—there was paper; and with it counter-revolution.'
]
const paragraphs = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: 2 + (i % 5) }, (__, k) => SENTENCES[(i + k * (1 + (i % 3))) % 4]).join(' ')
)
const OWN = `---\ntitle: A Word\nauthor: A Hand\n---\n\n${paragraphs.join('\n\n')}\n`
const texts = [
  { name: 'a-text-of-our-own', word: 'revolution', text: OWN },
  ...(existsSync(PRIVATE)
    ? [{ name: 'the-source-text', word: 'revolution', text: readFileSync(PRIVATE, 'utf8') }]
    : [])
]
if (texts.length === 1) process.stderr.write(`Skipped: ${PRIVATE}, which is absent\n`)
for (const [name, found] of Object.entries(here))
  if (!found) process.stderr.write(`Skipped: words that ${name} finds\n`)

let root = ''
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'press-test-'))
  for (const { name, text } of texts) {
    mkdirSync(join(root, 'manuscript', name), { recursive: true })
    writeFileSync(join(root, 'manuscript', name, 'manuscript.md'), text)
    await build(join(root, 'manuscript', name), { into: join(root, 'build') }, () => undefined)
  }
}, LONG)
afterAll(() => rmSync(root, { recursive: true }))

const count = (text: string, word: string) => text.split(word).length - 1

function said(tool: string, ...words: string[]): string {
  return spawnSync(tool, words, { encoding: 'utf8', maxBuffer: 1e9 }).stdout
}

describe.each(texts)('$name', ({ name, word, text }) => {
  const path = () => join(root, 'build', name, 'read.pdf')
  const all = count(text.replace(/^---\n[^]*?\n---\n/u, ''), word)

  test.skipIf(!here.poppler)('poppler finds all (skipped without poppler)', () => {
    expect(all).toBeGreaterThan(70)
    expect(count(said('pdftotext', path(), '-'), word)).toBe(all)
  })

  test.skipIf(!here.mupdf)('MuPDF finds what stands on one line (skipped without MuPDF)', () => {
    const found = count(said('mutool', 'draw', '-q', '-F', 'txt', path()), word)
    expect(found).toBeGreaterThanOrEqual(ON_ONE_LINE * all)
  })

  test('pdf.js finds what stands on one line', async () => {
    let found = 0
    for await (const { painted } of pdfPages(readFileSync(path()))) found += count(painted, word)
    expect(found).toBeGreaterThanOrEqual(ON_ONE_LINE * all)
    expect(found).toBeLessThanOrEqual(all)
  })
})
