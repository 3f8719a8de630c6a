// A finished PDF, in small, is made ready for a print shop; poppler reads the boxes where it is.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishForPress } from '../../src/finish/for-press.ts'
import {
  openPdf,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  unpack
} from '../../src/pdf.ts'
import { EDITION } from './edition.ts'

const MOMENT = new Date('2026-01-02T03:04:05Z')
const PER_MM = 72 / 25.4
const poppler = spawnSync('pdfinfo', ['-v']).error === undefined

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-finish-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Pages of A5, numbered by a mark each; the first has a link, its tag and a picture. */
async function read(count: number, pictured = true): Promise<VFile> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const [width, height] = [148 * PER_MM, 210 * PER_MM]
  const pages = Array.from({ length: count }, (_, i) => {
    const page = document.addPage([width, height])
    const content = context.flateStream(`0 g ${i + 1} 0 10 10 re f`)
    page.node.set(PDFName.of('Contents'), context.register(content))
    for (const name of ['TrimBox', 'BleedBox', 'CropBox'])
      page.node.set(PDFName.of(name), context.obj([0, 0, width, height]))
    return page
  })
  const [first] = pages
  const link = context.register(
    context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: [first?.ref, 'Fit'] })
  )
  first?.node.set(PDFName.of('Annots'), context.obj([link]))
  const picture = context.register(
    context.flateStream(new Uint8Array(3), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceRGB'
    })
  )
  if (pictured) first?.node.set(PDFName.of('Resources'), context.obj({ XObject: { X0: picture } }))
  const tag = context.obj({ S: 'Link', K: [0, { Type: 'OBJR', Obj: link }] })
  catalog.set(
    PDFName.of('StructTreeRoot'),
    context.register(context.obj({ K: [context.register(tag)] }))
  )
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ Count: 0 })))
  catalog.set(PDFName.of('Names'), context.obj({}))
  const folios = pages.map((_, i) => `${i + 1}`)
  const facts = folios.map((folio, i) => ({
    number: i + 1,
    folio,
    side: 'recto' as const,
    head: '',
    blocks: [],
    notes: []
  }))
  const value = await document.save({ addDefaultPage: false })
  return new VFile({ path: 'read.pdf', value, data: { edition: EDITION, pages: facts } })
}

/** What is drawn on each page; '' on a blank. */
function drawn(document: PDFDocument): string[] {
  return document.getPages().map(({ node }) => {
    const contents = node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray() : []
    const raw = streams
      .map((d) => document.context.lookup(d))
      .filter((d) => d instanceof PDFRawStream)
    return raw.map((d) => Buffer.from(unpack(d)).toString('latin1')).join('')
  })
}

test('whole sheets, and the last page stays the last', async () => {
  for (const [count, expected] of [
    [1, [1, 0, 0, 0]],
    [3, [1, 2, 0, 3]],
    [4, [1, 2, 3, 4]],
    [5, [1, 2, 3, 4, 0, 0, 0, 5]]
  ] as const) {
    const document = await openPdf(await finishForPress(await read(count), MOMENT))
    const numbers = drawn(document).map((d) => Number(/(\d+) 0 10 10 re/u.exec(d)?.[1] ?? 0))
    expect(numbers).toEqual(expected)
  }
})

test('nothing leads elsewhere, and tags stay', async () => {
  const document = await openPdf(await finishForPress(await read(2), MOMENT))
  for (const key of ['Outlines', 'Names']) expect(document.catalog.has(PDFName.of(key))).toBe(false)
  for (const { node } of document.getPages()) expect(node.has(PDFName.of('Annots'))).toBe(false)
  const objects = document.context.enumerateIndirectObjects().map(([, d]) => String(d))
  expect(objects.filter((d) => d.includes('/OBJR') || d.includes('/Annot'))).toEqual([])
  expect(objects.filter((d) => d.includes('/S /Link'))).toHaveLength(1)
})

test('it says for which condition of printing it is meant, and to which standard it keeps', async () => {
  const file = await finishForPress(await read(2), MOMENT)
  expect(Buffer.from(file.value as Uint8Array).toString('latin1', 0, 8)).toBe('%PDF-1.6')
  const document = await openPdf(file)
  const intent = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict)
  expect(intent.get(PDFName.of('S'))?.toString()).toBe('/GTS_PDFX')
  const stream = intent.lookup(PDFName.of('DestOutputProfile'))
  const profile = Buffer.from(stream instanceof PDFRawStream ? unpack(stream) : [])
  expect(profile.readUInt32BE(0)).toBe(profile.length)
  expect(profile.toString('latin1', 12, 24)).toBe('prtrCMYKLab ')
  expect(profile.toString('latin1', 36, 40)).toBe('acsp')
  const packet = document.catalog.lookup(PDFName.of('Metadata'))
  const xmp = Buffer.from(packet instanceof PDFRawStream ? packet.contents : []).toString('utf8')
  expect(xmp).toMatch(/GTS_PDFXVersion[^>]*>PDF\/X-4</u)
  expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>')
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
  expect(info.get(PDFName.of('Trapped'))?.toString()).toBe('/False')
})

test('red, green and blue are those of a screen, on the page that has a picture', async () => {
  const document = await openPdf(await finishForPress(await read(2), MOMENT))
  const [first, second] = document.getPages().map((d) => String(d.node.Resources()))
  expect(first).toContain('DefaultRGB')
  expect(second).not.toContain('DefaultRGB')
})

test('PDF/X-1a where there is ink alone, and a stop at the page where there is more', async () => {
  const standard = 'PDF/X-1a:2003'
  await expect(finishForPress(await read(2), MOMENT, standard)).rejects.toMatchObject({
    ruleId: 'pdfx',
    reason: expect.stringContaining('colours of a picture on page 1') as string
  })
  const plain = await read(2, false)
  const file = await finishForPress(plain, MOMENT, standard)
  const bytes = Buffer.from(file.value as Uint8Array).toString('latin1')
  expect(bytes.slice(0, 8)).toBe('%PDF-1.4')
  expect(bytes).not.toContain('/ObjStm')
  expect(bytes).toContain('/GTS_PDFXVersion (PDF/X-1a:2003)')
})

test('equal pages are equal bytes', async () => {
  const [one, two] = [
    await finishForPress(await read(5), MOMENT),
    await finishForPress(await read(5), MOMENT)
  ]
  expect(one.value).toEqual(two.value)
})

test.skipIf(!poppler)(
  'boxes are exact, three millimetres apart (skipped without poppler)',
  async () => {
    const path = join(folder, 'print.pdf')
    writeFileSync(path, (await finishForPress(await read(5), MOMENT)).value as Uint8Array)
    const { stdout } = spawnSync('pdfinfo', ['-box', '-l', '8', path], { encoding: 'utf8' })
    const boxes = [...stdout.matchAll(/(Media|Crop|Bleed|Trim)Box: +([-\d. ]+)/gu)]
    expect(boxes).toHaveLength(32)
    for (const [, name, words = ''] of boxes) {
      const mm = words
        .trim()
        .split(/ +/u)
        .map((d) => Number(d) / PER_MM)
      const expected = name === 'Trim' ? [3, 3, 151, 213] : [0, 0, 154, 216]
      // poppler rounds to a hundredth of a point.
      for (const [i, d] of expected.entries())
        expect(Math.abs((mm[i] ?? NaN) - d)).toBeLessThan(0.01)
    }
  }
)
