// What is left over on a page, taken up as a maker-up does it: between text and notes first, then between the notes, then
// in the notes' leading if the design lets it. What remains is missing from the page.
import type { Frame } from './block.ts'
import { PAGES } from './taste.ts'

/** How a rest is taken up, in tenths of a point. */
export interface Rest {
  /** Added between text and notes. */
  gap: number
  /** Added between each two notes. */
  space: number
  /** Added to each line of the notes. */
  leading: number
  /** What remains. */
  short: number
}

/** What taking up a rest costs. A page of notes alone may also be short by the gap it does not need. */
export function costOfRest(
  frame: Frame,
  rest: number,
  notes: number,
  lines: number,
  alone: boolean
): number {
  const gap = frame.noteGapStretch + (alone ? frame.noteGap : 0)
  if (rest <= gap) return gap > 0 ? PAGES.gapStretch * (rest / gap) ** 2 : 0
  let left = rest - gap
  const space = frame.noteSpace * (notes - 1)
  if (left <= space) return PAGES.gapStretch + PAGES.noteSpace * (left / space) ** 2
  left -= space
  const cost = PAGES.gapStretch + (space > 0 ? PAGES.noteSpace : 0)
  const leading = frame.noteLeadingStretch * lines
  if (left <= leading) return cost + PAGES.noteLeading * (left / leading) ** 2
  left -= leading
  return cost + PAGES.short + (PAGES.shortLine * left) / frame.leading
}

/** The same for a page without notes, which cannot take up anything. */
export function costOfBareRest(frame: Frame, rest: number): number {
  if (rest <= frame.leading / 2) return (PAGES.halfLine * rest * 2) / frame.leading
  return PAGES.short + (PAGES.shortLine * rest) / frame.leading
}

/**
 * What it costs to continue the last note called, if it and those before would have had room below its call.
 *
 * @param call foot of the line that calls it
 * @param height of all these notes
 */
export function costOfNeed(frame: Frame, call: number, height: number): number {
  return call + Math.min(frame.noteGap, frame.leading) + height <= frame.depth
    ? PAGES.noteNeedless
    : 0
}

/** How a rest is taken up: whole tenths, so that no leading is rounded; what they leave goes to the gap. */
export function takeUpRest(
  frame: Frame,
  rest: number,
  notes: number,
  lines: number,
  alone: boolean
): Rest {
  const gap = frame.noteGapStretch + (alone ? frame.noteGap : 0)
  const beyond = Math.max(0, rest - gap)
  const spaces = Math.min(beyond, frame.noteSpace * (notes - 1))
  const space = notes > 1 ? Math.min(frame.noteSpace, Math.ceil(spaces / (notes - 1))) : 0
  const still = Math.max(0, beyond - spaces)
  const leading = Math.min(frame.noteLeadingStretch, Math.ceil(still / Math.max(1, lines)))
  const taken = Math.min(still, leading * lines)
  const short = still - taken
  return { gap: rest - space * Math.max(0, notes - 1) - leading * lines, space, leading, short }
}
