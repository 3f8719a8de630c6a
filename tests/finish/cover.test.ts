// The cover on paper: as wide as its pages make it, with the title on the front and, where it is thick enough, on the spine.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { compose } from '../../src/compose.ts'
import { finishCover } from '../../src/finish/cover.ts'
import { openPdf, PDFArray, PDFName, PDFNumber, PDFRawStream, unpack } from '../../src/pdf.ts'
import { spineOf } from '../../src/press/spine.ts'
import { typesetCover } from '../../src/typeset.ts'

const PER_MM = 72 / 25.4
const MOMENT = new Date('2026-01-02')

async function cover(design: string, spine: number): Promise<VFile> {
  const value = `---\ntitle: The Cover\nauthor: A Hand\ndesign: ${design}\n---\n\nText.\n`
  const file = await typesetCover(await compose(new VFile({ path: 'in.md', value })), spine)
  return finishCover(file, spine, MOMENT)
}

async function contentOf(file: VFile): Promise<string> {
  const [page] = (await openPdf(file)).getPages()
  const stream = page?.node.Contents()
  return stream instanceof PDFRawStream ? Buffer.from(unpack(stream)).toString('latin1') : ''
}

/** Corners of all outlines outside the spine. */
async function pointsOf(file: VFile): Promise<readonly (readonly [number, number])[]> {
  const outside = (await contentOf(file)).replaceAll(/q [^q]*? cm [^]*?Q\n/gu, '')
  return [...outside.matchAll(/([-\d.]+) ([-\d.]+) [ml] /gu)].map(([, x, y]) => [
    Number(x),
    Number(y)
  ])
}

test.each([
  ['classic', 0],
  ['modern', 4.9],
  ['compact', 12]
])('%s, with a spine of %s mm', async (design, spine) => {
  const file = await cover(design, spine)
  const [page] = (await openPdf(file)).getPages()
  const box = page?.node.lookup(PDFName.of('TrimBox'), PDFArray)
  const trim = [0, 1, 2, 3].map((i) => (box?.lookup(i, PDFNumber).asNumber() ?? 0) / PER_MM)
  for (const [i, d] of [3, 3, 3 + 2 * 148 + spine, 213].entries())
    expect(Math.abs((trim[i] ?? 0) - d)).toBeLessThan(0.01)
  const fold = (3 + 148 + spine) * PER_MM
  for (const [x] of await pointsOf(file)) expect(x).toBeGreaterThanOrEqual(fold - 0.01)
  const { messages } = await check(new VFile({ path: 'cover.pdf', value: file.value }))
  // Its letters are outlines.
  const said = messages.filter((d) => d.fatal !== undefined).map((d) => d.ruleId)
  expect(said).toEqual(['pdf-has-text'])
})

test('the edition’s own picture fills the front and its bleed, and PDF/X-1a does not take its colours', async () => {
  const path = join(import.meta.dirname, '../cover/picture-of-the-edition/in.md')
  const composed = await compose(new VFile({ path, value: readFileSync(path, 'utf8') }))
  const file = await typesetCover(composed)
  const document = await openPdf(await finishCover(file, 0, MOMENT))
  const [page] = document.getPages()
  const stream = page?.node.Contents()
  const content =
    stream instanceof PDFRawStream ? Buffer.from(unpack(stream)).toString('latin1') : ''
  const [, box = ''] = /^q ([-\d. ]+) re W n [-\d. ]+ cm \/X0 Do Q\n$/u.exec(content) ?? []
  const mm = box.split(' ').map((d) => Number(d) / PER_MM)
  for (const [i, d] of [151, 0, 151, 216].entries()) expect(mm[i]).toBeCloseTo(d, 2)
  expect(String(page?.node.Resources())).toContain('DefaultRGB')
  await expect(finishCover(file, 0, MOMENT, 'PDF/X-1a:2003')).rejects.toMatchObject({
    ruleId: 'pdfx'
  })
})

test('a spine has words from five millimetres on', async () => {
  const content = async (spine: number) => contentOf(await cover('classic', spine))
  expect(await content(4.9)).not.toContain(' cm ')
  expect(await content(5)).toContain('q 0 -1 1 0 ')
})

test('a preflight finds the spine of our covers, and words on it', async () => {
  const said = async (spine: number, change = (words: string) => words) => {
    const document = await openPdf(await cover('classic', spine))
    const [page] = document.getPages()
    const stream = page?.node.Contents()
    if (!page || !(stream instanceof PDFRawStream)) throw new Error('A cover has content')
    const content = change(Buffer.from(unpack(stream)).toString('latin1'))
    page.node.set(PDFName.of('Contents'), document.context.flateStream(content))
    const value = await document.save()
    const { messages } = await check(new VFile({ path: 'cover.pdf', value }), 'saddle-short-run')
    return messages.filter((d) => d.ruleId === 'spine-text-fits').map((d) => d.reason)
  }
  expect(await said(6)).toEqual([])
  expect(await said(4.9)).toEqual([])
  // The same words on a spine that has become thinner meanwhile.
  const [words = ''] = /\/Span <<.*EMC\n/su.exec(await contentOf(await cover('classic', 6))) ?? []
  expect(words).toContain('/ActualText <FEFF')
  expect(await said(4.9, (content) => content + words)).toEqual([
    expect.stringMatching(/spine of 4\.9 mm, expected at least 5 mm/u)
  ])
})

test('a field of black goes on into the bleed', async () => {
  const points = await pointsOf(await cover('modern', 0))
  expect(Math.max(...points.map(([, y]) => y))).toBeCloseTo(216 * PER_MM, 1)
  expect(Math.max(...points.map(([x]) => x))).toBeCloseTo((6 + 2 * 148) * PER_MM, 1)
})

test('a pamphlet that is stapled has no spine, and a book that of its leaves', () => {
  expect([1, 24, 64].map((d) => spineOf(d))).toEqual([0, 0, 0])
  expect(spineOf(65)).toBeCloseTo(3.4, 9)
  expect(spineOf(200, 0.12)).toBeCloseTo(12, 9)
})

test('equal covers are equal bytes', async () => {
  expect((await cover('classic', 6)).value).toEqual((await cover('classic', 6)).value)
})
