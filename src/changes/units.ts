// A stream in, stretches of it out that are likely to be moved or left as wholes: blocks, and sentences.
import { beginsBlock, endsSentence } from './streams.ts'
import type { Token } from './streams.ts'
import type { Range } from './take-out.ts'

/** A stretch of a stream that stands for itself. */
export interface Unit extends Range {
  /** Equal for equal words. */
  key: string
  /** How much it is to keep its place: more for what holds more words. */
  weight: number
}

/** Shorter ones are not said to have moved: words. */
export const LEAST_MOVED = 5

/** A heading stays, and what is moved over it has moved. */
const HEADING = 200

/** What has been found in its place as a block stays there, whatever its sentences say. */
const KEPT = 100_000

/** The blocks of a stretch of whole ones, each with the sign that begins it. */
export function blocksOf(tokens: readonly Token[], first: number, end: number): Unit[] {
  const units: Unit[] = []
  let from = first
  for (let to = first + 1; to <= end; to += 1) {
    if (to < end && !beginsBlock(tokens[to])) continue
    const weight = to - from + (isHeading(tokens[from]?.kind ?? '') ? HEADING : 0)
    units.push({ key: keyOf(tokens, from, to), from, to, weight })
    from = to
  }
  return units
}

/** Whether a block of this kind is a heading. */
function isHeading(kind: string): boolean {
  return /\bh[1-6]$/u.test(kind)
}

/** Whether a unit, out of its place, is told as moved. */
export function canMove({ weight }: Unit): boolean {
  return weight >= LEAST_MOVED
}

/** A stretch of whole blocks: those of `kept` as they are, all else as sentences. */
export function sentencesOf(tokens: readonly Token[], range: Range, kept: readonly Unit[]): Unit[] {
  const units: Unit[] = []
  let at = range.from
  for (const unit of kept) {
    units.push(...sentences(tokens, at, unit.from), { ...unit, weight: KEPT })
    at = unit.to
  }
  return [...units, ...sentences(tokens, at, range.to)]
}

function sentences(tokens: readonly Token[], from: number, to: number): Unit[] {
  const units: Unit[] = []
  let start = from
  const close = (end: number) => {
    if (end > start) {
      units.push({ key: keyOf(tokens, start, end), from: start, to: end, weight: end - start })
    }
    start = end
  }
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]
    if (beginsBlock(token)) {
      close(index)
      start = index + 1
    } else if (endsSentence(token) && tokens[index + 1]?.word?.call === undefined) close(index + 1)
    else if (token?.word?.call !== undefined && tokens[index + 1]?.word?.call === undefined)
      if (endsSentence(tokens[wordBefore(tokens, index)])) close(index + 1)
  }
  close(to)
  return units
}

/** Index of the nearest word before an index that is no call. */
function wordBefore(tokens: readonly Token[], index: number): number {
  let at = index - 1
  while (tokens[at]?.word?.call !== undefined) at -= 1
  return at
}

function keyOf(tokens: readonly Token[], from: number, to: number): string {
  const words: string[] = []
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]
    if (token?.word) words.push(token.key)
  }
  return words.join(' ')
}
