// PDFs that are made to break whoever reads them (promise P15): each is refused with its reason, in time and with bounded room,
// and nothing in it runs.
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { PDFDocument, PDFName, PDFString } from '../../src/pdf.ts'
import { readPdfText } from '../../src/pdf-text.ts'

const LONG = 120_000
const SOME = { patience: 60_000, room: 512 * 1024 * 1024, pages: 100 }

/** A PDF with a page that says so. */
async function plain(words: readonly string[]): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const font = await document.embedFont('Times-Roman')
  for (const word of words)
    document.addPage([300, 400]).drawText(word, { x: 50, y: 300, size: 10, font })
  return document
}

/** A PDF of objects written by hand; pdf.js finds them without a table. */
function byHand(objects: readonly string[], more: readonly Uint8Array[] = []): Uint8Array {
  const text = objects.map((d, index) => `${index + 1} 0 obj\n${d}\nendobj\n`).join('')
  const end = 'trailer\n<< /Root 1 0 R /Size 20 >>\nstartxref\n0\n%%EOF\n'
  return Buffer.concat([Buffer.from(`%PDF-1.7\n${text}`), ...more, Buffer.from(end)])
}

const read = (value: Uint8Array | string, limits = SOME) =>
  readPdfText(new VFile({ path: 'old.pdf', value: value as Uint8Array }), limits)

test('words with their places, page by page', { timeout: LONG }, async () => {
  const pages = await read(await (await plain(['One', 'Two'])).save())
  expect(pages.map((d) => [d.width, d.height])).toEqual([
    [300, 400],
    [300, 400]
  ])
  expect(pages.map((d) => d.runs)).toMatchObject([
    [{ text: 'One', x: 50, y: 300, size: 10 }],
    [{ text: 'Two' }]
  ])
})

describe('refused', () => {
  test.each([
    ['text', 'Not a PDF', 'it does not begin `%PDF-`'],
    ['nothing', '', 'it does not begin `%PDF-`'],
    ['a head alone', '%PDF-1.7\n', 'Unexpected damage'],
    ['noise', `%PDF-1.7\n${'\u0000\u00FF('.repeat(1000)}`, 'Unexpected damage']
  ])('%s', { timeout: LONG }, async (_, value, reason) => {
    await expect(read(Buffer.from(value, 'latin1'))).rejects.toThrow(reason)
    await expect(read(Buffer.from(value, 'latin1'))).rejects.toMatchObject({
      exit: 2,
      file: 'old.pdf'
    })
  })

  test('one that is locked', { timeout: LONG }, async () => {
    for (const userPassword of ['secret', '']) {
      const document = await plain(['One'])
      document.encrypt({ userPassword, ownerPassword: 'owner' })
      await expect(read(await document.save())).rejects.toThrow('Unexpected encryption')
    }
  })

  test('one with a script', { timeout: LONG }, async () => {
    const named = await plain(['One'])
    named.addJavaScript('main', 'app.alert(1)')
    await expect(read(await named.save())).rejects.toThrow('Unexpected script')
    const opening = await plain(['One'])
    const action = opening.context.obj({
      Type: 'Action',
      S: 'JavaScript',
      JS: PDFString.of('app.alert(1)')
    })
    opening.catalog.set(PDFName.of('OpenAction'), opening.context.register(action))
    await expect(read(await opening.save())).rejects.toThrow('Unexpected script')
    const page = await plain(['One'])
    page
      .getPages()[0]
      ?.node.set(
        PDFName.of('AA'),
        page.context.obj({ O: page.context.obj({ S: 'JavaScript', JS: PDFString.of('1') }) })
      )
    await expect(read(await page.save())).rejects.toThrow('Unexpected script')
  })

  test('a tree of pages that leads back to itself', { timeout: LONG }, async () => {
    const tree = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'
    ]
    await expect(read(byHand(tree))).rejects.toThrow(/Unexpected (?:damage|PDF that takes)/u)
  })

  test('one that unpacks to more than there is room for', { timeout: LONG }, async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024, ' ')))
    const head = `4 0 obj\n<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << >> >>'
    ]
    const bomb = byHand(objects, [Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')])
    const little = { ...SOME, room: 150 * 1024 * 1024 }
    await expect(read(bomb, little)).rejects.toThrow('more than 512 MB')
  })

  test('one that takes too long, or has too many pages', { timeout: LONG }, async () => {
    const bytes = await (await plain(['One', 'Two', 'Three'])).save()
    await expect(read(bytes, { ...SOME, patience: 1 })).rejects.toThrow('more than 30 s')
    await expect(read(bytes, { ...SOME, pages: 2 })).rejects.toThrow('Unexpected number of pages')
  })
})
