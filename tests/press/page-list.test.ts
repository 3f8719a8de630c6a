// The page list of the EPUB is that of the printed pages (`pdftotext` reads them, and a glance at the EPUB's tags): every
// page of read.pdf has a marker, in order, and the words behind the marker are the first words of that page.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { finish } from '../../src/finish.ts'
import { importText } from '../../src/import.ts'
import { packageBook } from '../../src/package.ts'
import type { Page } from '../../src/pages.ts'
import { openBrowser, print } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { typeset } from '../../src/typeset.ts'
import { casesOf } from '../cases.ts'

const MOMENT = new Date('2026-11-22')
const LONG = 300_000
/** Words of a page that are compared. */
const FIRST_WORDS = 5
const MARKER =
  /<span epub:type="pagebreak" role="doc-pagebreak" id="page-(\w+)" aria-label="\1"><\/span>/gu
const BLOCK =
  /<\/?(?:p|h[1-6]|div|section|li|ul|ol|dl|dt|dd|table|t[rdh]|thead|tbody|tfoot|caption|figure|figcaption|blockquote|pre|br|hr|nav|body)\b[^>]*>/gu
/** What marks an item stands before it on paper; in the EPUB the reader draws it. */
const LABEL = /^(?:[•–◦▪·*]|(?:\d+|[a-z]+)\.)/gimu
/** Letters behind the turn of a page inside a word that are compared. */
const BEHIND = 60
const PRIVATE = join(import.meta.dirname, '../../../shared/import/source')
const SECTION = /<section epub:type="footnotes"|<\/section>/u
/** In the contents the EPUB has lines of its own. */
const LINE = /<\/h1>|<\/a>/u
let browser: Browser
let close: () => Promise<void>
let root = ''
const poppler = spawnSync('pdftotext', ['-v']).error === undefined

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'press-test-'))
  ;({ browser, close } = await openBrowser())
})
afterAll(async () => {
  await close()
  rmSync(root, { recursive: true })
})

/** Texts whose pages turn in one place or another where a marker may go wrong. */
const NAMES =
  'emphasis-over-a-page-turn huge-note-at-the-end long-code note-longer-than-a-page notes-everywhere table-over-pages word-of-three-thousand-letters words-that-repeat break-at-a-page-turn drop-cap-in-compact figure-with-caption numbers-of-lists only-headings paragraph-over-two-columns verse-in-a-quotation'
const cases = [
  { name: 'handbook', path: 'manuscript/handbook/manuscript.md' },
  ...[...casesOf('print'), ...casesOf('typeset/cases')]
    .filter((d) => NAMES.split(' ').includes(d.name))
    .map(({ name, folder }) => ({ name, path: join(folder, 'in.md') }))
]

const sources = existsSync(PRIVATE) ? readdirSync(PRIVATE) : []
if (sources.length === 0) process.stderr.write(`Skipped: texts in ${PRIVATE}, which is absent\n`)

describe.skipIf(!poppler)('pages', () => {
  test.each(cases)('of $name', { timeout: LONG }, async ({ path }) => {
    expect(await faults(path)).toEqual([])
  })
  test.each(sources)('of the source text', { timeout: LONG }, async (name) => {
    const value = new Uint8Array(readFileSync(join(PRIVATE, name)))
    const path = join(root, 'manuscript.md')
    writeFileSync(path, String(await importText(new VFile({ path: name, value }))))
    expect(await faults(path)).toEqual([])
  })
})
if (!poppler) process.stderr.write('Skipped: pages of the PDF, which need pdftotext of poppler\n')

/** What is wrong with the marker of each page; '' for those that are right are left out. */
async function faults(path: string): Promise<string[]> {
  const file = await typeset(await compose(await readManuscript(path)))
  const read = await finish(await print(file, browser), MOMENT)
  const epub = await packageBook(file, MOMENT)
  const printed = read.data.pages ?? []
  const pdf = join(root, 'read.pdf')
  writeFileSync(pdf, bytesOf(read.value))
  const texts = printed.map((d) => textOf(pdf, d))
  const { marks, listed } = await marksOf(bytesOf(epub.value))
  const labels = (file.data.composition?.pages ?? []).map((d) => d.label)
  expect(listed).toEqual(labels)
  expect([...marks.keys()].toSorted()).toEqual(labels.toSorted())
  return printed.flatMap((page, index) => {
    const label = labels[index] ?? ''
    const fault = faultOf(marks.get(label) ?? '', texts[index] ?? '', texts[index - 1] ?? '', page)
    return fault === undefined ? [] : [`page ${label}: ${fault}`]
  })
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new Error('a finished file is bytes')
}

/** The text of a page without its running head and folio. */
function textOf(pdf: string, { number, head, folio }: Page): string {
  const pages = ['-f', `${number}`, '-l', `${number}`]
  const { stdout } = spawnSync('pdftotext', ['-raw', ...pages, pdf, '-'], { encoding: 'utf8' })
  const lines = stdout.replaceAll('\f', '').split('\n')
  while (lines[0] !== undefined && [head, folio].filter(Boolean).includes(lines[0])) lines.shift()
  return lines.join('\n')
}

/** For each page what stands behind its marker, up to the next and to the end of its section; and the page list. */
async function marksOf(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes)
  const marks = new Map<string, string>()
  let listed: string[] = []
  for (const name of Object.keys(zip.files).filter((d) => d.endsWith('.xhtml'))) {
    const text = (await zip.file(name)?.async('string')) ?? ''
    const [, list = ''] = text.split('epub:type="page-list"')
    if (list) listed = [...list.matchAll(/<a href="[^"]+">(\w+)<\/a>/gu)].map((d) => d[1] ?? '')
    const [, ...parts] = text.split(MARKER)
    for (let index = 0; index < parts.length; index += 2) {
      const [body = ''] = (parts[index + 1] ?? '').split(
        name.endsWith('toc.xhtml') ? LINE : SECTION
      )
      marks.set(parts[index] ?? '', body)
    }
  }
  return { marks, listed }
}

function faultOf(
  behind: string,
  page: string,
  before: string,
  { blocks, repeated }: Page
): string | undefined {
  // Up to the first call, whose figure may stand anywhere in the text of the PDF.
  const [text = ''] = behind.split('<a epub:type="noteref"')
  const words = plain(text)
    .split(/\s+/u)
    .filter((d) => lettersOf(d) !== '')
    .slice(0, FIRST_WORDS)
  const [first = ''] = words
  // Nothing, where the page has nothing of the text: a blank one, or one that goes on with a note.
  if (first === '')
    return lettersOf(blocks.join('')) === '' ? undefined : `no words | ${page.slice(0, 60)}`
  let there = page
  for (const head of repeated ?? [])
    if (lettersOf(there).startsWith(lettersOf(head)))
      there = lettersOf(there).slice(lettersOf(head).length)
  const wanted = lettersOf(words.join(''))
  const found = [there, there.replace(LABEL, '')].map(lettersOf)
  if (found.some((d) => d.startsWith(wanted))) return undefined
  // The page begins inside a word: its beginning is the end of the page before.
  for (let cut = 1; cut < lettersOf(first).length; cut += 1) {
    const begun = new RegExp(`${lettersOf(first).slice(0, cut)}\\P{L}?$`, 'mu')
    if (found.some((d) => d.startsWith(wanted.slice(cut, cut + BEHIND))) && begun.test(before))
      return undefined
  }
  return `${words.join(' ')} | ${page.slice(0, 60)}`
}

function plain(xhtml: string): string {
  return xhtml
    .replace(/>\n/gu, '> ')
    .replace(BLOCK, ' ')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
