// How a line's misfit is shared. A line that is too short or too long by `misfit` is made to fit by its word spaces (x, as a
// share of their natural width) and by its glyphs and their tracking (v, from -1 to 1): misfit = spaces·x + glyphs·v.
// The cheapest pair for spaceCost·x² + glyphCost·v² has x : v = spaces/spaceCost : glyphs/glyphCost, so no search is needed.
import { LINES } from './taste.ts'

/** How far the glyphs of a line may give; tracking in ems. */
export interface Give {
  stretch: number
  tracking: number
}

/** Use of the glyphs, from -1 to 1. */
export function glyphUse(misfit: number, spaces: number, glyphs: number): number {
  const give = glyphs / LINES.glyphCost
  const all = (spaces * spaces) / LINES.spaceCost + glyphs * give
  if (all === 0) return 0
  return Math.max(-1, Math.min(1, (misfit / all) * give))
}

/** Change of the word spaces that is left for them; infinite where there is none. */
export function spaceUse(misfit: number, spaces: number, glyphs: number, v: number): number {
  const left = misfit - glyphs * v
  if (spaces > 0) return left / spaces
  if (Math.abs(left) < 0.01) return 0
  return left > 0 ? Infinity : -Infinity
}

/**
 * What the glyphs of a line give at v = 1, in tenths of a point.
 *
 * @param width of the line, with its spaces
 * @param gaps letterspaces beside no word space, since those there are taken out of it again
 */
export function glyphGive(
  give: Give,
  width: number,
  spaces: number,
  gaps: number,
  em: number
): number {
  return give.stretch * (width - spaces) + give.tracking * em * Math.max(0, gaps)
}
