// The small type on sheets, test sheet and leaflet, read with poppler: what it says, and that its font is embedded.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { impose, testSheet } from '../../src/impose.ts'
import { openPdf, PDFDict, PDFHexString, PDFName } from '../../src/pdf.ts'
import { makePdf } from './make-pdf.ts'
import { readSheets } from './read-sheets.ts'

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const bytes = (file: VFile) => file.value as Uint8Array // all of these give bytes
const MOST = { layout: 'signatures', signature: 2 } as const

function run(tool: string, file: VFile, ...options: string[]): string {
  return String(
    spawnSync(tool, [...options, '-', ...(tool === 'pdftotext' ? ['-'] : [])], {
      input: bytes(file)
    }).stdout
  )
}

/** The slug line of each side. */
function lines(file: VFile): string[] {
  return run('pdftotext', file, '-layout')
    .split('\f')
    .flatMap((d) => /\S.* · .*/u.exec(d)?.[0] ?? [])
}

async function titled(title: string): Promise<VFile> {
  const pages = await makePdf({ count: 4, size: [105, 148] })
  const document = await openPdf(pages)
  const info = document.context.obj({ Title: PDFHexString.fromText(title) })
  document.context.trailerInfo.Info = document.context.register(info)
  return new VFile({ path: 'a-file.pdf', value: await document.save({ addDefaultPage: false }) })
}

describe.skipIf(!hasPoppler)('small type (skipped without poppler)', () => {
  test('the slug line names edition, build, sheet, signature, side and edge', async () => {
    const pages = await makePdf({ count: 12, size: [105, 148] })
    const build = createHash('sha256').update(bytes(pages)).digest('hex').slice(0, 8)
    const found = lines(await impose(pages, MOST))
    expect(found).toHaveLength(6)
    expect(found[3]).toBe(
      `Numbers · build ${build} · sheet 2 of 3 · signature 1 · back · flip on short edge`
    )
    expect(found[4]).toBe(
      `Numbers · build ${build} · sheet 3 of 3 · signature 2 · front · flip on short edge`
    )
  })

  test('in two passes it says which, and in which order', async () => {
    const pages = await makePdf({ count: 8, size: [105, 148] })
    const found = lines(await impose(pages, { oneSided: true, flip: 'long' })).map((d) =>
      d.slice(d.indexOf('sheet'))
    )
    expect(found).toEqual([
      'sheet 1 of 2 · front · pass 1 of 2, first sheet first · turn on long edge',
      'sheet 2 of 2 · front · pass 1 of 2, first sheet first · turn on long edge',
      'sheet 2 of 2 · back · pass 2 of 2, last sheet first · turn on long edge',
      'sheet 1 of 2 · back · pass 2 of 2, last sheet first · turn on long edge'
    ])
  })

  test.each([
    ['Žižkov, αβγ & Привет', 'Žižkov, αβγ & Привет'],
    ['中文', 'a-file.pdf'],
    [
      'A title that is far too long for the room that half a sheet of A6 pages has for it',
      expect.stringMatching(/^A title that is far .*…$/u)
    ],
    ['\u0000\u001B[31mred', '[31mred'],
    ['', 'a-file.pdf']
  ])('the title %j', async (title, shown) => {
    const [line = ''] = lines(await impose(await titled(title)))
    expect(line.slice(0, line.indexOf(' · build'))).toEqual(shown)
  })

  test('every font of ours is embedded TrueType, none is Type 3', async () => {
    const pages = await makePdf({ count: 8, size: [105, 148] })
    for (const made of [await impose(pages, { leaflet: true }), await testSheet({})]) {
      const fonts = run('pdffonts', made)
        .split('\n')
        .filter((d) => d.includes('SourceSans'))
      expect(fonts).toEqual([expect.stringMatching(/CID TrueType +Identity-H +yes yes yes/u)])
      expect(run('pdffonts', made)).not.toContain('Type 3')
    }
  })

  test('the leaflet names the sheets, sides and edge of this booklet', async () => {
    const pages = await makePdf({ count: 28 })
    const text = run('pdftotext', await impose(pages, { leaflet: true }), '-l', '1').replace(
      /\s+/gu,
      ' '
    )
    for (const words of [
      'Print 7 sheets of A4 on both sides',
      'the short edge',
      'pages 14 and 15',
      '53 mm'
    ])
      expect(text).toContain(words)
  })

  test('the test sheet tells how to read it, and what its back was moved by', async () => {
    const sheet = await testSheet({ sheet: 'letter', backShift: [1.5, -0.5] })
    const text = run('pdftotext', sheet, '-layout')
    for (const words of [
      'one sheet of letter',
      'short edge',
      '--back-shift=',
      'already moved by 1.5,-0.5'
    ])
      expect(text).toContain(words)
    expect(run('pdfinfo', sheet)).toMatch(/Pages: +2\n[^]*792 x 612/u)
  })
})

test('the crosses of the test sheet meet, and its rulers are as long as they say', async () => {
  for (const flip of ['short', 'long'] as const) {
    const [front, back] = await readSheets(await testSheet({ flip }))
    if (!front || !back) throw new Error('no sheet')
    const crosses = (side: typeof front, turn: boolean) =>
      side.strokes
        .filter(
          ([x1, y1, x2, y2]) =>
            Math.abs(Math.hypot(x2 - x1, y2 - y1) - 5) < 0.01 && (x1 + x2 > 40 || y1 + y2 > 40)
        )
        .map(([x1, y1, x2, y2]) => [(x1 + x2) / 2, (y1 + y2) / 2] as const)
        .filter(
          ([x, y]) =>
            [25, 272].some((d) => Math.abs(d - x) < 0.01) &&
            [25, 185].some((d) => Math.abs(d - y) < 0.01)
        )
        .map(([x, y]) => (turn ? (flip === 'short' ? [297 - x, y] : [x, 210 - y]) : [x, y]))
        .map((d) => d.map((v = 0) => v.toFixed(2)).join(' '))
        .toSorted()
    expect(crosses(front, false)).toHaveLength(8)
    expect(crosses(back, true)).toEqual(crosses(front, false))
    const strokes = front.strokes.filter(
      ([x1, y1, x2]) => Math.abs(x1 - x2) < 0.001 && Math.abs(y1 - 15) < 0.001
    )
    expect(strokes.map(([x]) => Number(x.toFixed(2)))).toEqual(
      Array.from({ length: 298 }, (_, i) => i)
    )
  }
})

test('sheets without small type have no font of ours', async () => {
  const document = await openPdf(await impose(await makePdf({ count: 4 }), { marks: [] }))
  const fonts = document
    .getPages()
    .map((d) => d.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).keys().map(String))
  expect(fonts).toEqual([['/F1'], ['/F1']])
})
