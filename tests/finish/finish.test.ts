// A PDF as Chromium writes it, in small, goes through finish; poppler and qpdf look at it where they are.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Edition } from '../../src/edition.ts'
import { finish } from '../../src/finish.ts'
import type { Page } from '../../src/pages.ts'
import {
  openPdf,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString
} from '../../src/pdf.ts'
import type { PDFContext, PDFRef } from '../../src/pdf.ts'
import { EDITION as PLAIN } from './edition.ts'

const MOMENT = new Date('2026-01-02T03:04:05Z')
const TEXT = `.24 0 0 -.24 0 594.96 cm q 3.125 0 0 3.125 0 0 cm 0 0 0 rg
/P <</MCID 0>> BDC BT /F1 12 Tf 1 0 0 -1 50 100 Tm (typo) Tj\n22.68 0 Td (graphical) Tj ET EMC Q`
/** Of the letters in `typographical`, in Helvetica. */
const WIDTHS = {
  a: 556,
  c: 500,
  g: 556,
  h: 556,
  i: 222,
  l: 222,
  o: 556,
  p: 556,
  r: 333,
  t: 278,
  y: 500
}
const EDITION: Edition = {
  ...PLAIN,
  title: '“Ink” </title><b> ) \\ é 𝄞',
  authors: ['A. Böhm', 'C. (D)']
}

const widths: ReadonlyMap<string, number> = new Map(Object.entries(WIDTHS))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-finish-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const WORD = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<\/word>/gu
const has = (name: string) => spawnSync(name, ['--version']).error === undefined

/** A heading cell and a cell that names it, as Chromium numbers them after so many nodes. */
function tags(context: PDFContext, count: number): PDFRef {
  const ids = [count, count + 1].map((d) => PDFString.of(`node${String(d).padStart(8, '0')}`))
  const [heading, cell] = ids.map((ID, i) => {
    const A = i === 1 ? [{ O: 'Table', Headers: [ids[0]] }] : []
    return context.register(context.obj({ Type: 'StructElem', S: i === 0 ? 'TH' : 'TD', ID, A }))
  })
  const names = context.register(
    context.obj({ Limits: ids, Names: [ids[0], heading, ids[1], cell] })
  )
  const row = context.register(context.obj({ Type: 'StructElem', S: 'TR', K: [heading, cell] }))
  return context.register(
    context.obj({ Type: 'StructTreeRoot', K: [row], IDTree: { Kids: [names] } })
  )
}

/** Three tagged pages with an outline, of the size to which Chromium rounds A5. */
async function printed(created: string): Promise<VFile> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const font = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type1',
      BaseFont: 'Helvetica',
      FirstChar: 97,
      LastChar: 122,
      Widths: Array.from({ length: 26 }, (_, i) => widths.get(String.fromCharCode(97 + i)) ?? 0)
    })
  )
  for (let i = 0; i < 3; i++) {
    const page = document.addPage([420, 594.95996])
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }))
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(TEXT)))
  }
  const title = PDFHexString.fromText('Typography')
  const first = document.getPage(0).ref
  const item = context.register(context.obj({ Title: title, Dest: [first, 'Fit'] }))
  catalog.set(
    PDFName.of('Outlines'),
    context.register(context.obj({ First: item, Last: item, Count: 1 }))
  )
  catalog.set(PDFName.of('StructTreeRoot'), tags(context, created.length))
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  const made = PDFHexString.fromText(created)
  context.trailerInfo.Info = context.register(context.obj({ Creator: made, CreationDate: made }))
  context.trailerInfo.ID = context.obj([made, made])
  const folios = ['', 'ii', '1']
  const page = (folio: string, i: number): Page => ({
    number: i + 1,
    folio,
    side: 'recto',
    head: '',
    blocks: [],
    notes: []
  })
  const data = { edition: EDITION, pages: folios.map(page) }
  return new VFile({
    path: 'read.pdf',
    value: await document.save({ addDefaultPage: false }),
    data
  })
}

function tool(file: VFile, name: string, ...options: string[]): string {
  const path = join(folder, 'read.pdf')
  writeFileSync(path, file.value as Uint8Array) // finish gives bytes
  const { stdout, stderr } = spawnSync(name, [
    ...options,
    path,
    ...(name === 'pdftotext' ? ['-'] : [])
  ])
  return `${stdout}${stderr}`
}

test.skipIf(!has('pdftotext'))(
  'words are found where they were, from the corner of the page (skipped without poppler)',
  async () => {
    const [before, after] = [await printed('D:2026'), await finish(await printed('D:2026'), MOMENT)]
    const places = [before, after].map((d) =>
      [...tool(d, 'pdftotext', '-bbox').matchAll(WORD)].map(([, x = '', y = '', word]) => ({
        word,
        x: Number(x),
        y: Number(y)
      }))
    )
    expect(places[1]?.map((d) => d.word)).toEqual(Array(3).fill('typographical'))
    for (const [i, { x, y }] of (places[0] ?? []).entries()) {
      expect(places[1]?.[i]?.x).toBeCloseTo(x, 2)
      expect(places[1]?.[i]?.y).toBeCloseTo(y, 2)
    }
  }
)

test('pages have the size of the edition to a thousandth of a millimetre, from the origin', async () => {
  const document = await openPdf(await finish(await printed('D:2026'), MOMENT))
  const expected = [0, 0, (148 / 25.4) * 72, (210 / 25.4) * 72]
  for (const page of document.getPages())
    for (const key of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox']) {
      const box = page.node.lookup(PDFName.of(key), PDFArray)
      for (const [i, d] of expected.entries())
        expect(box.lookup(i, PDFNumber).asNumber()).toBeCloseTo(d, 4)
    }
})

test('the record is the edition’s, tags and outline are kept', async () => {
  const document = await openPdf(await finish(await printed('D:2026'), MOMENT))
  expect(document.getTitle()).toBe(EDITION.title)
  expect(document.getAuthor()).toBe('A. Böhm, C. (D)')
  expect([document.getProducer(), document.getCreator()]).toEqual(['Pamphlet Press', undefined])
  expect(document.getCreationDate()).toEqual(MOMENT)
  expect(document.getModificationDate()).toEqual(MOMENT)
  const { catalog } = document
  const packet = catalog.lookup(PDFName.of('Metadata'))
  const xmp = packet instanceof PDFRawStream ? Buffer.from(packet.contents).toString('utf8') : ''
  expect(xmp).toContain('“Ink” &lt;/title&gt;&lt;b&gt; ) \\ é 𝄞</rdf:li>')
  expect(xmp).toContain('<rdf:Seq><rdf:li>A. Böhm</rdf:li><rdf:li>C. (D)</rdf:li></rdf:Seq>')
  expect(xmp.match(/2026-01-02T03:04:05Z/gu)).toHaveLength(3)
  for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'PageLabels', 'ViewerPreferences'])
    expect([key, catalog.has(PDFName.of(key))]).toEqual([key, true])
  expect(catalog.get(PDFName.of('Lang'))?.toString()).toBe('(en-GB)')
  const outline = catalog
    .lookup(PDFName.of('Outlines'), PDFDict)
    .lookup(PDFName.of('First'), PDFDict)
  expect(outline.lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe('Typography')
})

test('a cell names its heading by the number that finish gave it', async () => {
  const { context, catalog } = await openPdf(await finish(await printed('D:2026'), MOMENT))
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const tree = root.lookup(PDFName.of('IDTree'), PDFDict).toString().replaceAll(/\s+/gu, ' ')
  expect(tree).toMatch(/^<< \/Names \[ \(tag-000001\) \d+ 0 R \(tag-000002\) \d+ 0 R \] >>$/u)
  const objects = context.enumerateIndirectObjects().map(([, d]) => String(d))
  expect(objects.filter((d) => /\/Headers \[ \(tag-000001\) \]/u.test(d))).toHaveLength(1)
  expect(objects.join('')).not.toContain('node0')
})

test('equal pages are equal bytes, whenever Chromium made them', async () => {
  const one = await finish(await printed('D:2026'), MOMENT)
  const two = await finish(await printed('D:20270707'), MOMENT)
  expect(Buffer.compare(one.value as Uint8Array, two.value as Uint8Array)).toBe(0) // finish gives bytes
})

test.skipIf(!has('qpdf'))(
  'the result is a whole PDF with object streams (skipped without qpdf)',
  async () => {
    const file = await finish(await printed('D:2026'), MOMENT)
    expect(tool(file, 'qpdf', '--check')).toContain('No syntax or stream encoding errors')
    expect(tool(file, 'qpdf', '--show-xref')).toContain('compressed')
  }
)

test.skipIf(!has('pdfinfo'))(
  'poppler reads the dates and the title (skipped without poppler)',
  async () => {
    const text = tool(await finish(await printed('D:2026'), MOMENT), 'pdfinfo', '-isodates')
    expect(text).toContain('CreationDate:    2026-01-02T03:04:05Z')
    expect(text).toContain(EDITION.title)
  }
)

test('what is no PDF is refused', async () => {
  const file = new VFile({ path: 'x', value: 'text', data: { edition: EDITION } })
  await expect(finish(file, MOMENT)).rejects.toMatchObject({ exit: 2 })
})
