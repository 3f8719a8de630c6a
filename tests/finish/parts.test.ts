// A text is printed whole and in parts: what comes of both differs in nothing that a reader meets.
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home, readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { sheetOf } from '../../src/composition.ts'
import { finish } from '../../src/finish.ts'
import {
  openPdf,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  unpack
} from '../../src/pdf.ts'
import type { PDFDocument, PDFObject } from '../../src/pdf.ts'
import { layOut } from '../../src/print/lay-out.ts'
import { openBrowser, print } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { typeset } from '../../src/typeset.ts'

/** Strings of a drawing, which hold the numbers of its letters. */
const LETTERS = /\((?:\\[^]|[^\\)])*\)/gu
/** Pages of a part, and milliseconds for a text. */
const [PAGES, PATIENCE] = [6, 180_000]
const MOMENT = new Date('2026-11-22')
let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await openBrowser())
})
afterAll(() => close())

test.each(['manuscript/handbook', 'tests/press/small-pamphlet'])(
  '%s',
  async (edition) => {
    const file = await readManuscript(join(home, edition, 'manuscript.md'))
    const laid = await print(await typeset(await compose(file)), browser)
    const { composition, html = '', pages = [] } = laid.data
    if (!composition) throw new Error('print keeps the composition')
    const setting = { progress: () => undefined, most: PAGES }
    const parted = await layOut(browser, html, sheetOf(composition), setting)
    expect(parted.pdfs).toHaveLength(Math.ceil(pages.length / PAGES))
    expect(parted.lost).toBe('')
    expect(parted.stray).toStrictEqual([])
    expect(parted.pages.map((d) => d.blocks)).toStrictEqual(pages.map((d) => d.blocks))
    const [value, ...more] = parted.pdfs
    const parts = new VFile({ path: 'read.pdf', value, data: { ...laid.data, more } })
    const whole = await openPdf(await finish(laid, MOMENT))
    const joined = await openPdf(await finish(parts, MOMENT))
    expect(told(joined)).toBe(told(whole))
  },
  PATIENCE
)

/** All of a document but its fonts, which have other letters in each part, and where on a page it draws to a hundredth. */
function told(document: PDFDocument): string {
  const { context, catalog } = document
  const pages = new Map(document.getPages().map((d, index) => [d.ref, `page ${index + 1}`]))
  const seen = new Map<PDFRef, string>()
  const drawn = document.getPages().map(({ node }) => {
    const content = context.lookup(node.get(PDFName.of('Contents')))
    const drawing = Buffer.from(content instanceof PDFRawStream ? unpack(content) : [])
    const marked = drawing.toString('latin1').split(/(?=\S+ BMC|\S+<<[^>]*>>BDC)/u)
    const pieces = marked.map((d) => {
      const letters = [...d.matchAll(LETTERS)].map((e) => e[0].slice(1, -1)).join('')
      return `${d.slice(0, d.indexOf('C') + 1)} ${letters}`
    })
    const things = ['MediaBox', 'TrimBox', 'Annots'].map((e) => tell(node.get(PDFName.of(e))))
    return [...things, ...pieces].join('\n')
  })
  return [tell(catalog), ...drawn].join('\n')

  function tell(object: PDFObject | undefined): string {
    if (object instanceof PDFRef) {
      const known = pages.get(object) ?? seen.get(object)
      if (known !== undefined) return known
      seen.set(object, `thing ${seen.size}`)
      return tell(context.lookup(object))
    }
    if (object instanceof PDFArray) return `[${object.asArray().map(tell).join(' ')}]`
    if (object instanceof PDFNumber) return object.asNumber().toFixed(1)
    if (!(object instanceof PDFDict)) return String(object)
    const entries = object.entries().map(([key, value]) => [key.toString(), value] as const)
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `<${sorted.flatMap(([key, value]) => (key === '/Pages' ? [] : [`${key} ${tell(value)}`])).join('\n')}>`
  }
}
