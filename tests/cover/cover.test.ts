// What holds for every cover: no line leaves the sheet or lies on another, no letter is lost; and how ink becomes pixels.
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { compose } from '../../src/compose.ts'
import type { CoverSheet, Shape } from '../../src/cover.ts'
import { fillShapes } from '../../src/package/fill-shapes.ts'
import { greyPng } from '../../src/package/png.ts'
import { typesetCover } from '../../src/typeset.ts'
import { SLOW } from '../package/make-epub.ts'

const word = fc.oneof(
  fc.constantFrom('the', 'of', 'Pamphlets', 'Æsop’s', 'fjord', '“And”', '日本', '&', 'λόγος'),
  fc.stringMatching(/^[A-Za-z]{1,30}$/u)
)
const words = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((d) => d.join(' '))

test.each(['classic', 'modern', 'compact'])('covers of %s', { timeout: SLOW }, async (design) => {
  const edition = fc.record(
    { title: words(50), subtitle: words(20), author: words(12), publisher: words(4) },
    { requiredKeys: ['title'] }
  )
  await fc.assert(
    fc.asyncProperty(edition, async (said) => {
      const { lines, width, height } = await coverOf({ ...said, design })
      for (const line of lines) {
        expect(line.left).toBeGreaterThan(80)
        expect(line.left + line.width).toBeLessThan(width - 80)
        expect(line.baseline - line.size / 2).toBeGreaterThan(80)
        expect(line.baseline).toBeLessThan(height - 80)
      }
      const sorted = lines.toSorted((a, b) => a.baseline - b.baseline)
      for (const [index, line] of sorted.entries()) {
        const above = sorted[index - 1]
        if (above) expect(line.baseline - above.baseline).toBeGreaterThan(line.size * 0.6)
      }
      const drawn = letters(lines.map((d) => d.text).join(''))
      const { title, subtitle = '', author = '', publisher = '' } = said
      const imprint = publisher === author ? '' : publisher
      expect(drawn).toBe(letters(title + subtitle + author + imprint))
    }),
    { numRuns: 12, seed: 7, interruptAfterTimeLimit: SLOW / 2 }
  )
})

test('a letter is as large as there is room for it', async () => {
  const { lines } = await coverOf({ title: 'Short', design: 'modern' })
  expect(lines.map((d) => d.size)).toEqual([360])
})

test('a pixel is as dark as the share of it that is covered', () => {
  const page = fillShapes(sheet([box('black', 1.25, 1.5, 3, 2)]))
  expect(page).toEqual(
    Uint8Array.from([255, 255, 255, 255, 255, 159, 128, 255, 255, 255, 255, 255])
  )
})

test('white lies on black, and what leaves the sheet is cut off', () => {
  const page = fillShapes(sheet([box('black', -5, -5, 50, 50), box('white', 1, 1, 3, 2)]))
  expect([...page]).toEqual([0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0])
})

test('there is as much ink as an outline has inside', () => {
  const point = fc.tuple(
    fc.double({ min: 0, max: 40, noNaN: true }),
    fc.double({ min: 0, max: 40, noNaN: true })
  )
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      const strokes = [a, b, c].map((values, index) => ({ type: index ? 'L' : 'M', values }))
      const shape: Shape = { ink: 'black', strokes: [...strokes, { type: 'Z', values: [] }] }
      const page = fillShapes({ width: 40, height: 40, lines: [], shapes: [shape] })
      const ink = page.reduce((sum, d) => sum + (255 - d) / 255, 0)
      const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
      expect(Math.abs(ink - area)).toBeLessThan(0.5)
    })
  )
})

test('a PNG holds its rows, four pixels a byte', () => {
  const png = Buffer.from(greyPng(Uint8Array.from([0, 255, 90, 160, 255, 0, 0, 0, 0, 0]), 5, 2))
  expect(png.subarray(12, 33).toString('hex')).toMatch(/^49484452000000050000000202000000/u)
  const length = png.readUInt32BE(33)
  const rows = inflateSync(png.subarray(41, 41 + length))
  expect([...rows]).toEqual([0, 0b00110110, 0b11000000, 0, 0, 0])
})

async function coverOf(edition: Readonly<Record<string, string>>): Promise<CoverSheet> {
  const head = Object.entries(edition).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  const value = `---\n${head.join('')}---\n\n## One\n\nText.\n`
  const file = await typesetCover(await compose(new VFile({ path: 'manuscript.md', value })))
  if (!file.data.coverSheet) throw new Error('no cover')
  return file.data.coverSheet
}

/** Which letters there are, in any order: parts of a cover stand in another order than the front matter's. */
function letters(text: string): string {
  return [...text.replace(/[\s❦]/gu, '')].toSorted().join('')
}

function box(ink: Shape['ink'], left: number, top: number, right: number, foot: number): Shape {
  const corners = [
    [left, top],
    [right, top],
    [right, foot],
    [left, foot]
  ]
  const strokes = corners.map((values, index) => ({ type: index === 0 ? 'M' : 'L', values }))
  return { ink, strokes: [...strokes, { type: 'Z', values: [] }] }
}

function sheet(shapes: readonly Shape[]): CoverSheet {
  return { width: 4, height: 3, lines: [], shapes }
}
