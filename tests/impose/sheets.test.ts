// What is drawn on the sheets, read out of the finished PDF: the order of its pages, folded by hands that know nothing of the
// imposer and turned as the PDF tells the printer; marks, which stay out of the trim; crosses, which meet through the paper.
import fc from 'fast-check'
import type { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { impose } from '../../src/impose.ts'
import type { Job } from '../../src/impose.ts'
import type { PageForm } from '../../src/impose/page-form.ts'
import { placePage } from '../../src/impose/place-page.ts'
import { planSheet } from '../../src/impose/sheet-plan.ts'
import { openPdf, PDFDict, PDFName, PDFRef } from '../../src/pdf.ts'
import { makePdf } from './make-pdf.ts'
import { readSheets } from './read-sheets.ts'
import type { DrawnSide, Stroke } from './read-sheets.ts'
import { cutAndRead, foldAndRead, printFile, zineAndRead } from './virtual-folder.ts'
import type { Shown } from './virtual-folder.ts'

const HAIR = 0.05
const MARKS = ['fold', 'crop', 'staple', 'sew', 'register'] as const

const anyJob = fc.record({
  layout: fc.constantFrom(
    'saddle' as const,
    'signatures' as const,
    'perfect' as const,
    'zine8' as const,
    'nup' as const
  ),
  signature: fc.integer({ min: 1, max: 5 }),
  sheet: fc.constantFrom('a4' as const, 'a3' as const, 'letter' as const, 'tabloid' as const),
  creep: fc.record({
    caliper: fc.double({ min: 0, max: 0.3, noNaN: true }),
    model: fc.constant('sheet' as const)
  }),
  flip: fc.constantFrom('short' as const, 'long' as const),
  rtl: fc.boolean(),
  oneSided: fc.boolean(),
  marks: fc.subarray([...MARKS])
})
/** Pages that all these papers have room for, four to a side of the smallest. */
const SIZE = [100, 138] as const

/** Columns and rows of a layout, as its paper has room. */
function gridOf(
  { layout }: Pick<Job, 'layout'>,
  { height, width }: DrawnSide
): readonly [number, number] {
  if (layout === 'zine8') return [4, 2]
  return layout === 'nup' ? [Math.floor(width / SIZE[0]), Math.floor(height / SIZE[1])] : [2, 1]
}

function shown(
  side: DrawnSide,
  [columns, rows]: readonly [number, number],
  isZine: boolean
): Shown[] {
  return side.pages.map(({ page, scale, turn, x, y }) => {
    const sign = turn === 180 ? -1 : 1
    const [middleX, middleY] = [x + (sign * SIZE[0] * scale) / 2, y + (sign * SIZE[1] * scale) / 2]
    const [width, height] = isZine
      ? [side.width / columns, side.height / rows]
      : [SIZE[0] * scale, SIZE[1] * scale]
    const column = Math.floor((middleX - side.width / 2) / width + columns / 2)
    const row = rows - 1 - Math.floor((middleY - side.height / 2) / height + rows / 2)
    return { column, row, page, turned: turn === 180 }
  })
}

async function duplexOf(file: VFile): Promise<string> {
  const preferences = (await openPdf(file)).catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
  expect(preferences.get(PDFName.of('PrintScaling'))).toBe(PDFName.of('None'))
  return String(preferences.get(PDFName.of('Duplex')))
}

test('printed as the PDF tells the printer, folded and cut, the pages are read in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), anyJob, async (count, job) => {
      const made = await impose(await makePdf({ count, size: SIZE }), job)
      const sides = await readSheets(made)
      const [first] = sides
      if (!first) throw new Error('no sheets')
      const duplex = await duplexOf(made)
      const frontsOnly = job.layout === 'zine8'
      expect(duplex === '/Simplex').toBe(job.oneSided || frontsOnly)
      const grid = gridOf(job, first)
      const flip =
        duplex === '/Simplex' ? job.flip : duplex === '/DuplexFlipShortEdge' ? 'short' : 'long'
      const sheets = printFile(
        sides.map((d) => shown(d, grid, frontsOnly)),
        {
          columns: grid[0],
          rows: grid[1],
          across: first.width > first.height,
          flip,
          oneSided: job.oneSided,
          frontsOnly
        }
      )
      const together = job.layout === 'saddle' ? sheets.length : job.signature
      const faces = frontsOnly
        ? sheets.flatMap((d) => zineAndRead(d, job.rtl))
        : job.layout === 'nup'
          ? cutAndRead(sheets, job.rtl)
          : foldAndRead(sheets, together, job.rtl)
      expect(faces.flatMap((d) => d.page ?? [])).toEqual(
        Array.from({ length: count }, (_, i) => i + 1)
      )
      expect(faces.every((d) => d.page === undefined || d.upright)).toBe(true)
    }),
    { numRuns: 40 }
  )
}, 120_000)

/** Whether a stroke has ink within the page, more than a hair from its edges. */
function isInside(
  [x1, y1, x2, y2]: Stroke,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]
): boolean {
  return (
    Math.max(x1, x2) > left + HAIR &&
    Math.min(x1, x2) < right - HAIR &&
    Math.max(y1, y2) > bottom + HAIR &&
    Math.min(y1, y2) < top - HAIR
  )
}

test('marks and slug line stay out of every page, whatever the paper', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyJob,
      fc.tuple(fc.integer({ min: 60, max: 200 }), fc.integer({ min: 80, max: 290 })),
      async (job, size) => {
        const made = await impose(await makePdf({ count: 12, size }), job).catch(() => undefined)
        for (const side of made ? await readSheets(made) : [])
          for (const { scale, turn, x, y } of side.pages) {
            const sign = turn === 180 ? -1 : 1
            const [x2, y2] = [x + sign * size[0] * scale, y + sign * size[1] * scale]
            // What a page loses in the fold by creep is not seen either.
            const isFolded = job.layout !== 'zine8' && job.layout !== 'nup'
            const fold = side.width / 2
            const [left, right] = [Math.min(x, x2), Math.max(x, x2)]
            const box = [
              isFolded && left < fold && (left + right) / 2 > fold ? fold : left,
              Math.min(y, y2),
              isFolded && right > fold && (left + right) / 2 < fold ? fold : right,
              Math.max(y, y2)
            ]
            expect(side.strokes.filter((d) => isInside(d, box))).toEqual([])
            expect(side.texts.filter(([tx, ty]) => isInside([tx, ty, tx, ty], box))).toEqual([])
          }
      }
    ),
    { numRuns: 50 }
  )
}, 120_000)

test('marks for the knife and for register keep two millimetres from all pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyJob.filter((d) => d.layout !== 'zine8'),
      fc.tuple(fc.integer({ min: 60, max: 180 }), fc.integer({ min: 80, max: 250 })),
      async (job, size) => {
        const marks = ['crop', 'register', 'fold'] as const
        const made = await impose(await makePdf({ count: 12, size }), { ...job, marks }).catch(
          () => undefined
        )
        for (const { strokes, trim } of made ? await readSheets(made) : []) {
          const [left = 0, bottom = 0, right = 0, top = 0] = trim ?? []
          const wide = [left - 1.9, bottom - 1.9, right + 1.9, top + 1.9]
          expect(strokes.filter((d) => isInside(d, wide))).toEqual([])
        }
      }
    ),
    { numRuns: 40 }
  )
}, 120_000)

test.each([{ flip: 'short' }, { flip: 'long' }, { flip: 'short', creep: { total: 2 } }] as const)(
  'register crosses of front and back meet through the paper: %j',
  async (how) => {
    const made = await impose(await makePdf({ count: 8, size: [100, 140] }), {
      ...how,
      marks: ['register']
    })
    const sides = await readSheets(made)
    const middles = ({ strokes, width, height }: DrawnSide, turn: 'none' | 'leaf' | 'head') =>
      strokes
        .map(([x1, y1, x2, y2]) => [(x1 + x2) / 2, (y1 + y2) / 2] as const)
        .map(([x, y]) =>
          turn === 'none' ? [x, y] : turn === 'leaf' ? [width - x, y] : [x, height - y]
        )
        .map((d) => d.map((v = 0) => v.toFixed(2)).join(' '))
        .toSorted()
    const turn = how.flip === 'short' ? 'leaf' : 'head'
    const [front, back, ...others] = sides
    if (!front || !back) throw new Error('no sheets')
    expect(front.strokes).toHaveLength(8)
    expect(middles(back, turn)).toEqual(middles(front, 'none'))
    expect(others.map((d) => middles(d, 'none'))).toEqual([
      middles(front, 'none'),
      middles(back, 'none')
    ])
  }
)

test('what is moved by --back-shift is moved as its pages stand, on backs alone', async () => {
  const pages = await makePdf({ count: 4, size: [100, 140] })
  const places = async (job: Partial<Job>) =>
    (await readSheets(await impose(pages, job))).map((d) => d.pages.map(({ x, y }) => [x, y]))
  for (const flip of ['short', 'long'] as const) {
    const [still, moved] = [await places({ flip }), await places({ flip, backShift: [1.5, -0.5] })]
    const sign = flip === 'short' ? 1 : -1
    for (const [i, [x = 0, y = 0]] of (still[1] ?? []).entries()) {
      expect(moved[1]?.[i]?.[0]).toBeCloseTo(x + sign * 1.5, 2)
      expect(moved[1]?.[i]?.[1]).toBeCloseTo(y - sign * 0.5, 2)
    }
    expect(moved[0]).toEqual(still[0])
  }
})

test('what a page has beyond its trim is kept at the outer edges, and ends at the fold', () => {
  const page = { width: 300, height: 400 }
  const plan = planSheet(page, { layout: 'saddle', sheet: 'a3' })
  const form: PageForm = {
    ...page,
    drawn: false,
    form: () => PDFRef.of(1),
    inline: () => undefined,
    matrix: [1, 0, 0, 1, 0, 0],
    bleed: 9
  }
  const fold = plan.width / 2
  const clip = (column: 0 | 1, shift: number) => {
    const slot = { sheet: 1, side: 'front', place: [column, 0], page: 1, turn: 0 } as const
    const found = /^q (?<box>[-\d. ]+) re W n/u.exec(placePage(form, slot, plan, 'P', shift))
    const [x = 0, y = 0, width = 0, height = 0] = (found?.groups?.box ?? '').split(' ').map(Number)
    return [x - fold, y - plan.bottom, x + width - fold, y + height - plan.bottom].map(Math.round)
  }
  for (const shift of [0, 5]) {
    expect(clip(0, shift)).toEqual([-309, -9, 0, 409])
    expect(clip(1, shift)).toEqual([0, -9, 309, 409])
  }
})
