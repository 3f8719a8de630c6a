// What it costs to read a mark as one that opens, one that closes, an apostrophe or a measure, judged by its neighbours alone.
// The numbers are weights, found by reading many pages of dialogue: 0 is what a reader expects, 50 what must be a slip.
import type { Words } from './quote-apostrophes.ts'
import { clipped, headOf, tailOf } from './quote-apostrophes.ts'
import type { Choice } from './quote-balance.ts'
import type { Mark, Neighbour, Side } from './quote-marks.ts'
import { isCapital } from './quote-marks.ts'

const NEVER = Infinity
const SLIP = 50
const LONE = 20
const SPACED = 45

/** What stands before a mark that opens: close to it, or over a gap. */
const OPENS_AFTER: Readonly<Record<Side, number>> = {
  edge: 0,
  opener: 0,
  dash: 5,
  mark: 6,
  other: 10,
  hyphen: 30,
  closer: 45,
  stop: 55,
  letter: 60,
  digit: 60
}
const OPENS_AFTER_GAP: Readonly<Record<Side, number>> = {
  ...OPENS_AFTER,
  stop: 2,
  dash: 3,
  opener: 3,
  closer: 6,
  mark: 6,
  hyphen: 10,
  letter: 18,
  digit: 18
}
const OPENS_BEFORE: Readonly<Record<Side, number>> = {
  letter: 0,
  digit: 2,
  other: 2,
  opener: 3,
  dash: 4,
  hyphen: 12,
  mark: 4,
  closer: 40,
  stop: 40,
  edge: SLIP
}
const CLOSES_AFTER: Readonly<Record<Side, number>> = {
  stop: 0,
  closer: 0,
  dash: 2,
  letter: 3,
  digit: 3,
  other: 3,
  hyphen: 4,
  mark: 0,
  opener: 45,
  edge: 60
}
const CLOSES_BEFORE: Readonly<Record<Side, number>> = {
  edge: 0,
  stop: 2,
  closer: 0,
  mark: 0,
  dash: 3,
  hyphen: 8,
  other: 4,
  opener: 20,
  digit: 30,
  letter: 65
}

/** The choice that a mark leaves; a mark that is curly already leaves less. */
export function choiceOf(mark: Mark, words: Words): Choice {
  const head = headOf(mark, words)
  const tail = tailOf(mark, words)
  const costs = [
    mark.double ? NEVER : Math.min(head.cost, tail.cost),
    closing(mark, words) + clipped(tail),
    opening(mark, words) + clipped(head),
    measure(mark)
  ]
  const allowed = ALLOWED[mark.sign]
  return {
    double: mark.double,
    costs: allowed === undefined ? costs : costs.map((d, i) => d + (allowed[i] ?? 0))
  }
}

/** What is added for marks that are curly already, in the order of roles: an apostrophe is often set as `‘` by machines. */
const ALLOWED: Readonly<Record<string, readonly number[]>> = {
  '‘': [10, NEVER, 0, NEVER],
  '’': [0, 0, NEVER, NEVER],
  '“': [NEVER, NEVER, 0, NEVER],
  '”': [NEVER, 0, NEVER, NEVER]
}

function opening({ before, after, double }: Mark, words: Words): number {
  if (before.gap && after.gap) return before.side === 'edge' ? LONE / 2 : LONE
  const pace = before.gap ? OPENS_AFTER_GAP[before.side] : OPENS_AFTER[before.side]
  const quiet = before.gap && before.side === 'letter' && (double || isCapital(after.sign))
  const right = after.gap ? SPACED : ellipsis(after) ? 3 : OPENS_BEFORE[after.side]
  return (quiet ? (double ? 5 : 11) : pace) + right + (double ? 0 : wariness(before, after, words))
}

/** Among clipped words a single mark before a small letter is rather an apostrophe, but where speech in single marks goes on. */
function wariness(before: Neighbour, after: Neighbour, { dialect, outer }: Words): number {
  if (!dialect || !before.gap || isCapital(after.sign)) return 0
  return before.side === 'letter' ? 6 : before.side === 'stop' && outer === 'double' ? 8 : 0
}

function closing({ before, after, double }: Mark, { dialect }: Words): number {
  if (before.gap && after.gap) return after.side === 'edge' ? LONE / 2 : LONE
  const left = before.gap ? SPACED : CLOSES_AFTER[before.side]
  if (!after.gap) return left + CLOSES_BEFORE[after.side]
  const quiet = double || !['letter', 'digit', 'hyphen', 'other'].includes(before.side)
  return left + (quiet ? 0 : dialect ? 14 : 10)
}

/**
 * Left as it stands: feet and inches, minutes and seconds, which follow a figure, and likelier with another figure or `by`
 * close by; and a mark that is itself spoken of, as in `the sign "'"`.
 */
function measure({ before, after, fromBefore, fromAfter, double }: Mark): number {
  if (before.side === 'digit' && !before.gap) {
    if (after.side === 'digit') return 4
    return /^[x×b°]$/u.test(after.sign) && after.gap ? 8 : 25
  }
  const apart = before.gap && before.side !== 'edge' && (after.gap || after.side === 'stop')
  if (apart && fromBefore + fromAfter > 0) return 10
  return before.gap && after.gap ? 25 : double ? 85 : 90
}

function ellipsis({ sign }: Neighbour): boolean {
  return sign === '…' || sign === '.'
}
