// Pages become part of their side where they can, and are forms where they cannot; either way a side looks the same.
import { spawnSync } from 'node:child_process'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { impose } from '../../src/impose.ts'
import type { Job } from '../../src/impose.ts'
import { standsAlone } from '../../src/impose/stands-alone.ts'
import { openPdf, PDFArray, PDFDict, PDFName, PDFRawStream, unpack } from '../../src/pdf.ts'
import type { PDFPage } from '../../src/pdf.ts'
import { makePdf } from './make-pdf.ts'

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
const CONTENTS = PDFName.of('Contents')
const bytes = (content: string) => Buffer.from(content, 'latin1')

test.each([
  ['q 1 0 0 1 0 0 cm Q BT (a) Tj ET /P <</MCID 0>> BDC EMC', true],
  ['', true],
  ['BT (Q \\) Q (Q) \\\\) Tj <51 0a> Tj /Q 1 Tf ET % Q ET\n', true],
  ['[(Q)-5(q)] TJ', true],
  ['q', false],
  ['q Q Q q', false],
  ['BT (a) Tj', false],
  ['/P BMC', false],
  ['EMC /P BMC', false],
  ['q BI /W 1 /H 1 ID Q EI Q', false],
  ['(without an end', true]
])('%j stands alone: %s', (content, isSo) => {
  expect(standsAlone(bytes(content))).toBe(isSo)
})

/** Change the content of a page. */
function rewrite(page: PDFPage, change: (content: string) => string): void {
  const stream = page.node.Contents()
  if (!(stream instanceof PDFRawStream)) throw new Error('makePdf gives one content')
  const content = change(Buffer.from(unpack(stream)).toString('latin1'))
  const { context } = page.doc
  page.node.set(CONTENTS, context.register(context.flateStream(bytes(content))))
}

const group = ({ doc, node }: PDFPage) =>
  node.set(PDFName.of('Group'), doc.context.obj({ S: 'Transparency', CS: 'DeviceGray' }))

const FORMS: Readonly<Record<string, (page: PDFPage, index: number) => unknown>> = {
  'a group': group,
  'a state left open': (page) => rewrite(page, (d) => `q ${d}`),
  'a state closed too often': (page) => rewrite(page, (d) => `${d} Q`),
  'a picture within': (page) =>
    rewrite(page, (d) => `${d} q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0080 EI Q`),
  'a pattern': ({ doc, node }) =>
    node.Resources()?.set(PDFName.of('Pattern'), doc.context.obj({ P1: {} })),
  'a name for two fonts': ({ doc, node }) => {
    const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Courier' }
    node.set(PDFName.of('Resources'), doc.context.obj({ Font: { F1: font } }))
  },
  'a font called as ours': ({ doc, node }) => {
    const font = node.Resources()?.lookup(PDFName.of('Font'), PDFDict).get(PDFName.of('F1'))
    if (font) node.set(PDFName.of('Resources'), doc.context.obj({ Font: { F1: font, F: font } }))
  },
  'content that cannot be unpacked': ({ doc, node }) =>
    node.set(CONTENTS, doc.context.register(doc.context.stream('none', { Filter: 'FlateDecode' })))
}

/** How many forms each side draws. */
async function formsOn(file: VFile): Promise<number[]> {
  const document = await openPdf(file)
  return document.getPages().map(({ node }) => {
    const forms = node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    return forms?.keys().length ?? 0
  })
}

const JOB: Partial<Job> = { sheet: 'a3' }

test('plain pages are part of their sides, which share marks and resources', async () => {
  const made = await impose(await makePdf({ count: 12 }), JOB)
  expect(await formsOn(made)).toEqual([0, 0, 0, 0, 0, 0])
  const pages = (await openPdf(made)).getPages()
  expect(new Set(pages.map((d) => String(d.node.get(PDFName.of('Resources'))))).size).toBe(1)
  const shared = pages.map((d) => d.node.Contents())
  const behind = shared.map((d) => (d instanceof PDFArray ? String(d.get(1)) : ''))
  // The front of the first sheet has marks for staples.
  expect(new Set(behind).size).toBe(2)
})

test.each(Object.entries(FORMS))('pages with %s are forms', async (_, change) => {
  const made = await impose(await makePdf({ count: 4, change }), JOB)
  expect(await formsOn(made)).toEqual([2, 2])
})

describe.skipIf(!hasPoppler)('either way (skipped without poppler)', () => {
  const picture = async (change: (page: PDFPage) => unknown, job: Partial<Job>) => {
    const pages = await makePdf({ count: 4, change: (page) => void change(page) })
    // The slug line names the build.
    const made = await impose(pages, { ...job, marks: [] })
    const options = ['-r', '50', '-gray', '-']
    return spawnSync('pdftoppm', options, { input: made.value as Uint8Array, maxBuffer: 2 ** 26 })
      .stdout
  }
  const turn = (page: PDFPage) => {
    const { height, width } = page.getSize()
    page.node.set(PDFName.of('Rotate'), page.doc.context.obj(90))
    page.setTrimBox(20, 30, width - 40, height - 90)
  }

  test.each([
    ['as they are', () => undefined, JOB],
    ['moved by creep', () => undefined, { ...JOB, creep: { total: 9 } }],
    ['turned, and cut to their trim', turn, JOB],
    ['smaller, on their heads', turn, { sheet: 'a4', flip: 'long', backShift: [3, -2] }]
  ] as const)('pages %s look the same', async (_, change, job) => {
    const one = await picture(change, job)
    const form = (page: PDFPage) => rewrite(page, (d) => `q ${d}`)
    const other = await picture((page) => [change(page), form(page)], job)
    expect(one.length).toBeGreaterThan(1000)
    expect(one.equals(other)).toBe(true)
  })
})
