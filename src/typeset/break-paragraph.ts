// Ways to break a paragraph, the cheapest first. Comes in: its letters and room. Goes out: the best, and where variants are
// wanted one line shorter and one longer. What does not fit the limits is tried again with wider ones, so that there is
// always a best; and what a river runs through is tried again with its lines made dear.
import { POINT } from './break-points.ts'
import type { BreakPoints } from './break-points.ts'
import type { Letters } from './letters.ts'
import { linePricer } from './price-line.ts'
import type { Limits, Pricer, Room } from './price-line.ts'
import { findRivers } from './rivers.ts'
import { LINES } from './taste.ts'
import { totalFit } from './total-fit.ts'
import type { Fit } from './total-fit.ts'

/** A paragraph that is ready to be broken. */
export interface BreakJob {
  letters: Letters
  /** Its break points; with a width, also anywhere between two that are further apart than that. */
  points: (fits: number) => BreakPoints
  room: Room
  give: { stretch: number; tracking: number }
  variants: boolean
  /** How far its variants may go. */
  reach: Reach
  preformatted: boolean
}

/** How far variants may go. */
export interface Reach {
  /** Lines shorter or longer than the best. */
  lines: number
  /** Fewest lines of a paragraph whose variants may have wider limits. */
  fewest: number
  tightest: number
  loosest: number
  /** What they may cost more than the best. */
  most: number
}

/** One way that was found, and under which limits. */
export interface Way {
  cost: number
  breaks: readonly number[]
  points: BreakPoints
  pricer: Pricer
  limits: Limits
}

export function breakParagraph(job: BreakJob): Way[] {
  const { give, variants } = job
  const { tightest, tighter, looser, puristLoosest } = LINES
  const loosest = give.stretch + give.tracking > 0 ? LINES.loosest : puristLoosest
  const usual: Limits = { ...give, tightest, loosest, anyway: false }
  const tight = { ...usual, tightest: tighter }
  const loose = { ...usual, loosest: Math.max(loosest, looser) }
  const points = job.points(job.preformatted ? narrowest(job.room) : Infinity)
  let found = waysWithin(job, points, usual)
  let left = faults(found, job)
  for (const limits of job.room.align === 'justify' ? [tight, loose] : []) {
    if (left === 0) break
    const ways = waysWithin(job, points, limits)
    const others = faults(ways, job)
    if (others >= left) continue
    found = ways
    left = others
  }
  if (found.length === 0) return [anyWay(job, usual)]
  const chosen = choose(job, found)
  const more = variants && chosen.length < 1 + 2 * job.reach.lines && found[0]?.limits === usual
  return more ? [...chosen, ...relaxed(job, points, usual, chosen)] : chosen
}

/** What is wrong with the best of some ways: a runt, hyphens below each other. A note may have a runt: many end with a year. */
function faults([best]: readonly Way[], job: BreakJob): number {
  if (!best) return Infinity
  const { breaks, points } = best
  let [count, row] = [endsInRunt(best, job) && !job.room.inNote ? 1 : 0, 0]
  for (const at of breaks) {
    row = points.kind[at] === POINT.soft || points.kind[at] === POINT.hard ? row + 1 : 0
    if (row === LINES.ladder) count++
  }
  return count
}

/** Whether the last line is hardly more than a word. */
function endsInRunt({ breaks, points }: Way, { letters }: BreakJob): boolean {
  const i = breaks.at(-2) ?? 0
  if (i === 0 || points.kind[i] === POINT.break) return false
  const width = (points.xEnd[points.count - 1] ?? 0) - (points.xNext[i] ?? 0)
  return width < LINES.runt * letters.em
}

/** The best, with a line less and a line more where they do not cost too much and end in no runt. */
function choose(job: BreakJob, ways: readonly Way[]): Way[] {
  const [best] = ways
  if (!best) return []
  if (!job.variants) return [best]
  const most = best.cost + LINES.variantMost
  const others = ways.filter((d) => isNear(d, best, job))
  return [best, ...others.filter((d) => d.cost <= most && !endsInRunt(d, job))]
}

/** Variants that only wider limits allow; the page builder is told by their cost. */
function relaxed(job: BreakJob, points: BreakPoints, usual: Limits, chosen: readonly Way[]): Way[] {
  const [best] = chosen
  const { fewest, tightest, loosest, most } = job.reach
  if (!best || best.breaks.length <= fewest || job.room.align !== 'justify') return []
  const limits = { ...usual, tightest, loosest }
  const taken = new Set(chosen.map((d) => d.breaks.length))
  return waysWithin(job, points, limits)
    .filter((d) => isNear(d, best, job))
    .filter((d) => !taken.has(d.breaks.length) && !endsInRunt(d, job))
    .filter((d) => d.cost <= best.cost + most)
    .map((d) => ({ ...d, cost: d.cost + LINES.relaxedCost }))
}

/** Whether a way is a few lines shorter or longer than another. */
function isNear({ breaks }: Way, best: Way, { reach }: BreakJob): boolean {
  const more = Math.abs(breaks.length - best.breaks.length)
  return more > 0 && more <= reach.lines
}

/** Where nothing fits: lines as loose as need be, and words broken anywhere. */
function anyWay(job: BreakJob, usual: Limits): Way {
  const limits = { ...usual, loosest: LINES.looser, anyway: true }
  // A hyphen that is put in wants room too.
  const points = job.points(Math.max(1, narrowest(job.room) - job.letters.em / 2))
  const [best] = waysWithin({ ...job, variants: false }, points, limits)
  if (!best) throw new Error('A line that is taken anyway was not')
  return best
}

function narrowest({ measure, indent, beside }: Room): number {
  return measure - Math.max(0, indent) - (beside?.width ?? 0)
}

function waysWithin(job: BreakJob, points: BreakPoints, limits: Limits): Way[] {
  const { letters, room, variants } = job
  const pricer = linePricer(points, room, limits, letters.em)
  const narrow = room.beside?.lines ?? 0
  const fitJob = { points, pricer, byCount: variants, narrow }
  const first = totalFit(fitJob)
  const [best] = first
  const way = (fit: Fit): Way => ({ ...fit, points, pricer, limits })
  if (!best || room.align !== 'justify') return first.map(way)
  const isWanted = ({ breaks }: Fit) =>
    Math.abs(breaks.length - best.breaks.length) <= (variants ? job.reach.lines : 0)
  const kept = new Map<number, Fit>()
  const extra = new Map<number, number>()
  for (let fits = first, round = 0; ; round++) {
    const wanted = fits.filter((d) => !variants || isWanted(d))
    const dearer = wanted.map((fit) => keepFit(fit)).some(Boolean)
    if (!dearer || round === LINES.riverTries) break
    fits = totalFit({ ...fitJob, extra })
  }
  return [...kept.values()].map(way).toSorted((a, b) => a.cost - b.cost)

  /** Keeps the fit if none of its length is better; tells whether a river runs through it. */
  function keepFit(fit: Fit): boolean {
    const rivers = findRivers({ letters, points, pricer, limits, room }, fit.breaks)
    const pair = (line: number): number =>
      (fit.breaks[line] ?? 0) * points.count + (fit.breaks[line + 1] ?? 0)
    const added = fit.breaks
      .slice(1)
      .reduce((sum, _, line) => sum + (extra.get(pair(line)) ?? 0), 0)
    const cost = fit.cost - added + rivers.length * LINES.riverCost
    const key = variants ? fit.breaks.length : 0
    const rival = kept.get(key)
    if (!rival || cost < rival.cost) kept.set(key, { ...fit, cost })
    for (const line of rivers.flat()) {
      extra.set(pair(line), (extra.get(pair(line)) ?? 0) + LINES.riverCost / LINES.river)
    }
    return rivers.length > 0
  }
}
