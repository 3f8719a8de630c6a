// What a build makes for the press, as programmes of others read it: Ghostscript, poppler, qpdf and MuPDF, where they are.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { build } from '../../src/press.ts'

const EDITION = 'small-pamphlet'
const LONG = 300_000
/** Resolution at which pages are compared, and the bleed around a page in its pixels. */
const DPI = 150
const BLEED = Math.round((3 / 25.4) * DPI)
let root = ''
const at = (name: string) => join(root, EDITION, name)
const has = (name: string, option: string) => spawnSync(name, [option]).error === undefined
const here = {
  ghostscript: has('gs', '--version'),
  poppler: has('pdftotext', '-v'),
  qpdf: has('qpdf', '--version'),
  mupdf: has('mutool', '-v')
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'press-test-'))
  await build(join(import.meta.dirname, EDITION), { into: root }, () => undefined)
  for (const [name, found] of Object.entries(here))
    if (!found) process.stderr.write(`Skipped: what ${name} reads of the files for the press\n`)
}, LONG)
afterAll(() => rmSync(root, { recursive: true }))

function said(name: string, ...words: string[]): string {
  const { stdout, stderr } = spawnSync(name, words, { encoding: 'utf8', maxBuffer: 1e9 })
  return `${stdout}${stderr}`
}

test('our own preflight has nothing to say', async () => {
  const value = new Uint8Array(readFileSync(at('print.pdf')))
  const { messages } = await check(new VFile({ path: 'print.pdf', value }), 'saddle-short-run')
  expect(messages.filter((d) => d.fatal !== undefined).map(String)).toEqual([])
})

test.skipIf(!here.ghostscript)('ink is on one plate, on every page', () => {
  for (const name of ['print.pdf', 'booklet.pdf', 'read.pdf']) {
    const rows = said('gs', '-q', '-o', '-', '-sDEVICE=inkcov', at(name)).trim().split('\n')
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect(row).toMatch(/^ *0\.00000 +0\.00000 +0\.00000 +\d\.\d+ CMYK OK/u)
  }
})

test.skipIf(!here.poppler)('the press gets the same words in the same fonts as the screen', () => {
  const words = ['read.pdf', 'print.pdf'].map((d) => said('pdftotext', '-raw', at(d), '-'))
  // Blank pages that fill the last sheet have no words.
  const [read, print] = words.map((d) => d.split('\f').filter((page) => page.trim() !== ''))
  expect(print).toEqual(read)
  const fonts = ['read.pdf', 'print.pdf', 'booklet.pdf'].map((d) =>
    said('pdffonts', at(d))
      .split('\n')
      .slice(2)
      .map((row) => row.replace(/\s+\d+\s+\d+$/u, '').replaceAll(/ +/gu, ' '))
      .filter(Boolean)
  )
  expect(fonts[1]).toEqual(fonts[0])
  expect(fonts[2]).toEqual(fonts[0])
  for (const row of fonts[0] ?? []) expect(row).toMatch(/ CID TrueType Identity-H yes yes yes$/u)
  expect(new Set(fonts[0]).size).toBe(fonts[0]?.length)
})

test.skipIf(!here.poppler)('not a pixel is another than on the screen', { timeout: LONG }, () => {
  const pages = Number(/Pages: +(\d+)/u.exec(said('pdfinfo', at('read.pdf')))?.[1])
  for (const page of [1, Math.ceil(pages / 2)]) {
    const [read, print] = ['read.pdf', 'print.pdf'].map((name) => {
      const words = ['-gray', '-r', `${DPI}`, '-f', `${page}`, '-l', `${page}`, at(name)]
      const { stdout } = spawnSync('pdftoppm', words, { maxBuffer: 1e9 })
      return pixelsOf(stdout)
    })
    if (!read || !print) throw new Error('pdftoppm gives a picture of each')
    let differ = 0
    for (let y = 0; y < read.height; y += 1)
      for (let x = 0; x < read.width; x += 1) {
        const there = print.data[(y + BLEED) * print.width + x + BLEED] ?? 0
        if (Math.abs((read.data[y * read.width + x] ?? 0) - there) > 128) differ += 1
      }
    // The bleed is no whole number of pixels, so that edges of letters are a little lighter or darker.
    expect(differ).toBeLessThan(read.width * read.height * 0.001)
  }
})

/** A greyscale picture as pdftoppm writes it. */
function pixelsOf(bytes: Buffer): { width: number; height: number; data: Buffer } {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 60))
  if (!head) throw new Error('Unexpected picture, expected PGM')
  const [all, width, height] = head
  return { width: Number(width), height: Number(height), data: bytes.subarray(all.length) }
}

test.skipIf(!here.qpdf)('qpdf finds no fault', () => {
  for (const name of ['print.pdf', 'booklet.pdf', 'read.pdf'])
    expect(said('qpdf', '--check', at(name))).toContain('No syntax or stream encoding errors found')
})

test.skipIf(!here.mupdf)('MuPDF reads the boxes, the standard and the condition', () => {
  const page = said('mutool', 'show', at('print.pdf'), 'pages/1')
  const [trim, bleed, media] = ['TrimBox', 'BleedBox', 'MediaBox'].map((name) =>
    new RegExp(`/${name} *\\[([^\\]]*)\\]`, 'u').exec(page)?.[1]?.trim().split(/\s+/u).map(Number)
  )
  expect(bleed).toEqual(media)
  const mm = (points = NaN) => (points * 25.4) / 72
  for (const [i, d] of (trim ?? []).entries()) {
    const room = Math.abs(d - (media?.[i] ?? NaN))
    expect(Math.abs(mm(room) - 3)).toBeLessThan(0.01)
  }
  const intent = said('mutool', 'show', at('print.pdf'), 'trailer/Root/OutputIntents/1')
  expect(intent).toContain('/GTS_PDFX')
  expect(intent).toContain('(FOGRA39)')
  expect(said('mutool', 'show', at('print.pdf'), 'trailer/ID')).toMatch(/<[\dA-F]{32}>/iu)
})
