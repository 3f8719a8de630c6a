// The scorecard on pages that are drawn for it, whose figures are therefore known.
import { describe, expect, test } from 'vitest'
import { makeCard } from '../../bench/scorecard/card.ts'
import { operations } from '../../bench/scorecard/content.ts'
import { drawPages } from './draw-pages.ts'
import type { Drawn } from './draw-pages.ts'

const WORDS = 'the reader of these pages sees that every line has its own even colour'
const [LEFT, RIGHT, SIZE, LEADING, TOP] = [50, 378, 10, 14, 60]

/** A paragraph of full lines, and a last one with natural spaces. */
function paragraph(
  from: number,
  count: number,
  change: (d: Drawn, i: number) => Drawn = (d) => d
): Drawn[] {
  return Array.from({ length: count }, (_, i) => {
    const y = TOP + (from + i) * LEADING
    const indent = i === 0 ? SIZE : 0
    const full = { text: WORDS, y, left: LEFT + indent, right: RIGHT, size: SIZE }
    const last = { text: 'and here it ends', y, left: LEFT, size: SIZE }
    return change(i === count - 1 ? last : full, i)
  })
}

function page(count: number, change?: (d: Drawn, i: number) => Drawn): Drawn[] {
  return [0, 10, 20].flatMap((from) => paragraph(from, Math.min(10, count - from), change))
}

/** Four pages of 30 lines, the third of them changed. */
async function cardWith(change: (lines: Drawn[]) => Drawn[]) {
  return makeCard(await drawPages([page(30), page(30), change(page(30)), page(30)]))
}

describe('the scorecard', () => {
  test('reads sizes, leading and measure', async () => {
    const card = await cardWith((d) => d)
    expect(card.pages).toBe(4)
    expect(card.body).toBeCloseTo(SIZE, 3)
    expect(card.leading).toBeCloseTo(LEADING, 3)
    expect(card.measure).toBeCloseTo(RIGHT - LEFT, 1)
    expect(card.paragraphs).toBe(12)
    expect(card.lines.text).toBe(120)
  })

  test('finds no fault in even pages', async () => {
    const { faults, bottoms, grid, hyphens } = await cardWith((d) => d)
    expect(Object.values(faults).flat()).toEqual([])
    expect([bottoms.short, bottoms.unequal]).toEqual([[], []])
    expect(grid.onGrid).toBe(1)
    expect(grid.jitter).toBeLessThan(0.001)
    expect(hyphens.text.ends).toBe(0)
  })

  test('measures word spaces as multiples of the natural one', async () => {
    const even = await cardWith((d) => d)
    const loose = await cardWith((lines) =>
      lines.map((d, i) => (i === 4 ? { ...d, text: 'a wide line of four' } : d))
    )
    expect(even.spaces.text.natural).toBeCloseTo(0.278, 3)
    expect(even.spaces.text.lines).toBe(108)
    expect(even.spaces.text.greatest).toBeLessThan(1.5)
    expect(loose.spaces.text.greatest).toBeGreaterThan(10)
    expect(loose.spaces.text.worst).toBe('page 3: a wide line of four')
    expect(loose.spaces.text.wide).toBeCloseTo(1 / 108, 6)
  })

  test('counts hyphens, and those below each other', async () => {
    const { hyphens } = await cardWith((lines) =>
      lines.map((d, i) =>
        [2, 3, 4, 12].includes(i) ? { ...d, text: `${WORDS.slice(0, -6)}col-` } : d
      )
    )
    expect(hyphens.text).toMatchObject({ lines: 108, ends: 4, ladder: 3, ladders: [0, 1] })
  })

  test('finds a widow, an orphan and a hyphen over the page', async () => {
    const two = page(30, (d) => d)
    const last = two.map((d) =>
      d.y === TOP + 29 * LEADING ? { ...two[1]!, y: d.y, text: `${WORDS.slice(0, -6)}col-` } : d
    )
    const next = [
      { text: 'our alone.', y: TOP, left: LEFT, size: SIZE },
      ...page(30).filter((d) => d.y > TOP + 9 * LEADING)
    ]
    const { faults } = await makeCard(await drawPages([page(30), last, next, page(30)]))
    expect(faults.widows).toEqual(['page 3: our alone.'])
    expect(faults.hyphensOverPage).toHaveLength(1)
    expect(faults.hyphensOverLeaf).toEqual([])
  })

  test('finds short pages and unequal openings', async () => {
    const { bottoms } = await cardWith((lines) => lines.filter((d) => d.y < TOP + 28 * LEADING))
    expect(bottoms.short).toEqual(['page 3: 28.0 pt'])
    expect(bottoms.unequal).toEqual(['pages 2–3: 28.0 pt'])
  })

  test('sees a line off the grid', async () => {
    const { grid } = await cardWith((lines) =>
      lines.map((d, i) => (i === 15 ? { ...d, y: d.y + 3 } : d))
    )
    expect(grid.off).toHaveLength(1)
    expect(grid.onGrid).toBeCloseTo(119 / 120, 6)
  })

  test('matches calls and notes', async () => {
    const noted = (number: number, home: boolean) => [
      ...page(26, (d, i) =>
        i === 1 && d.y < TOP + 9 * LEADING ? { ...d, call: String(number) } : d
      ),
      ...(home
        ? [
            {
              text: `${number} A note at the foot of its page.`,
              y: TOP + 28 * LEADING,
              left: LEFT,
              size: 8
            }
          ]
        : [])
    ]
    const away = {
      text: '2 A note that has gone over.',
      y: TOP + 29 * LEADING,
      left: LEFT,
      size: 8
    }
    const pages = [noted(1, true), noted(2, false), [...noted(3, false), away], noted(4, true)]
    const { notes } = await makeCard(await drawPages(pages))
    expect(notes.calls).toBe(4)
    expect(notes.onPage).toBe(2)
    expect(notes.away).toContain('2: call page 2, note page 3')
  })

  test('reads two columns one after the other', async () => {
    const column = (left: number) =>
      page(30).map((d) => ({
        ...d,
        text: d.right === undefined ? 'so it ends' : 'half the words stand in it',
        left: d.left - LEFT + left,
        ...(d.right !== undefined && { right: left + 150 })
      }))
    const both = [...column(40), ...column(210)]
    const card = await makeCard(await drawPages([both, both, both]))
    expect(card.columns).toBe(2)
    expect(card.paragraphs).toBe(18)
    expect(card.measure).toBeCloseTo(150, 0)
    expect(card.spaces.text.greatest).toBeLessThan(5)
  })

  test('names the colour of the letters and the fonts that are missing', async () => {
    const { colours, file } = await cardWith((d) => d)
    expect(colours).toEqual({ 'DeviceRGB 0 0 0': 1 })
    expect(file.embedded).toBe(false)
    expect(file.kinds).toEqual(['Type1'])
    expect(file.trim).toEqual([141.111, 211.667])
  })
})

test('a content stream is read with its strings, names and numbers', () => {
  const content = '/Fm 0 Tf % a comment (\n[(a\\)b(c)) -120.5 <0041>] TJ BI /W 1 ID \x00Tj EI 0 g'
  const found = [...operations(content)].map((d) => [d.name, ...d.given])
  expect(found.map((d) => d[0])).toEqual(['Tf', 'TJ', 'BI', 'g'])
  expect(found[1]).toEqual(['TJ', 7, -120.5, 2])
})
