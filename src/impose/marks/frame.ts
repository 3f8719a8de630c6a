// What a mark has to know of the side that it is drawn on, and how lines are drawn: hairlines on the black plate. Marks lie
// outside the trim, or on the fold itself, where the spine hides them.
import type { Nesting } from '../signatures.ts'
import type { SheetPlan } from '../sheet-plan.ts'
import type { Side } from '../slot.ts'

/** A side as its pages stand upright. Lengths in points. */
export interface Frame {
  plan: SheetPlan
  side: Side
  /** How the sheet lies in its signature; undefined where nothing is folded into another. */
  nesting: Nesting | undefined
  /** There is more than one signature. */
  isSewn: boolean
  /** How far pages are moved towards the fold, and with them the cut at the fore-edge. */
  shift: number
  /** How far print goes beyond the trim. */
  bleed: number
}

/** Edges of what is left of the paper after the cut. */
export interface Trimmed {
  left: number
  right: number
  bottom: number
  top: number
}

export const POINTS_PER_MM = 72 / 25.4
/** Hairline that every printer can draw, in points. */
const LINE = 0.25
/** Between trim and mark, so that a cut a little off leaves no ink. */
const GAP = 2 * POINTS_PER_MM
const LONGEST = 5 * POINTS_PER_MM
const SHORTEST = 1 * POINTS_PER_MM

export function trimmed({ plan, shift }: Frame): Trimmed {
  const { bottom, cell, grid, left } = plan
  return {
    left: left + shift,
    right: left + cell.width * grid[0] - shift,
    bottom,
    top: bottom + cell.height * grid[1]
  }
}

/** From the trim to the nearest end of a mark. */
export function gapOf({ bleed }: Frame): number {
  return Math.max(GAP, bleed)
}

/** How long a mark can be that begins at the gap; undefined where the paper leaves no room. */
export function lengthOf(frame: Frame, margin: number): number | undefined {
  const length = Math.min(margin - gapOf(frame), LONGEST)
  return length >= SHORTEST ? length : undefined
}

/** Marks above and below the trim, at each x. */
export function uprights(frame: Frame, places: readonly number[]): string[] {
  const { bottom, top } = trimmed(frame)
  const length = lengthOf(frame, bottom)
  if (length === undefined) return []
  const gap = gapOf(frame)
  return places.flatMap((x) => [
    line(x, bottom - gap, x, bottom - gap - length),
    line(x, top + gap, x, top + gap + length)
  ])
}

/** Marks left and right of the trim, at each y. */
export function levels(frame: Frame, places: readonly number[]): string[] {
  const { left, right } = trimmed(frame)
  const length = lengthOf(frame, left)
  if (length === undefined) return []
  const gap = gapOf(frame)
  return places.flatMap((y) => [
    line(left - gap, y, left - gap - length, y),
    line(right + gap, y, right + gap + length, y)
  ])
}

/** The operators of a line. */
export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`
}

/** Lines as hairlines in black, whole or in dashes of so many points and gaps of as many; '' for none. */
export function hairlines(lines: readonly string[], dash = ''): string {
  return lines.length === 0 ? '' : `q 0 G ${LINE} w [${dash}] 0 d ${lines.join(' ')} Q\n`
}

/** A number as PDF wants it, to a thousandth of a point. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
