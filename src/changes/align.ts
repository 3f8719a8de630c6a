// Two stretches of keys in, which of them are the same out. Common ends are taken off, what is left is aligned by
// arithmetic where it is short, and divided at runs of words that each has once where it is long: a book that was written
// anew has none, and is told as one change.
import { alignShort } from './align-short.ts'
import { heaviestIncrease } from './heaviest-increase.ts'

/** A part of both streams. */
export interface Stretch {
  old: readonly [number, number]
  new: readonly [number, number]
}

/** Two streams, by numbers that are equal for equal keys, and for each old token the new one, or -1. */
export interface Aligned {
  old: Int32Array
  new: Int32Array
  match: Int32Array
}

/** Longer stretches are divided: old tokens times new ones. */
const MOST_CELLS = 1_500_000
/** Lengths of the runs at which they are. */
const RUNS = [8, 5, 3, 2, 1]

/** Align a stretch of two streams; `match` of `aligned` is written. */
export function align(aligned: Aligned, { old: [a, b], new: [c, d] }: Stretch, run = 0): void {
  let [from, to, start, end] = [a, b, c, d]
  const { old, new: now, match } = aligned
  while (from < to && start < end && old[from] === now[start]) match[from++] = start++
  while (from < to && start < end && old[to - 1] === now[end - 1]) match[--to] = --end
  if (from === to || start === end) return
  const stretch: Stretch = { old: [from, to], new: [start, end] }
  if ((to - from) * (end - start) <= MOST_CELLS) alignShort(aligned, stretch)
  else divide(aligned, stretch, run)
}

function divide(aligned: Aligned, stretch: Stretch, run: number): void {
  const length = RUNS[run]
  if (length === undefined) return
  const anchors = commonRuns(aligned, stretch, length)
  let [from, start] = [stretch.old[0], stretch.new[0]]
  for (const [a, b] of anchors) {
    if (a < from || b < start) continue
    align(aligned, { old: [from, a], new: [start, b] }, run + 1)
    for (let step = 0; step < length; step += 1) aligned.match[a + step] = b + step
    from = a + length
    start = b + length
  }
  align(aligned, { old: [from, stretch.old[1]], new: [start, stretch.new[1]] }, run + 1)
}

/** Where the runs of a length begin that both sides have once, in an order that both have. */
function commonRuns(
  { old, new: now }: Aligned,
  stretch: Stretch,
  length: number
): [number, number][] {
  const before = runsOnce(old, stretch.old, length)
  const after = runsOnce(now, stretch.new, length)
  const pairs: [number, number][] = []
  for (const [key, from] of before) {
    const start = after.get(key)
    if (from >= 0 && start !== undefined && start >= 0) pairs.push([from, start])
  }
  pairs.sort((a, b) => a[0] - b[0])
  const items = pairs.map(([, value]) => ({ value: value - stretch.new[0], weight: 1 }))
  return heaviestIncrease(items).flatMap((index) => {
    const pair = pairs[index]
    return pair ? [pair] : []
  })
}

function runsOnce(
  keys: Int32Array,
  [from, to]: readonly [number, number],
  length: number
): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = from; at + length <= to; at += 1) {
    const key = keys.subarray(at, at + length).join()
    runs.set(key, runs.has(key) ? -1 : at)
  }
  return runs
}
