// What a build makes for the press, as programmes of others read it: Ghostscript, poppler, qpdf and MuPDF, where they are.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { closePdf, openPdf, PDFName, PDFRawStream, unpack } from '../../src/pdf.ts'
import type { PDFPage } from '../../src/pdf.ts'
import { build } from '../../src/press.ts'

const EDITION = 'small-pamphlet'
const LONG = 300_000
/** Resolution at which pages are compared. */
const DPI = 150
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

test.skipIf(!here.poppler)('tags go to the press with the pages', () => {
  const tags = ['read.pdf', 'print.pdf'].map((name) => {
    expect(said('pdfinfo', at(name))).toMatch(/^Tagged: +yes$/mu)
    // Links stay on the screen.
    return said('pdfinfo', '-struct', at(name)).replaceAll(/^ *Object .*\n/gmu, '')
  })
  expect(tags[0]).toContain('\n  H1')
  expect(tags[1]).toBe(tags[0])
})

test.skipIf(!here.poppler)(
  'not a pixel of a page is another for the press',
  { timeout: LONG },
  async () => {
    // The bleed is no whole number of pixels, so that the page is looked at without it.
    const cut = await changed('print.pdf', ({ node }) => {
      const trim = node.get(PDFName.of('TrimBox'))
      for (const name of ['MediaBox', 'CropBox', 'BleedBox'])
        if (trim) node.set(PDFName.of(name), trim)
    })
    expect(differing(at('read.pdf'), cut)).toEqual([])
  }
)

test.skipIf(!here.poppler)(
  'black on one plate looks as the black of three',
  { timeout: LONG },
  async () => {
    let count = 0
    const three = await changed('read.pdf', ({ node }) => {
      const stream = node.Contents()
      if (!(stream instanceof PDFRawStream)) throw new Error('A page has one content')
      const content = Buffer.from(unpack(stream)).toString('latin1')
      const rgb = content.replaceAll(GREY, (_, before: string, value: string, operator: string) => {
        count += 1
        return `${before}${value} ${value} ${value} ${operator === 'g' ? 'rg' : 'RG'}`
      })
      const { context } = node
      node.set(PDFName.of('Contents'), context.register(context.flateStream(rgb)))
    })
    expect(count).toBeGreaterThan(2)
    expect(differing(at('read.pdf'), three)).toEqual([])
    expect(said('pdftotext', '-raw', three, '-')).toBe(
      said('pdftotext', '-raw', at('read.pdf'), '-')
    )
  }
)

/** A grey that is set. */
const GREY = /(^|\s)([\d.]+) ([gG])(?=\s)/gu

/** A copy of a file with each page changed. */
async function changed(name: string, change: (page: PDFPage) => void): Promise<string> {
  const value = new Uint8Array(readFileSync(at(name)))
  const document = await openPdf(new VFile({ path: name, value }))
  for (const page of document.getPages()) change(page)
  const path = join(root, `changed-${name}`)
  writeFileSync(path, await closePdf(document))
  return path
}

/** Pages on which a pixel of one file is another in the other, in grey. */
function differing(one: string, other: string): string[] {
  const pages = Number(/Pages: +(\d+)/u.exec(said('pdfinfo', one))?.[1])
  expect(pages).toBeGreaterThan(3)
  return Array.from({ length: pages }, (_, i) => i + 1).flatMap((page) => {
    const [a, b] = [one, other].map((path) => {
      const words = ['-gray', '-r', `${DPI}`, '-f', `${page}`, '-l', `${page}`, path]
      return pixelsOf(spawnSync('pdftoppm', words, { maxBuffer: 1e9 }).stdout)
    })
    if (!a || !b) throw new Error('pdftoppm gives a picture of each')
    const size = ({ width, height }: Picture) => `${width} × ${height}`
    if (size(a) !== size(b)) return [`page ${page}: ${size(a)} and ${size(b)}`]
    const count = a.data.reduce((sum, d, k) => sum + (d === b.data[k] ? 0 : 1), 0)
    return count === 0 ? [] : [`page ${page}: ${count} pixels`]
  })
}

interface Picture {
  width: number
  height: number
  data: Buffer
}

/** A greyscale picture as pdftoppm writes it. */
function pixelsOf(bytes: Buffer): Picture {
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
