// The pages between two fences made up again: one, or two whose fence is taken away, full as they were and without a
// fault that they did not have. Goes out: the cheapest, or nothing.
import { costOfHyphen, endsInHyphen } from '../best-pages.ts'
import type { Frame, PlannedPage } from '../block.ts'
import type { PageEnd } from '../end-page.ts'
import { fillPage } from '../fill-page.ts'
import type { PageStart } from '../fill-page.ts'
import { placePage } from '../place-page.ts'
import type { FencedPage } from './fenced-pages.ts'
import type { Trial } from './choices.ts'
import { openWindow } from './window.ts'
import type { Job } from './job.ts'
import type { Window } from './window.ts'

/** Pages that were made up again. */
export interface Filled {
  window: Window
  pages: readonly PlannedPage[]
  cost: number
}

/** @param first index of the first page, and of the last */
export function fillWindow(
  job: Job,
  first: number,
  last: number,
  trial?: Trial
): Filled | undefined {
  const window = openWindow(job, first, last, trial)
  if (!window) return undefined
  const { galley, calling, end } = window
  const origin: PageStart = {
    block: 0,
    setting: 0,
    line: calling ? 1 : 0,
    note: 0,
    noteSetting: 0,
    noteLine: 0
  }
  const ended = ({ next, last: all }: PageEnd) =>
    all || (next.block === end && next.line === 0 && next.noteLine === 0 && isAll(next))
  const isAll = (next: PageStart) => next.note === galley.notes.length
  let best: Filled | undefined
  for (const ways of waysTo(job, window, origin, first, last, ended)) {
    const cost = ways.reduce((sum, d) => sum + d.cost, 0)
    if (best && cost >= best.cost) continue
    const pages = ways.map(({ start, end: found, cost: own }, i) => {
      const at = first + i
      const hyphen = i < ways.length - 1 && endsInHyphen(galley, start, found.next)
      const hyphenCost = hyphen ? costOfHyphen(job.frame, at) : 0
      return placePage(galley, frameOf(job, at), start, found, own, hyphenCost)
    })
    if (isGood(job, window, pages, first)) best = { window, pages, cost }
  }
  return best
}

interface Way {
  start: PageStart
  end: PageEnd
  cost: number
}

/** Every way over the pages. */
function* waysTo(
  job: Job,
  { galley, end }: Window,
  start: PageStart,
  at: number,
  last: number,
  ended: (end: PageEnd) => boolean
): Generator<readonly Way[]> {
  const short = isShort(job.pages[at])
  const wanted = (d: PageEnd) =>
    d.lineShort === short && (at === last ? ended(d) : !d.last && d.next.block < end)
  for (const found of fillPage(galley, frameOf(job, at), start, wanted).ends) {
    const hyphen = at < last && endsInHyphen(galley, start, found.next)
    const own = { start, end: found, cost: found.cost + (hyphen ? costOfHyphen(job.frame, at) : 0) }
    if (at === last) yield [own]
    else
      for (const rest of waysTo(
        job,
        { galley, end } as Window, // all that it asks for
        found.next,
        at + 1,
        last,
        ended
      ))
        yield [own, ...rest]
  }
}

const isShort = (page: FencedPage | undefined): boolean =>
  page?.old.findings.some((d) => d.rule === 'short-opening') ?? false

/** The last columns of a text are as deep as each other, and not as deep as the page. */
function frameOf({ frame, pages }: Job, at: number): Frame {
  const first = pages.length - 1 - ((pages.length - 1) % frame.columns)
  const group = pages.slice(first)
  if (frame.columns === 1 || at < first || group.some((d) => d.old.notes.length > 0)) return frame
  const deepest = Math.max(...group.map((d) => d.foot))
  return { ...frame, depth: Math.ceil(deepest / frame.leading) * frame.leading }
}

/** Nothing is wrong with the pages that was not before, and none has more room at its foot. */
function isGood(
  { pages, frame }: Job,
  { galley }: Window,
  made: readonly PlannedPage[],
  first: number
): boolean {
  const old = pages.slice(first, first + made.length).map((d) => d.old)
  const before = old.flatMap((d) => d.findings.map((f) => f.rule))
  for (const rule of made.flatMap((d) => d.findings.map((f) => f.rule))) {
    const at = before.indexOf(rule)
    if (at < 0) return false
    before.splice(at, 1)
  }
  return made.every((page, i) => {
    if (first + i === pages.length - 1 || page.notes.length > 0) return true
    const last = page.blocks.at(-1)
    const heights = last && galley.blocks[last.block]?.settings[last.setting]?.heights
    const foot =
      last && heights ? last.top + (heights[last.to] ?? 0) - (heights[last.from] ?? 0) : 0
    const room = frame.depth - foot
    return room < 1 || room <= frame.depth - (pages[first + i]?.foot ?? 0)
  })
}
