// The best lines of a paragraph, all of its lines considered together (Knuth & Plass, Breaking Paragraphs into Lines, 1981).
// Comes in: break points and the price of each line. Goes out: for each number of lines the cheapest set of breaks.
//
// Why it is exact: what a line costs depends on itself, on how many lines and hyphens came right before it, and, for the
// contrast, on the line just before. So a state is a last line (i, j), a line count and a run of hyphens; of two states
// alike in these the dearer one can never win. Knuth and Plass round the line before to one of four fitness classes.
import { POINT } from './break-points.ts'
import type { BreakPoints } from './break-points.ts'
import { contrast, ladder } from './price-line.ts'
import type { Pricer } from './price-line.ts'

/** A way to break a paragraph. */
export interface Fit {
  cost: number
  /** Points, from the start to the end. */
  breaks: readonly number[]
}

/** Whatever the fit has to know besides points and prices. */
export interface FitJob {
  points: BreakPoints
  pricer: Pricer
  /** Whether the best for each number of lines is wanted, or only the best of all. */
  byCount: boolean
  /** Lines beside a drop cap. */
  narrow: number
  /** Extra price of single lines, by `i * points.count + j`: where a river runs. */
  extra?: ReadonlyMap<number, number>
}

/** Longest run of hyphens that is told apart. */
const RUNS = 4

/** States there is room for at first, and most that room is kept for until the next paragraph. */
const FEWEST = 4096
const MOST_KEPT = 1 << 18

/** States by number; a row for each thing known of one. */
interface States {
  used: number
  cost: Float64Array
  x: Float64Array
  v: Float64Array
  from: Int32Array
  point: Int32Array
  lines: Int32Array
  hyphens: Uint8Array
}

/** Every fit uses the same room, since to make it anew costs more than a short paragraph does. */
let kept = room(FEWEST)

/** The cheapest fit first; none when no break keeps to the limits. */
export function totalFit(job: FitJob): Fit[] {
  const { points, pricer, narrow } = job
  const { count, kind, lowest } = points
  if (kept.cost.length > MOST_KEPT) kept = room(FEWEST)
  const states = kept
  states.used = 0
  const first = new Int32Array(count + 1)
  const shelf = slots()
  add(states, 0, 0, 0, -1, 0, 0, 0)
  first[1] = 1
  for (let j = 1; j < count; j++) {
    const low = lowest[j] ?? 0
    for (let i = j - 1; i >= low; i--) {
      if (tooLong(points, pricer, i, j)) break
      const [from, to] = [first[i] ?? 0, first[i + 1] ?? 0]
      if (from === to) continue
      if (narrow === 0) {
        if (pricer.judge(i, j, false)) extend(job, states, shelf, i, j, from, to, 0, Infinity)
        continue
      }
      if (pricer.judge(i, j, true)) extend(job, states, shelf, i, j, from, to, 0, narrow)
      if (pricer.judge(i, j, false)) extend(job, states, shelf, i, j, from, to, narrow, Infinity)
    }
    first[j + 1] = states.used
    if (kind[j] === POINT.break && first[j] === first[j + 1]) return []
  }
  return trace(states, first[count - 1] ?? 0)
}

/** Beyond this a line cannot be shrunk: those that begin earlier are longer still. */
function tooLong({ xEnd, xNext }: BreakPoints, { target }: Pricer, i: number, j: number): boolean {
  return i < j - 1 && (xEnd[j] ?? 0) - (xNext[i] ?? 0) > 1.2 * target(i, j, false) + 100
}

function extend(
  { points, pricer, byCount, extra }: FitJob,
  states: States,
  shelf: Slots,
  i: number,
  j: number,
  from: number,
  to: number,
  fewest: number,
  most: number
): void {
  const { x, v } = pricer.price
  const cost = pricer.price.cost + (extra?.get(i * points.count + j) ?? 0)
  const hyphen = points.kind[j] === POINT.soft || points.kind[j] === POINT.hard
  shelf.stamp++
  for (let s = from; s < to; s++) {
    const lines = states.lines[s] ?? 0
    if (lines < fewest || lines >= most) continue
    const before = states.hyphens[s] ?? 0
    const hyphens = hyphen ? Math.min(RUNS - 1, before + 1) : 0
    let all = (states.cost[s] ?? 0) + cost + ladder(hyphens)
    if (lines > 0) all += contrast(x, v, states.x[s] ?? 0, states.v[s] ?? 0)
    const slot = (byCount ? (lines + 1) * RUNS : 0) + hyphens
    const rival = find(shelf, slot)
    if (rival < 0) {
      put(shelf, slot, states.used)
      add(states, all, x, v, s, j, lines + 1, hyphens)
    } else if (all < (states.cost[rival] ?? 0)) {
      states.cost[rival] = all
      states.from[rival] = s
      states.lines[rival] = lines + 1
    }
  }
}

function trace(states: States, from: number): Fit[] {
  const best = new Map<number, number>()
  for (let s = from; s < states.used; s++) {
    const lines = states.lines[s] ?? 0
    const rival = best.get(lines)
    if (rival === undefined || (states.cost[s] ?? 0) < (states.cost[rival] ?? 0)) best.set(lines, s)
  }
  return [...best.values()]
    .map((last) => {
      const breaks: number[] = []
      for (let s = last; s >= 0; s = states.from[s] ?? -1) breaks.push(states.point[s] ?? 0)
      return { cost: states.cost[last] ?? 0, breaks: breaks.toReversed() }
    })
    .toSorted((a, b) => a.cost - b.cost)
}

/** States of one pair of points, found again by lines and hyphens; a new stamp empties it. */
interface Slots {
  stamp: number
  stamps: Int32Array
  held: Int32Array
}

function slots(): Slots {
  return { stamp: 0, stamps: new Int32Array(256), held: new Int32Array(256) }
}

function find(shelf: Slots, slot: number): number {
  return shelf.stamps[slot] === shelf.stamp ? (shelf.held[slot] ?? -1) : -1
}

function put(shelf: Slots, slot: number, state: number): void {
  if (slot >= shelf.stamps.length) {
    const { stamps, held } = shelf
    shelf.stamps = new Int32Array(2 * slot)
    shelf.held = new Int32Array(2 * slot)
    shelf.stamps.set(stamps)
    shelf.held.set(held)
  }
  shelf.stamps[slot] = shelf.stamp
  shelf.held[slot] = state
}

function room(size: number): States {
  return {
    used: 0,
    cost: new Float64Array(size),
    x: new Float64Array(size),
    v: new Float64Array(size),
    from: new Int32Array(size),
    point: new Int32Array(size),
    lines: new Int32Array(size),
    hyphens: new Uint8Array(size)
  }
}

function add(
  states: States,
  cost: number,
  x: number,
  v: number,
  from: number,
  point: number,
  lines: number,
  hyphens: number
): void {
  if (states.used === states.cost.length) grow(states)
  const s = states.used++
  states.cost[s] = cost
  states.x[s] = x
  states.v[s] = v
  states.from[s] = from
  states.point[s] = point
  states.lines[s] = lines
  states.hyphens[s] = hyphens
}

function grow(states: States): void {
  const old = { ...states }
  Object.assign(states, room(2 * old.cost.length), { used: old.used })
  states.cost.set(old.cost)
  states.x.set(old.x)
  states.v.set(old.v)
  states.from.set(old.from)
  states.point.set(old.point)
  states.lines.set(old.lines)
  states.hyphens.set(old.hyphens)
}
