// Every page that can begin somewhere, one after the other and without any cleverness: all settings, all extra spaces, all
// ends, all settings of the notes, the last of them whole or continued. For tiny texts only.
import type { Frame, PlacedBlock, PlacedNote } from '../../src/typeset/block.ts'
import { callsOn, costOfPage, costOfPlan, footOf } from './pages-cost.ts'
import type { Placed } from './pages-cost.ts'
import type { Text } from './pages-texts.ts'

interface Start {
  block: number
  setting: number
  line: number
  /** The note that goes on, and its line. */
  carried: PlacedNote | undefined
}
interface Step {
  page: Placed
  next: Start
}

/** Every page that begins at `start`. */
function everyPage(text: Text, frame: Frame, start: Start): Step[] {
  const steps: Step[] = []
  setFrom(start.block, [])
  if (start.carried) addNotes([], { ...start, carried: undefined })
  return steps

  function setFrom(at: number, before: readonly PlacedBlock[]): void {
    const own = text.blocks[at]
    if (!own) return
    const first = before.length === 0
    const from = first ? start.line : 0
    for (const top of topsOf(at, before)) {
      for (const [setting, { heights }] of own.settings.entries()) {
        if (from > 0 && setting !== start.setting) continue
        const whole = own.least === Infinity && own.repeated + total(heights) <= frame.depth
        for (let to = whole ? heights.length : from + 1; to <= heights.length; to += 1) {
          const blocks = [...before, { block: at, setting, from, to, top }]
          if (footOf(text, { blocks, notes: [] }) > frame.depth) break
          const ends = to === heights.length
          const next = ends
            ? { block: at + 1, setting: 0, line: 0 }
            : { block: at, setting, line: to }
          addNotes(blocks, { ...next, carried: undefined })
          if (ends) setFrom(at + 1, blocks)
        }
      }
    }
  }

  function topsOf(at: number, before: readonly PlacedBlock[]): readonly number[] {
    const own = text.blocks[at]
    const last = text.blocks[at - 1]
    if (!own) return []
    if (before.length === 0 || !last) {
      if (start.line > 0 || own.aboveTop === 0) return [0]
      return [0, ...own.elastic].map((extra) => own.aboveTop + extra)
    }
    const foot = footOf(text, { blocks: before, notes: [] }) + last.below
    const y = last.toGrid ? Math.ceil(foot / frame.leading) * frame.leading : foot
    return [0, ...own.elastic].map((extra) => y + own.above + extra)
  }

  function addNotes(blocks: readonly PlacedBlock[], next: Start): void {
    const calls = callsOn(text, { blocks, notes: [] })
    let sets: readonly (readonly PlacedNote[])[] = [start.carried ? [start.carried] : []]
    for (const note of calls) {
      const own = text.notes.get(note)?.settings ?? []
      sets = sets.flatMap((set) =>
        own.map((d, setting) => [...set, { note, setting, from: 0, to: d.heights.length, top: 0 }])
      )
    }
    for (const notes of sets) {
      if (fits(blocks, notes)) steps.push({ page: { blocks, notes }, next })
      else if (calls.length > 0) addContinued(blocks, notes, next)
    }
  }

  function addContinued(
    blocks: readonly PlacedBlock[],
    notes: readonly PlacedNote[],
    next: Start
  ): void {
    const last = notes.at(-1) as PlacedNote // a note is called
    for (let to = 2; to <= last.to - 2; to += 1) {
      const begun = [...notes.slice(0, -1), { ...last, to }]
      const carried = { ...last, from: to }
      if (fits(blocks, begun))
        steps.push({ page: { blocks, notes: begun }, next: { ...next, carried } })
    }
  }

  function fits(blocks: readonly PlacedBlock[], notes: readonly PlacedNote[]): boolean {
    if (notes.length === 0) return true
    const heights = notes.map(({ note, setting, from, to }) =>
      total(text.notes.get(note)?.settings[setting]?.heights.slice(from, to) ?? [])
    )
    const gap = blocks.length > 0 ? frame.noteGap : 0
    return footOf(text, { blocks, notes }) + gap + total(heights) <= frame.depth
  }
}

const total = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
const START: Start = { block: 0, setting: 0, line: 0, carried: undefined }
const isEnd = (text: Text, d: Start): boolean => d.block === text.blocks.length && !d.carried

/** The least cost of all plans of up to `most` pages, or Infinity; undefined where there are too many to try. */
export function leastCost(text: Text, frame: Frame, most: number): number | undefined {
  const budget = { left: 30_000 }
  const pages: Placed[] = []
  const known = new Map<string, Step[]>()
  let least = Infinity
  tryFrom(START)
  return budget.left > 0 ? least : undefined

  function tryFrom(start: Start): void {
    if (budget.left <= 0) return
    budget.left -= 1
    if (isEnd(text, start)) {
      least = Math.min(least, costOfPlan(text, frame, pages))
      return
    }
    if (pages.length === most) return
    const key = JSON.stringify(start)
    const steps = known.get(key) ?? everyPage(text, frame, start)
    known.set(key, steps)
    for (const { page, next } of steps) {
      pages.push(page)
      tryFrom(next)
      pages.pop()
    }
  }
}

/** A plan made page by page, each as good as it can be without regard to the next; undefined if it comes to no end. */
export function greedyPages(text: Text, frame: Frame): readonly Placed[] | undefined {
  const pages: Placed[] = []
  let start = START
  while (!isEnd(text, start)) {
    const steps = everyPage(text, frame, start).map((d) => {
      const rest = isEnd(text, d.next) ? [] : [{ blocks: [], notes: [] }]
      const cost = costOfPage(text, frame, [...pages, d.page, ...rest], pages.length)
      return { ...d, cost }
    })
    const [best] = steps.toSorted((a, b) => a.cost - b.cost || b.next.block - a.next.block)
    if (!best) return undefined
    pages.push(best.page)
    start = best.next
  }
  return pages
}
