// What one line costs by itself: how far its spaces and glyphs are from natural, and how it ends. Comes in: two break
// points. Goes out: the price, with the use of spaces (x) and glyphs (v) that the next line is compared with.
import type { BreakPoints } from './break-points.ts'
import { POINT } from './break-points.ts'
import { glyphGive, glyphUse, spaceUse } from './justify.ts'
import type { Give } from './justify.ts'
import { LINES } from './taste.ts'

/** How far lines may go; word spaces as shares of the natural. */
export interface Limits extends Give {
  tightest: number
  loosest: number
  /** Lines are taken whatever they look like; a line that nothing fits into is wider than its measure. */
  anyway: boolean
}

/** The room of a paragraph; tenths of a point. */
export interface Room {
  measure: number
  indent: number
  align: 'justify' | 'left' | 'center' | 'right'
  inNote: boolean
  beside?: { lines: number; width: number }
}

/** A line judged. */
export interface Price {
  cost: number
  x: number
  v: number
}

/** Prices lines into `price`, which is used again for each; false: the line is not to be had. */
export interface Pricer {
  price: Price
  /** @param narrow whether the line stands beside a drop cap */
  judge: (i: number, j: number, narrow: boolean) => boolean
  /** Room of a line, its hanging marks included. */
  target: (i: number, j: number, narrow: boolean) => number
}

export function linePricer(points: BreakPoints, room: Room, limits: Limits, em: number): Pricer {
  const { kind, xEnd, xNext, spacesEnd, spacesNext, gapsEnd, gapsNext } = points
  const { measure, indent, align, beside } = room
  const price = { cost: 0, x: 0, v: 0 }
  const { spaceCost, tightCost, looseFrom, looseCost, looserCost } = LINES
  const glyphCost = LINES.glyphCost * LINES.glyphSeen
  const { hyphenCost, compoundCost, dashCost, insideCost } = LINES
  const gives = limits.stretch + limits.tracking > 0
  const tightFrom = gives ? LINES.tightFrom : LINES.puristTightFrom
  const share = (gives ? 1 : LINES.puristHyphen) * (room.inNote ? LINES.noteHyphen : 1)
  const runtCost = room.inNote ? LINES.noteRuntCost : LINES.runtCost
  const byKind = [0, 0, hyphenCost * share, compoundCost * share, dashCost, insideCost, 0, 0]
  const ragged = align !== 'justify'
  return { price, judge, target }

  function target(i: number, j: number, narrow: boolean): number {
    const inset = (i === 0 ? indent : 0) + (narrow ? (beside?.width ?? 0) : 0)
    const hangs = i === 0 && inset !== 0 ? 0 : (points.hangNext[i] ?? 0)
    return measure - inset + hangs + (points.hangEnd[j] ?? 0)
  }
  function judge(i: number, j: number, narrow: boolean): boolean {
    const width = (xEnd[j] ?? 0) - (xNext[i] ?? 0)
    const misfit = target(i, j, narrow) - width
    const last = kind[j] === POINT.end || kind[j] === POINT.break
    if (ragged) return judgeRagged(i, j, misfit, last)
    price.x = 0
    price.v = 0
    price.cost = 0
    if (!last || misfit < 0) {
      const spaces = (spacesEnd[j] ?? 0) - (spacesNext[i] ?? 0)
      const gaps = (gapsEnd[j] ?? 0) - (gapsNext[i] ?? 0)
      const glyphs = glyphGive(limits, width, spaces, gaps, em)
      const v = glyphUse(misfit, spaces, glyphs)
      const x = spaceUse(misfit, spaces, glyphs, v)
      if (x < limits.tightest) return overfull(i, j, misfit)
      if (x > limits.loosest) return limits.anyway && underfull(i, j, x, v, misfit)
      price.x = x
      price.v = v
      price.cost = spaceCost * x * x + glyphCost * v * v
      if (x > looseFrom) price.cost += looserCost * (x - looseFrom) + looseCost
      else if (x < tightFrom) price.cost += tightCost * (x - tightFrom) * (x - tightFrom)
    }
    price.cost += endCost(i, j, width)
    return true
  }
  function judgeRagged(i: number, j: number, misfit: number, last: boolean): boolean {
    price.x = 0
    price.v = 0
    if (misfit < -0.01) return overfull(i, j, misfit)
    const free = last && align !== 'center'
    const empty = free ? 0 : misfit / Math.max(1, measure)
    // No need to look at lines that are emptier, of which there are very many, as long as others are to be had.
    if (!last && !limits.anyway && empty > LINES.ragEmptiest) return false
    price.cost = LINES.ragCost * empty * empty + LINES.ragLineCost
    if (!last && empty > LINES.ragShort) price.cost += LINES.ragShortCost
    price.cost += endCost(i, j, (xEnd[j] ?? 0) - (xNext[i] ?? 0))
    return true
  }
  function overfull(i: number, j: number, misfit: number): boolean {
    if (!limits.anyway || i !== j - 1) return false
    price.x = 0
    price.v = 0
    price.cost = LINES.overfullCost * (1 - misfit / em) + endCost(i, j, 0)
    return true
  }
  function underfull(i: number, j: number, x: number, v: number, misfit: number): boolean {
    const filled = x <= LINES.widest
    price.x = filled ? x : LINES.widest
    price.v = filled ? v : 0
    const short = misfit / Math.max(1, measure)
    price.cost = looserCost * price.x + looseCost + (filled ? 0 : looserCost * 5 * (1 + short))
    price.cost += endCost(i, j, Infinity)
    return true
  }
  function endCost(i: number, j: number, width: number): number {
    const at = kind[j] ?? 0
    let cost = byKind[at] ?? 0
    if (points.capital[j] === 1) cost += LINES.capitalCost
    if (points.forced[j] === 1) cost += LINES.forcedCost
    return at === POINT.end && i > 0 && kind[i] !== POINT.break ? cost + lastCost(i, width) : cost
  }
  function lastCost(i: number, width: number): number {
    let cost = 0
    if (width < LINES.runt * em) cost += runtCost
    if (width < LINES.short * em) cost += LINES.shortCost
    if (kind[i] !== POINT.soft && kind[i] !== POINT.hard) return cost
    cost += LINES.lastHyphenCost
    const spaces = (spacesEnd[points.count - 1] ?? 0) - (spacesNext[i] ?? 0)
    return spaces > 0 ? cost : cost + LINES.fragmentCost
  }
}

/** What a line costs beside the one before it: an abrupt change of colour. */
export function contrast(x: number, v: number, x2: number, v2: number): number {
  const [dx, dv] = [x - x2, v - v2]
  return LINES.contrastCost * dx * dx + LINES.glyphContrastCost * dv * dv
}

/** What a hyphen costs that is the `row`th in a row. */
export function ladder(row: number): number {
  if (row < 2) return 0
  return row === 2 ? LINES.ladderCost : LINES.longLadderCost
}
