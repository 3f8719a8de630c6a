// Rivers: word spaces that lie under each other through several lines. Comes in: a way to break a paragraph. Goes out: the
// rivers, each as the numbers of its lines.
import type { BreakPoints } from './break-points.ts'
import type { Letters } from './letters.ts'
import type { Limits, Pricer, Room } from './price-line.ts'
import { LINES } from './taste.ts'

/** What is needed to know where the gaps of a line stand. */
export interface RiverJob {
  letters: Letters
  points: BreakPoints
  pricer: Pricer
  limits: Limits
  room: Room
}

/** A word space in a line, and how many lines above it have one in its place. */
interface Gap {
  from: number
  to: number
  depth: number
  above?: Gap
}

/** Rivers of a paragraph, as the numbers of the lines they run through; one that goes on is told once. */
export function findRivers(job: RiverJob, breaks: readonly number[]): number[][] {
  if (breaks.length <= LINES.river) return []
  const rivers: number[][] = []
  let above: Gap[] = []
  for (let line = 0; line + 1 < breaks.length; line++) {
    const gaps = lineGaps(job, breaks[line] ?? 0, breaks[line + 1] ?? 0, line)
    for (const gap of gaps) {
      const over = above.filter((d) => under(gap, d)).toSorted((a, b) => b.depth - a.depth)[0]
      if (over) gap.depth = over.depth + 1
      if (gap.depth === LINES.river) {
        rivers.push(Array.from({ length: LINES.river }, (_, k) => line - k))
      }
    }
    above = gaps
  }
  return rivers
}

/** More than half of the narrower gap. */
function under(a: Gap, b: Gap): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared > 0.5 * Math.min(a.to - a.from, b.to - b.from)
}

function lineGaps(job: RiverJob, i: number, j: number, line: number): Gap[] {
  const { letters, points, pricer, limits, room } = job
  const { x, spaced, spaces, spaceWidth, em } = letters
  const narrow = line < (room.beside?.lines ?? 0)
  if (!pricer.judge(i, j, narrow)) return []
  const [from, to] = [points.next[i] ?? 0, points.end[j] ?? 0]
  const count = (spaces[to] ?? 0) - (spaces[from] ?? 0)
  if (count === 0) return []
  const space = ((spaceWidth[to] ?? 0) - (spaceWidth[from] ?? 0)) / count
  const tracking = pricer.price.v * limits.tracking * em
  const stretch = 1 + pricer.price.v * limits.stretch
  const width = space * (1 + pricer.price.x)
  const added = width / stretch - space - 2 * tracking
  if (width < LINES.riverGap * em) return []
  const left = room.measure - pricer.target(i, j, narrow)
  const gaps: Gap[] = []
  for (let at = from; at < to; at++) {
    if (spaces[at + 1] === spaces[at]) continue
    const natural = (x[at] ?? 0) - (x[from] ?? 0)
    const letterspace = tracking * ((spaced[at] ?? 0) - (spaced[from] ?? 0) - 1)
    const wordspace = added * ((spaces[at] ?? 0) - (spaces[from] ?? 0))
    const start = left + (points.hangEnd[j] ?? 0) + stretch * (natural + letterspace + wordspace)
    gaps.push({ from: start, to: start + width, depth: 1 })
  }
  return gaps
}
