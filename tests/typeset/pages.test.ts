// What holds for the pages of any text: each line and each note stands once, in order, within its frame, and pages after
// a correction are those of a full run.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame, Plan } from '../../src/typeset/block.ts'
import { newPageMemory, planPages } from '../../src/typeset/pages.ts'
import { callsOn, footOf } from './pages-cost.ts'
import { anyText, block, frameOf, note, notesOf, setting } from './pages-texts.ts'
import type { Text } from './pages-texts.ts'

const anyFrame = fc
  .record({
    lines: fc.integer({ min: 1, max: 14 }),
    noteSpace: fc.constantFrom(0, 35),
    noteLeadingStretch: fc.constantFrom(0, 0, 12),
    recto: fc.boolean(),
    columns: fc.constantFrom(1, 1, 2)
  })
  .map(({ lines, ...more }) => frameOf(lines, more))

const rulesOf = (plan: Plan): readonly string[] =>
  plan.pages.flatMap((d) => d.findings.map(({ rule }) => rule))

function checkLines({ blocks }: Text, plan: Plan): void {
  const parts = plan.pages.flatMap((d) => d.blocks)
  let at = 0
  let line = 0
  let set = 0
  for (const d of parts) {
    expect([d.block, d.from]).toEqual([at, line])
    if (line > 0) expect(d.setting).toBe(set)
    set = d.setting
    line = d.to
    if (d.to === blocks[d.block]?.settings[d.setting]?.heights.length) [at, line] = [at + 1, 0]
  }
  expect([at, line]).toEqual([blocks.length, 0])
}

function checkNotes(text: Text, plan: Plan): void {
  const parts = plan.pages.flatMap((d) => d.notes)
  const whole = new Map<number, number>()
  for (const { note: number, setting: own, from, to } of parts) {
    expect(from).toBe(whole.get(number) ?? 0)
    whole.set(number, to)
    if (to === text.notes.get(number)?.settings[own]?.heights.length) whole.set(number, -1)
  }
  const called = plan.pages.flatMap((d) => callsOn(text, d))
  expect([...whole.values()].every((d) => d === -1)).toBe(true)
  expect([...whole.keys()]).toEqual(called)
  for (const page of plan.pages) {
    const late = page.findings.flatMap((d) => (d.rule === 'note-late' ? [d.note] : []))
    const here = new Set(page.notes.map((d) => d.note))
    for (const d of callsOn(text, page)) expect(here.has(d) || late.includes(d)).toBe(true)
  }
}

/** Nothing stands on another thing or out of its frame, unless that is told. */
function checkPlaces(text: Text, frame: Frame, plan: Plan): void {
  for (const page of plan.pages) {
    const gap = page.blocks.length > 0 && page.notes.length > 0 ? frame.noteGap : 0
    let y = footOf(text, page) + gap
    for (const { note: number, setting: own, from, to, top } of page.notes) {
      expect(top).toBeGreaterThanOrEqual(y)
      const heights = text.notes.get(number)?.settings[own]?.heights.slice(from, to) ?? []
      y = top + heights.reduce((a, b) => a + b + page.noteLeading, 0)
    }
    expect(y - gap * (page.notes.length > 0 ? 0 : 1)).toBeLessThanOrEqual(
      frame.depth + page.overflow
    )
    if (page.notes.length > 0 && page.overflow === 0 && page !== plan.pages.at(-1)) {
      const bottom =
        frame.depth -
        (rulesOf({ ...plan, pages: [page] }).includes('short-opening') ? frame.leading : 0)
      expect(Math.abs(bottom - y)).toBeLessThanOrEqual(page.short)
    }
  }
}

test('each line and each note stands once, in order and in its frame', () => {
  fc.assert(
    fc.property(anyText(14, 9, 30), anyFrame, (text, frame) => {
      const plans = planPages(text.blocks, text.notes, frame)
      expect(plans).not.toEqual([])
      for (const plan of plans) {
        checkLines(text, plan)
        checkNotes(text, plan)
        checkPlaces(text, frame, plan)
      }
    }),
    { numRuns: 160, seed: 1 }
  )
})

test('pages after a correction are those of a full run', () => {
  fc.assert(
    fc.property(
      anyText(14, 9, 9),
      anyText(2, 9, 2),
      fc.nat(),
      anyFrame,
      (text, other, n, frame) => {
        const memory = newPageMemory()
        planPages(text.blocks, text.notes, frame, memory)
        const at = n % text.blocks.length
        const [first = block([setting(1)])] = other.blocks
        const plain = {
          ...first,
          settings: first.settings.map((d) => ({ ...d, calls: new Map() }))
        }
        for (const cut of [0, 1]) {
          const blocks = text.blocks.toSpliced(at, cut, plain)
          const again = planPages(blocks, text.notes, frame, memory)
          expect(again).toEqual(planPages(blocks, text.notes, frame))
        }
        expect(planPages(text.blocks, text.notes, frame, memory)).toEqual(
          planPages(text.blocks, text.notes, frame)
        )
      }
    ),
    { numRuns: 70, seed: 2 }
  )
})

test('no text at all is one plan of no pages', () => {
  expect(planPages([], new Map(), frameOf(10))).toEqual([{ pages: [], cost: 0 }])
})

test('a note on every line', () => {
  const lines = 40
  const calls = Object.fromEntries(Array.from({ length: lines }, (_, i) => [i, [i + 1]]))
  const notes = notesOf(...Array.from({ length: lines }, (_, i) => note(i + 1, 2 + (i % 5))))
  const text = { blocks: [block([setting(lines, { calls })])], notes }
  const [plan] = planPages(text.blocks, text.notes, frameOf(20))
  expect(rulesOf(plan as Plan)).not.toContain('note-late')
  checkNotes(text, plan as Plan)
})

test('a note longer than three pages goes on over all of them', () => {
  const text = {
    blocks: [block([setting(30, { calls: { 4: [1] } })]), block([setting(30)])],
    notes: notesOf(note(1, 70))
  }
  const [plan] = planPages(text.blocks, text.notes, frameOf(14))
  checkNotes(text, plan as Plan)
  const parts = plan?.pages.flatMap((d) => d.notes.map(({ from, to }) => to - from)) ?? []
  expect(parts.length).toBeGreaterThan(3)
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(2)
  expect(plan?.pages.filter((d) => d.short > 0)).toEqual([])
})

test('a picture taller than the page stands alone and is told', () => {
  const picture = block([setting(1, { height: 3000 })], { least: Infinity, above: 70, line: 7 })
  const blocks = [block([setting(5)]), picture, block([setting(5)])]
  const [plan] = planPages(blocks, new Map(), frameOf(10))
  expect(plan?.pages.map((d) => d.blocks.length)).toEqual([1, 1, 1])
  expect(plan?.pages.map((d) => d.overflow)).toEqual([0, 1600, 0])
  expect(plan?.pages[1]?.findings).toContainEqual({
    rule: 'overflow',
    block: 1,
    line: 7,
    cost: 6000
  })
})

test('a heading takes two lines with it, and no page is short for it', () => {
  const heading = block([setting(1)], { keepWithNext: true, least: Infinity, elastic: [140] })
  const text = block([setting(6), setting(7, { cost: 20 }), setting(5, { cost: 20 })])
  const blocks = [text, text, heading, text, text, text].map((d) => ({ ...d }))
  const [plan] = planPages(blocks, new Map(), frameOf(14))
  expect(rulesOf(plan as Plan)).toEqual([])
})

test('the head of a table is repeated where a row opens a page', () => {
  const row = block([setting(1)], { least: Infinity, repeated: 140 })
  const blocks = Array.from({ length: 12 }, () => ({ ...row }))
  const [plan] = planPages(blocks, new Map(), frameOf(8))
  expect(plan?.pages.map((d) => d.blocks.length)).toEqual([7, 5])
  expect(plan?.pages[1]?.blocks.map((d) => d.top).slice(0, 2)).toEqual([0, 280])
})

test('the columns of the last page are equally deep', () => {
  const blocks = [block([setting(31)]), block([setting(9)])]
  const frame = frameOf(14, { columns: 2 })
  const [plan] = planPages(blocks, new Map(), frame)
  const feet = plan?.pages.map((d) => footOf({ blocks, notes: new Map() }, d) / 140)
  expect(feet).toEqual([14, 14, 6, 6])
})
