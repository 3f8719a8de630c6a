// Real sheets from real PDFs: their size, scale, preferences and order, read back with poppler and qpdf where they are.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { impose } from '../../src/impose.ts'
import { openPdf, PDFDict, PDFName } from '../../src/pdf.ts'
import type { PDFPage } from '../../src/pdf.ts'
import { makePdf } from './make-pdf.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-impose-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const bytes = (file: VFile) => file.value as Uint8Array // impose and makePdf give bytes

function run(file: VFile, tool: string, ...options: string[]): string {
  const path = join(folder, 'booklet.pdf')
  writeFileSync(path, bytes(file))
  const { stdout, stderr } = spawnSync(tool, [
    ...options,
    path,
    ...(tool === 'pdftotext' ? ['-'] : [])
  ])
  return `${stdout}${stderr}`
}

/** The numbers on each side of the sheets, from left to right. */
function sides(booklet: VFile): string[] {
  const text = run(booklet, 'pdftotext', '-layout')
  return text
    .split('\f')
    .slice(0, -1)
    .map((d) => d.trim().split(/\s+/u).join(' '))
}

test.skipIf(!has('pdftotext'))(
  'six pages stand on two sheets in order (skipped without poppler)',
  async () => {
    const booklet = await impose(await makePdf({ count: 6 }))
    expect(sides(booklet)).toEqual(['6 1', '2', '3', '4 5'])
    expect(booklet.data.sheets).toBe(2)
  }
)

test.skipIf(!has('qpdf'))('the booklet is a whole PDF (skipped without qpdf)', async () => {
  const booklet = await impose(await makePdf({ count: 9 }))
  expect(run(booklet, 'qpdf', '--check')).toContain('No syntax or stream encoding errors')
})

test('sheets are A4 across and print as they are, turned about the short edge', async () => {
  const document = await openPdf(await impose(await makePdf({ count: 8 })))
  const sizes = document.getPages().map((page) => page.getSize())
  expect(sizes).toHaveLength(4)
  for (const { width, height } of sizes) {
    expect(width).toBeCloseTo(841.89, 2)
    expect(height).toBeCloseTo(595.276, 2)
  }
  const preferences = document.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
  expect(preferences.toString().replaceAll(/\s+/gu, ' ')).toContain(
    '/PrintScaling /None /Duplex /DuplexFlipShortEdge /PickTrayByPDFSize true'
  )
  expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false)
})

test('the same pages give the same bytes, no larger than they came', async () => {
  const pages = await makePdf({ count: 40 })
  const [one, two] = [await impose(pages), await impose(pages)]
  expect(Buffer.compare(bytes(one), bytes(two))).toBe(0)
  const other = await impose(await makePdf({ count: 39 }))
  const identifier = (file: VFile) =>
    /\/ID\s*\[\s*<([\da-f]+)>/u.exec(Buffer.from(bytes(file)).toString('latin1'))?.[1]
  expect(identifier(one)).toMatch(/^[\da-f]{32}$/u)
  expect(identifier(one)).not.toBe(identifier(other))
})

test.each([
  ['A5 on A4', [148, 210], 'a4', 1, [297, 210]],
  ['A6 on A4', [105, 148], 'a4', 1, [297, 210]],
  ['half letter on letter', [139.7, 215.9], 'letter', 1, [279.4, 215.9]],
  ['A5 on letter', [148, 210], 'letter', 0.944, [279.4, 215.9]],
  ['A4 on A4', [210, 297], 'a4', 0.707, [297, 210]],
  ['a tall narrow page, upright', [100, 290], 'a4', 1, [210, 297]]
] as const)('%s', async (_, size, paper, scale, sheet) => {
  const booklet = await impose(await makePdf({ count: 4, size }), { sheet: paper })
  const document = await openPdf(booklet)
  const { width, height } = document.getPage(0).getSize()
  expect([(width / 72) * 25.4, (height / 72) * 25.4].map((d) => Math.round(d * 10) / 10)).toEqual(
    sheet
  )
  const said = booklet.messages.flatMap((d) => /printed at .*/u.exec(d.reason)?.[0] ?? [])
  expect(said).toEqual(scale === 1 ? [] : [`printed at ${Math.round(scale * 100)} %`])
})

test.skipIf(!has('pdftotext'))(
  'turned, shifted and enlarged pages stand as they are seen (skipped without poppler)',
  async () => {
    const upright = await impose(await makePdf({ count: 4 }))
    const place = (file: VFile) => {
      const words = run(file, 'pdftotext', '-bbox').matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"/gu)
      return [...words].map(([, x, y]) => [Math.round(Number(x)), Math.round(Number(y))])
    }
    const shifted = await makePdf({
      count: 4,
      change: (page: PDFPage) => {
        const { width, height } = page.getSize()
        page.translateContent(-50, 300)
        page.setMediaBox(-100, 250, width + 100, height + 100)
        page.setCropBox(-60, 290, width + 20, height + 20)
        page.setTrimBox(-50, 300, width, height)
      }
    })
    expect(place(await impose(shifted))).toEqual(place(upright))
  }
)

test.skipIf(!has('pdftotext'))(
  'a page turned by a quarter is turned on the sheet (skipped without poppler)',
  async () => {
    for (const angle of [90, 180, 270, -90, 450]) {
      const pages = await makePdf({
        count: 4,
        size: angle % 180 === 0 ? [148, 210] : [210, 148],
        change: (page) => page.node.set(PDFName.of('Rotate'), page.doc.context.obj(angle))
      })
      const booklet = await impose(pages)
      expect(run(booklet, 'pdfinfo')).toContain('841.89 x 595.276')
      const boxes = [...run(booklet, 'pdftotext', '-bbox').matchAll(/xMin="([-\d.]+)".*>(\d)</gu)]
      const halves = boxes.map(([, x, number]) => `${number} ${Number(x) < 420 ? 'left' : 'right'}`)
      expect(halves.toSorted()).toEqual(['1 right', '2 left', '3 right', '4 left'])
    }
  }
)

test('pages without content, and content in parts, are kept', async () => {
  const pages = await makePdf({
    count: 5,
    change: (page, index) => {
      const contents = page.node.get(PDFName.of('Contents'))
      if (index === 1) page.node.delete(PDFName.of('Contents'))
      if (index === 2)
        page.node.set(PDFName.of('Contents'), page.doc.context.obj([contents, contents]))
      if (index === 3) page.node.set(PDFName.of('Contents'), page.doc.context.obj([]))
    }
  })
  expect((await impose(pages)).data.sheets).toBe(2)
})

test('a stamp that would be left out is told of, links and hidden things are not', async () => {
  const annotation = (page: PDFPage, Subtype: string, F: number) =>
    page.doc.context.obj({ Type: 'Annot', Subtype, F, AP: {}, Rect: [0, 0, 9, 9] })
  const pages = await makePdf({
    count: 4,
    change: (page, index) => {
      const annotations = [annotation(page, 'Link', 4), annotation(page, 'Widget', 2)]
      if (index === 2) annotations.push(annotation(page, 'Stamp', 4))
      page.node.set(PDFName.of('Annots'), page.doc.context.obj(annotations))
    }
  })
  const said = (await impose(pages, { marks: [] })).messages.map((d) => d.reason)
  expect(said).toEqual([expect.stringContaining('`Stamp` on page 3')])
})

test('pages of two sizes are refused by number', async () => {
  const pages = await makePdf({
    count: 6,
    change: (page, index) => index === 4 && page.setSize(595.28, 841.89)
  })
  await expect(impose(pages)).rejects.toMatchObject({
    exit: 2,
    reason: expect.stringContaining('page 5, 210 × 297 mm, expected 148 × 210 mm')
  })
})

test('pages far larger than the paper are refused', async () => {
  await expect(impose(await makePdf({ count: 4, size: [297, 420] }))).rejects.toMatchObject({
    exit: 2
  })
})

test('what is no whole PDF is refused', async () => {
  const whole = bytes(await makePdf({ count: 4 }))
  const text = (value: Uint8Array | string) => new VFile({ path: 'x.pdf', value })
  for (const value of [
    '',
    'text',
    '%PDF-1.7\n%%EOF',
    Buffer.from(whole).subarray(0, whole.length / 2),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0x3c)])
  ])
    await expect(impose(text(value))).rejects.toMatchObject({ exit: 2, fatal: true })
  await expect(impose(await makePdf({ count: 0 }))).rejects.toMatchObject({
    reason: expect.stringContaining('without pages')
  })
})

test('an encrypted PDF is told by its trailer, whatever the library says of it', async () => {
  const document = Buffer.from('%PDF-1.7\n1 0 obj\n<</A (\x9f)) \xff>>\nendobj\n', 'latin1')
  for (const key of ['/Encrypt 12 0 R', '/Encrypt <</Filter /Standard>>']) {
    const value = Buffer.concat([document, Buffer.from(`trailer <<${key}>>\n%%EOF\n`)])
    await expect(impose(new VFile({ path: 'x.pdf', value }))).rejects.toMatchObject({
      exit: 2,
      reason: expect.stringMatching(/^Unexpected encryption, .*qpdf --decrypt/u)
    })
  }
})

test.skipIf(!has('qpdf'))(
  'a locked PDF is refused with the way out (skipped without qpdf)',
  async () => {
    const path = join(folder, 'open.pdf')
    writeFileSync(path, bytes(await makePdf({ count: 4 })))
    const locked = join(folder, 'locked.pdf')
    for (const packed of ['preserve', 'generate', 'disable']) {
      const how = [`--object-streams=${packed}`, '--encrypt', '', 'owner', '256', '--']
      spawnSync('qpdf', [...how, path, locked])
      const file = new VFile({ path: locked, value: readFileSync(locked) })
      await expect(impose(file)).rejects.toMatchObject({
        exit: 2,
        reason: expect.stringMatching(/encryption.*save it without/u)
      })
    }
  }
)
