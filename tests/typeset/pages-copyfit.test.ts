// An edition brought to a number of pages: by looseness first, then by depth, then by note leading, or not at all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/typeset/block.ts'
import { copyfit, fitsWanted } from '../../src/typeset/copyfit.ts'
import type { Arrangement } from '../../src/typeset/copyfit.ts'

const page = { blocks: [], notes: [], short: 0, noteLeading: 0, overflow: 0, findings: [], cost: 0 }
const plan = (pages: number, cost: number): Plan => ({
  pages: Array.from({ length: pages }, () => page),
  cost
})
const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

function arrangement(
  sections: Arrangement['sections'],
  more: Partial<Arrangement> = {}
): Arrangement {
  const design = { depthChange: 0, noteLeadingChange: 0, linesOfPage: 34 }
  return { ...design, sections, freeLines: () => 10, pagesOf: (d) => 4 + sum(d), ...more }
}

const own = arrangement([
  [plan(10, 5), plan(11, 60)],
  [plan(9, 5), plan(8, 90)]
]) // 23 pages

test('what fits is left as it is', () => {
  expect(copyfit(23, [own])).toMatchObject({ fits: true, pages: 23, plans: [0, 0], loosened: [] })
  expect(copyfit(1, [own])).toMatchObject({ fits: true, pages: 23, plans: [0, 0] })
})

test('looseness comes first', () => {
  const deeper = arrangement([[plan(9, 5)], [plan(7, 5)]], { depthChange: 2 })
  expect(copyfit(4, [own, deeper])).toMatchObject({
    fits: true,
    pages: 24,
    plans: [1, 0],
    depthChange: 0,
    loosened: [{ section: 0, pages: 1 }]
  })
})

test('then depth, and note leading last', () => {
  const tight = arrangement([[plan(10, 5)], [plan(10, 5)]], { noteLeadingChange: 1 })
  const deeper = arrangement([[plan(10, 5)], [plan(10, 5)]], { depthChange: -1 })
  expect(copyfit(8, [arrangement([[plan(19, 10)]]), tight, deeper])).toMatchObject({
    arrangement: 2,
    pages: 24,
    depthChange: -1
  })
  const far = arrangement([[plan(20, 10)]], { depthChange: 3 })
  expect(copyfit(8, [arrangement([[plan(19, 10)]]), far]).fits).toBe(false)
})

test('a plan with faults that the best has not is never taken', () => {
  const faulty = arrangement([[plan(19, 10), plan(20, 1600)]])
  expect(copyfit(4, [faulty])).toMatchObject({ fits: false, pages: 23, plans: [0] })
})

test('what cannot be fitted is told in lines', () => {
  const rigid = arrangement([[plan(19, 10)]])
  // 23 pages, ten lines free: three pages less for 20, of which ten lines are free already
  expect(copyfit(4, [rigid])).toMatchObject({ fits: false, cut: 3 * 34 - 10, add: 10 + 1 })
  expect(copyfit(32, [rigid])).toMatchObject({ cut: undefined, add: 8 * 34 + 10 + 1 })
  expect(copyfit(16, [rigid])).toMatchObject({ cut: 7 * 34 - 10, add: undefined })
})

test('sections that open on a recto are fitted with their blank pages', () => {
  const recto = (counts: readonly number[]): number =>
    counts.reduce((pages, d) => pages + (pages % 2) + d, 4)
  const three = arrangement(
    [[plan(3, 0), plan(4, 9)], [plan(3, 0)], [plan(2, 0), plan(1, 50), plan(5, 80)]],
    { pagesOf: recto }
  ) // 4 + 3 + 1 + 3 + 1 + 2 = 14
  expect(copyfit(4, [three])).toMatchObject({ fits: false, pages: 14 })
  expect(copyfit(17, [three])).toMatchObject({ fits: true, plans: [0, 0, 2] })
})

test('no other combination is cheaper', () => {
  const plans = fc
    .array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 3 })
    .map((costs) => costs.toSorted((a, b) => a - b).map((d, i) => plan(5 + (i === 2 ? -1 : i), d)))
  fc.assert(
    fc.property(fc.array(plans, { minLength: 1, maxLength: 4 }), (sections) => {
      const any = arrangement(sections)
      let least = Infinity
      const tryAll = (at: number, counts: readonly number[], cost: number): void => {
        const next = sections[at]
        if (!next) {
          if (fitsWanted(4, any.pagesOf(counts))) least = Math.min(least, cost)
          return
        }
        for (const d of next) tryAll(at + 1, [...counts, d.pages.length], cost + d.cost)
      }
      tryAll(0, [], 0)
      const { fits, plans: chosen } = copyfit(4, [any])
      const cost = sum(chosen.map((d, i) => sections[i]?.[d]?.cost ?? 0))
      expect(fits ? cost : Infinity).toBe(least)
    }),
    { numRuns: 200, seed: 3 }
  )
})
