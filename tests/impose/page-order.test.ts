// Every layout is printed, folded, nested, cut and read by hands that know nothing of the imposer, for 1 to 200 pages, in
// both directions, turned about both edges, on printers of two sides and of one: the pages come in their order, upright.
import { describe, expect, test } from 'vitest'
import { jobOf } from '../../src/impose/job.ts'
import type { Job } from '../../src/impose/job.ts'
import { printingOrder } from '../../src/impose/passes.ts'
import { planSheet } from '../../src/impose/sheet-plan.ts'
import { slotsOf } from '../../src/impose/slots.ts'
import { cutAndRead, foldAndRead, printFile, zineAndRead } from './virtual-folder.ts'
import type { Shown } from './virtual-folder.ts'

const MM = 72 / 25.4
const LAST = 200
const A5 = [148, 210] as const
const A6 = [105, 148] as const
const CARD = [55, 85] as const

/** What the file shows, side by side, and how it is printed. */
function printed(job: Job, pages: number, [width, height]: readonly [number, number]) {
  const plan = planSheet({ width: width * MM, height: height * MM }, job)
  const [columns, rows] = plan.grid
  const slots = slotsOf(job, { pages, grid: plan.grid, upsideDown: plan.upsideDown })
  const sheets = Math.max(...slots.map((d) => d.sheet))
  const frontsOnly = job.layout === 'zine8'
  const sides = new Map<string, Shown[]>()
  for (const { sheet, side, place, page, turn } of slots) {
    const shown = { column: place[0], row: place[1], page, turned: turn === 180 }
    const found = sides.get(`${sheet} ${side}`)
    if (found) found.push(shown)
    else sides.set(`${sheet} ${side}`, [shown])
  }
  const file = printingOrder(sheets, !frontsOnly, job.oneSided).map(
    ({ sheet, side }) => sides.get(`${sheet} ${side}`) ?? []
  )
  const across = plan.width > plan.height
  const { oneSided } = job
  return printFile(file, { columns, rows, across, flip: plan.flip, oneSided, frontsOnly })
}

/** What the reader sees, page by page. */
function read(job: Job, pages: number, size: readonly [number, number]) {
  const sheets = printed(job, pages, size)
  if (job.layout === 'zine8') return sheets.map((d) => zineAndRead(d, job.rtl))
  if (job.layout === 'nup') return [cutAndRead(sheets, job.rtl)]
  return [foldAndRead(sheets, job.layout === 'saddle' ? sheets.length : job.signature, job.rtl)]
}

/** All ways to print and read a job. */
function waysOf(job: Partial<Job>): Job[] {
  return (['short', 'long'] as const).flatMap((flip) =>
    [false, true].flatMap((rtl) =>
      [false, true].flatMap((oneSided) =>
        (['inside', 'end'] as const).map((blanks) => jobOf({ ...job, flip, rtl, oneSided, blanks }))
      )
    )
  )
}

const BOOKS: readonly (readonly [string, Partial<Job>, readonly [number, number]])[] = [
  ['saddle stitch', {}, A5],
  ['saddle stitch of tall pages, upright', {}, [100, 290]],
  ...[1, 2, 3, 4, 7].map(
    (signature) => [`signatures of ${signature}`, { layout: 'signatures', signature }, A5] as const
  ),
  ['perfect binding', { layout: 'perfect' }, A5],
  ['perfect binding, two sheets folded together', { layout: 'perfect', signature: 2 }, A5],
  ['a zine of eight pages', { layout: 'zine8' }, A6],
  ['A6, four on a side', { layout: 'nup' }, A6],
  ['A5, two on a side', { layout: 'nup' }, A5],
  ['cards, ten on a side', { layout: 'nup' }, CARD],
  ['A5 on A3, four on a side', { layout: 'nup', sheet: 'a3' }, A5]
]

describe.each(BOOKS)('%s', (_, job, size) => {
  test(`is read from 1 to n, for n to ${LAST}`, () => {
    const wrong = waysOf(job).flatMap((way) =>
      Array.from({ length: LAST }, (__, i) => i + 1).flatMap((pages) => {
        const faces = read(way, pages, size).flat()
        const numbers = faces.flatMap((d) => d.page ?? [])
        const inOrder = numbers.length === pages && numbers.every((d, i) => d === i + 1)
        const upright = faces.every((d) => d.page === undefined || d.upright)
        return inOrder && upright ? [] : [{ way, pages, upright, numbers }]
      })
    )
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test('has no more sheets than it needs, and blanks where they are expected', () => {
    for (const blanks of ['inside', 'end'] as const)
      for (let pages = 1; pages <= LAST; pages++) {
        const books = read(jobOf({ ...job, blanks }), pages, size)
        const faces = books.flat().map((d) => d.page)
        const last = faces.findLastIndex((d) => d !== undefined)
        const before = faces.slice(0, last).filter((d) => d === undefined).length
        const after = faces.length - 1 - last
        const unit = printed(jobOf({ ...job, blanks }), pages, size)
        expect(before + after).toBeLessThan(faces.length / unit.length)
        // A back cover stays outside at the back; whole blank leaves behind it are thrown away.
        if (blanks === 'inside' && job.layout !== 'nup' && pages % 8 !== 1)
          expect([pages, after]).toEqual([pages, 0])
        if (blanks === 'inside' && job.layout === 'nup' && pages > 1)
          expect([pages, after % 2]).toEqual([pages, 0])
        if (blanks === 'end') expect([pages, before]).toEqual([pages, 0])
      }
  })
})

test('the hands notice a page out of order, and one upside down', () => {
  const sheets = printed(jobOf({}), 8, A5)
  const wrong = foldAndRead(sheets, 1, false).map((d) => d.page)
  expect(wrong).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const plan = { columns: 2, rows: 1, across: true, oneSided: false, frontsOnly: false }
  const side = (left: number, right: number): Shown[] =>
    [left, right].map((page, column) => ({ column, row: 0, page, turned: false }))
  const file = [side(4, 1), side(2, 3)]
  const good = foldAndRead(printFile(file, { ...plan, flip: 'short' }), 1, false)
  const bad = foldAndRead(printFile(file, { ...plan, flip: 'long' }), 1, false)
  expect(good.map((d) => d.page)).toEqual([1, 2, 3, 4])
  expect(bad.map((d) => d.upright)).toEqual([true, false, false, true])
})

test('the table of eight pages', () => {
  const slots = slotsOf(jobOf({}), { pages: 8, grid: [2, 1], upsideDown: false })
  const row = (sheet: number, side: string) =>
    slots.filter((d) => d.sheet === sheet && d.side === side).map((d) => d.page)
  expect([1, 2].map((d) => [row(d, 'front'), row(d, 'back')])).toEqual([
    [
      [8, 1],
      [2, 7]
    ],
    [
      [6, 3],
      [4, 5]
    ]
  ])
})

test('the table of a zine', () => {
  const slots = slotsOf(jobOf({ layout: 'zine8' }), { pages: 8, grid: [4, 2], upsideDown: false })
  const row = (number: number) => slots.filter((d) => d.place[1] === number)
  expect([0, 1].map((d) => row(d).map(({ page, turn }) => [page, turn]))).toEqual([
    [5, 4, 3, 2].map((page) => [page, 180]),
    [6, 7, 8, 1].map((page) => [page, 0])
  ])
})
