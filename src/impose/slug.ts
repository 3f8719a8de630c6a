// The line beside the pages that says what this sheet is: title, build, sheet, side, and how to turn it. It stands below the
// pages where there is room, or else beside them, upwards; where there is none it is left out.
import type { Job } from './job.ts'
import { gapOf, POINTS_PER_MM, trimmed } from './marks/frame.ts'
import type { Frame } from './marks/frame.ts'
import type { Printed } from './passes.ts'
import type { SmallType } from './small-type.ts'

/** What the slug lines of a job have in common. */
export interface Slug {
  /** Title of the edition. */
  title: string
  /** First digits of the hash of what was imposed. */
  build: string
  /** Number of sheets. */
  sheets: number
  type: SmallType
}

const SIZE = 6
/** From the baseline down to the lowest letters, and up to the highest, in points. */
const [DEEP, HIGH] = [1.5, 4.5]
/** Free at both ends, for the marks that stand there. */
const ENDS = 3 * POINTS_PER_MM
/** Marks may stand between the pages and a line that runs below all of them. */
const BELOW_MARKS = 6 * POINTS_PER_MM

/** What the line says; the title comes last to be cut, and is cut first. */
export function slugText(
  slug: Slug,
  { sheet, side }: Printed,
  frame: Frame,
  job: Job
): readonly [title: string, rest: string] {
  const { nesting, plan } = frame
  const hasBacks = job.layout !== 'zine8'
  const parts = [
    `build ${slug.build}`,
    `sheet ${sheet} of ${slug.sheets}`,
    frame.isSewn && nesting && `signature ${nesting.signature}`,
    side,
    hasBacks &&
      job.oneSided &&
      `pass ${side === 'front' ? 1 : 2} of 2, ${side === 'front' ? 'first' : 'last'} sheet first`,
    hasBacks ? `${job.oneSided ? 'turn' : 'flip'} on ${plan.flip} edge` : 'one side only'
  ]
  return [slug.title, parts.filter(Boolean).join(' · ')]
}

/** The operators of the line; '' where there is no room. */
export function drawSlug(
  slug: Slug,
  [title, rest]: readonly [string, string],
  frame: Frame
): string {
  const { plan } = frame
  const { bottom, left, right, top } = trimmed(frame)
  const isCut = plan.layout === 'nup'
  const gap = gapOf(frame) + (isCut ? BELOW_MARKS : 0)
  const middle = (low: number, high: number) => (isCut ? high : (low + high) / 2)
  const fitted = (length: number) => fit(slug.type, title, rest, length - 2 * ENDS)
  const below = bottom >= gap + HIGH + DEEP ? fitted(middle(left, right) - left) : undefined
  if (below !== undefined)
    return `0 g ${slug.type.show(below, left + ENDS, bottom - gap - HIGH, SIZE)}`
  const beside = left >= gap + HIGH + DEEP ? fitted(middle(bottom, top) - bottom) : undefined
  if (beside === undefined) return ''
  // A quarter turn, so that the line is read from below.
  return `q 0 1 -1 0 ${left - gap - DEEP} ${bottom + ENDS} cm 0 g ${slug.type.show(beside, 0, 0, SIZE)}Q\n`
}

/** The line, its title cut where it must be; undefined where even the rest is too long. */
function fit(type: SmallType, title: string, rest: string, length: number): string | undefined {
  if (type.widthOf(rest, SIZE) > length) return undefined
  for (let letters = [...title]; letters.length > 0; letters = letters.slice(0, -1)) {
    const whole = letters.length === [...title].length
    const text = `${letters.join('').trimEnd()}${whole ? '' : '…'} · ${rest}`
    if (type.widthOf(text, SIZE) <= length) return text
  }
  return rest
}
