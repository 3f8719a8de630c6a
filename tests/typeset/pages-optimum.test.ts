// The plan is the best there is: what it says it costs is what its pages cost, no greedy maker-up comes out cheaper, and
// for tiny texts neither does trying everything.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/typeset/block.ts'
import { planPages } from '../../src/typeset/pages.ts'
import { costOfPlan } from './pages-cost.ts'
import type { Placed } from './pages-cost.ts'
import { greedyPages, leastCost } from './pages-every.ts'
import { anyText, frameOf } from './pages-texts.ts'

const TOLD = ['note-late', 'overflow']
/** The pages as they are reckoned here; undefined where a rule was broken that is not reckoned here. */
function placedOf(plan: Plan): readonly Placed[] | undefined {
  const rules = plan.pages.flatMap((d) => d.findings.map(({ rule }) => rule))
  if (rules.some((d) => TOLD.includes(d))) return undefined
  return plan.pages.map((d) => ({
    ...d,
    lineShort: d.findings.some(({ rule }) => rule === 'short-opening')
  }))
}

test('a plan costs what its pages cost', () => {
  let compared = 0
  fc.assert(
    fc.property(anyText(12, 8, 9), fc.integer({ min: 6, max: 16 }), (text, lines) => {
      const frame = frameOf(lines)
      for (const plan of planPages(text.blocks, text.notes, frame)) {
        const placed = placedOf(plan)
        const rules = plan.pages.flatMap((d) => d.findings.map(({ rule }) => rule))
        if (!placed || rules.includes('short-opening')) continue
        compared += 1
        expect(plan.cost).toBeCloseTo(costOfPlan(text, frame, placed), 6)
      }
    }),
    { numRuns: 150, seed: 4 }
  )
  expect(compared).toBeGreaterThan(50)
})

test('no greedy plan is cheaper', () => {
  let compared = 0
  fc.assert(
    fc.property(anyText(10, 6, 6), fc.integer({ min: 5, max: 9 }), (text, lines) => {
      const frame = frameOf(lines)
      const greedy = greedyPages(text, frame)
      if (!greedy) return
      compared += 1
      const [plan] = planPages(text.blocks, text.notes, frame)
      expect(plan?.cost).toBeLessThanOrEqual(costOfPlan(text, frame, greedy) + 1e-6)
    }),
    { numRuns: 60, seed: 5 }
  )
  expect(compared).toBeGreaterThan(20)
})

test('trying everything finds nothing cheaper in a tiny text', () => {
  let compared = 0
  fc.assert(
    fc.property(anyText(4, 4, 5), fc.integer({ min: 4, max: 6 }), (text, lines) => {
      const frame = frameOf(lines)
      const least = leastCost(text, frame, 7)
      if (least === undefined || least === Infinity) return
      compared += 1
      const [plan] = planPages(text.blocks, text.notes, frame)
      expect(plan?.cost).toBeLessThanOrEqual(least + 1e-6)
    }),
    { numRuns: 150, seed: 6 }
  )
  expect(compared).toBeGreaterThan(40)
})
