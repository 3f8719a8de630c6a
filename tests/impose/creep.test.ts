// Creep is read back from where poppler finds the pages' numbers, for 8 to 96 pages and any paper, and set beside formulas
// that are written down here once more. Every number stands 40 points from the left edge of its page (make-pdf.ts).
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { impose } from '../../src/impose.ts'
import type { Creep } from '../../src/impose.ts'
import { makePdf } from './make-pdf.ts'

const MM = 72 / 25.4
const NEAR = 0.01
const has = (tool: string) => spawnSync(tool, ['-v']).error === undefined
const WORD = /xMin="(?<x>[-\d.]+)" yMin="[-\d.]+" xMax="[-\d.]+" yMax="[-\d.]+">(?<text>\d+)</gu

/** How far from its place without creep each page is moved to the right, in millimetres; by the number of the page. */
function moved(booklet: VFile, rtl = false): ReadonlyMap<number, number> {
  const { stdout } = spawnSync('pdftotext', ['-bbox', '-', '-'], {
    input: booklet.value as Uint8Array, // impose gives bytes
    maxBuffer: 2 ** 26
  })
  const words = [...String(stdout).matchAll(WORD)].map(
    (d) => [Number(d.groups?.text), Number(d.groups?.x)] as const
  )
  const fold = (297 / 2) * MM
  return new Map(
    words.map(([page, x]) => {
      // Thick paper may move a number beyond the fold, so its side is known by its parity.
      const isRight = (page % 2 === 1) === !rtl
      const place = isRight ? fold : fold - 148 * MM
      return [page, (x - place - 40) / MM]
    })
  )
}

const whole = (sheets: number, creep: Creep): number => {
  if ('total' in creep) return creep.total
  if ('overhang' in creep) return creep.overhang
  const pages = sheets * 4
  if (creep.model === 'sheet') return (sheets - 1) * creep.caliper
  if (creep.model === 'preps') return (pages / 4) * creep.caliper
  return (pages / 4) * creep.caliper * (Math.PI / 2) * 1.2
}

const anyCreep = fc.oneof(
  fc.record({
    caliper: fc.double({ min: 0.03, max: 0.35, noNaN: true }),
    model: fc.constantFrom('sheet' as const, 'preps' as const, 'printplanet' as const)
  }),
  fc.record({ total: fc.double({ min: 0, max: 6, noNaN: true }) }),
  fc.record({ overhang: fc.double({ min: 0, max: 6, noNaN: true }) })
)

test.skipIf(!has('pdftotext'))(
  'each sheet is moved to the fold by what its formula says, to 0.01 mm (skipped without poppler)',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 24 }),
        anyCreep,
        fc.boolean(),
        async (sheets, creep, rtl) => {
          const booklet = await impose(await makePdf({ count: sheets * 4 }), {
            creep,
            rtl,
            marks: []
          })
          const found = moved(booklet, rtl)
          expect(found.size).toBe(sheets * 4)
          const wrong = [...found].filter(([page, shift]) => {
            // Pages 1, 2 and the last two are outside; odd pages stand on the right where the book is read from the left.
            const sheet = Math.ceil(Math.min(page, sheets * 4 + 1 - page) / 2)
            const wanted = (whole(sheets, creep) * (sheet - 1)) / (sheets - 1)
            const toTheFold = (page % 2 === 1) === !rtl ? -shift : shift
            return Math.abs(toTheFold - wanted) >= NEAR
          })
          expect(wrong).toEqual([])
        }
      ),
      { numRuns: 20, examples: [[24, { caliper: 0.35, model: 'printplanet' }, false]] }
    )
  },
  120_000
)

test.skipIf(!has('pdftotext'))(
  'each signature creeps by itself, and glued single sheets do not (skipped without poppler)',
  async () => {
    const pages = await makePdf({ count: 40 })
    const creep = { caliper: 0.2, model: 'sheet' } as const
    const signatures = moved(
      await impose(pages, { layout: 'signatures', signature: 3, creep, marks: [] })
    )
    expect([1, 3, 5, 13, 15, 17, 37, 39].map((d) => (signatures.get(d) ?? 0).toFixed(2))).toEqual(
      ['0.00', '-0.20', '-0.40', '0.00', '-0.20', '-0.40', '0.00', '0.00'].map((d) =>
        expect.stringMatching(new RegExp(`^-?${d.replace('-', '-?')}$`, 'u'))
      )
    )
    const glued = moved(await impose(pages, { layout: 'perfect', creep, marks: [] }))
    expect(Math.max(...[...glued.values()].map(Math.abs))).toBeLessThan(NEAR)
  }
)

test('a measured overhang tells the thickness of the paper for other booklets', async () => {
  const made = await impose(await makePdf({ count: 36 }), { creep: { overhang: 1.7 } })
  expect(made.data.imposed).toContain('creep 1.7 mm (as --caliper 0.212)')
  const single = await impose(await makePdf({ count: 4 }), { creep: { overhang: 1.7 } })
  expect(single.data.imposed).toContain('no creep')
})
