// A part of a paragraph, such as a page has of one, as a paragraph's points of its own. Where it begins and ends is said in
// letters: spaces, soft hyphens and places to break do not count, since they come and go with the ends of lines.
import type { Run } from '../composition.ts'
import type { BreakPoints } from './break-points.ts'
import type { Letters } from './letters.ts'

const NO_LETTER = /[\s\u00AD\u200B]/gu
const BLANK = /\s/u

/** Letters of a text. */
export function countLetters(text: string): number {
  return text.replace(NO_LETTER, '').length
}

/** Letters of some runs. */
export function lettersOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + countLetters(text), 0)
}

/** The points before which there are so many letters of the paragraph; undefined where a line cannot end there. */
export function pointsAt(
  { text }: Letters,
  { count, next }: BreakPoints,
  wanted: readonly number[]
): number[] | undefined {
  const before = new Int32Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1)
    before[at + 1] = (before[at] ?? 0) + (BLANK.test(text[at] ?? '') ? 0 : 1)
  const points = new Map<number, number>()
  for (let i = count - 1; i >= 0; i -= 1) points.set(before[next[i] ?? 0] ?? 0, i)
  points.set(before[text.length] ?? 0, count - 1)
  const found = wanted.map((d) => points.get(d))
  return found.every((d) => d !== undefined) ? found : undefined
}

/** The points from one to another, as if there were no others. */
export function pointsBetween(points: BreakPoints, from: number, to: number): BreakPoints {
  const end = to + 1
  return {
    count: end - from,
    kind: points.kind.slice(from, end),
    end: points.end.slice(from, end),
    next: points.next.slice(from, end),
    capital: points.capital.slice(from, end),
    forced: points.forced.slice(from, end),
    xEnd: points.xEnd.slice(from, end),
    xNext: points.xNext.slice(from, end),
    spacesEnd: points.spacesEnd.slice(from, end),
    spacesNext: points.spacesNext.slice(from, end),
    gapsEnd: points.gapsEnd.slice(from, end),
    gapsNext: points.gapsNext.slice(from, end),
    hangEnd: points.hangEnd.slice(from, end),
    hangNext: points.hangNext.slice(from, end),
    lowest: points.lowest.slice(from, end).map((d) => Math.max(0, d - from))
  }
}
