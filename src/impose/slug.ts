// The line beside the pages that says what this sheet is: title, build, sheet, side, and how to turn it. It stands below the
// pages where there is room, or else beside them, upwards; where there is none it is left out.
import type { Job } from './job.ts'
import { gapOf, POINTS_PER_MM, trimmed } from './marks/frame.ts'
import type { Frame } from './marks/frame.ts'
import type { Printed } from './passes.ts'
import type { SmallType } from '../pdf/small-type.ts'

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

/** What the line says: the title, which is cut where it must be; the build, as on every side; and what this side is. */
export type SlugText = readonly [title: string, build: string, own: string]

export function slugText(slug: Slug, { sheet, side }: Printed, frame: Frame, job: Job): SlugText {
  const { nesting, plan } = frame
  const hasBacks = job.layout !== 'zine8'
  const parts = [
    `sheet ${sheet} of ${slug.sheets}`,
    frame.isSewn && nesting && `signature ${nesting.signature}`,
    side,
    hasBacks &&
      job.oneSided &&
      `pass ${side === 'front' ? 1 : 2} of 2, ${side === 'front' ? 'first' : 'last'} sheet first`,
    hasBacks ? `${job.oneSided ? 'turn' : 'flip'} on ${plan.flip} edge` : 'one side only'
  ]
  return [slug.title, `build ${slug.build}`, parts.filter(Boolean).join(' · ')]
}

/**
 * The operators of the line: those of its beginning, which are the same on every side, and those of its end; undefined
 * where there is no room.
 */
export function drawSlug(
  slug: Slug,
  text: SlugText,
  frame: Frame
): readonly [shared: string, own: string] | undefined {
  const { plan } = frame
  const { bottom, left, right, top } = trimmed(frame)
  const isCut = plan.layout === 'nup'
  const gap = gapOf(frame) + (isCut ? BELOW_MARKS : 0)
  const middle = (low: number, high: number) => (isCut ? high : (low + high) / 2)
  const fitted = (length: number) => fit(slug.type, text, length - 2 * ENDS)
  const below = bottom >= gap + HIGH + DEEP ? fitted(middle(left, right) - left) : undefined
  if (below) return show(slug.type, below, left + ENDS, bottom - gap - HIGH)
  const beside = left >= gap + HIGH + DEEP ? fitted(middle(bottom, top) - bottom) : undefined
  if (!beside) return undefined
  // A quarter turn, so that the line is read from below.
  const turn = `q 0 1 -1 0 ${left - gap - DEEP} ${bottom + ENDS} cm`
  const [shared, own] = show(slug.type, beside, 0, 0)
  return [`${turn} ${shared}Q\n`, `${turn} ${own}Q\n`]
}

function show(
  type: SmallType,
  [shared, own]: readonly [string, string],
  x: number,
  y: number
): readonly [shared: string, own: string] {
  const next = x + type.widthOf(shared, SIZE)
  return [`0 g ${type.show(shared, x, y, SIZE)}`, `0 g ${type.show(own, next, y, SIZE)}`]
}

/** The beginning and the end of a line, its title cut where it must be; undefined where even the rest is too long. */
function fit(
  type: SmallType,
  [title, build, own]: SlugText,
  length: number
): readonly [shared: string, own: string] | undefined {
  const rest = `${build} · `
  if (type.widthOf(`${rest}${own}`, SIZE) > length) return undefined
  for (let letters = [...title]; letters.length > 0; letters = letters.slice(0, -1)) {
    const whole = letters.length === [...title].length
    const head = `${letters.join('').trimEnd()}${whole ? '' : '…'} · ${rest}`
    if (type.widthOf(`${head}${own}`, SIZE) <= length) return [head, own]
  }
  return [rest, own]
}
