// Blocks of two manuscripts in, pairs out that are alike and not the same: a paragraph that was moved and edited too is
// moved, not deleted and added.
import type { MatchedUnits, UnitPair } from './match-units.ts'
import { wordsIn } from './streams.ts'
import type { Token } from './streams.ts'
import type { Streams } from './take-out.ts'
import type { Unit } from './units.ts'

/** Words that two blocks must share to be alike, of those that both have: a part. */
const SHARED = 0.6
/** Shorter blocks are never alike: words. */
const SHORTEST = 8
/** Length of the runs of words by which they are found. */
const RUN = 3

/** The pairs that are alike among those that are not the same. */
export function likeBlocks(
  streams: Streams,
  blocks: Readonly<Record<'old' | 'new', readonly Unit[]>>,
  equal: MatchedUnits
): UnitPair[] {
  const pairs = [...equal.kept, ...equal.moved]
  const before = restOf(streams.old, blocks.old, new Set(pairs.map((d) => d.old)))
  const after = restOf(streams.new, blocks.new, new Set(pairs.map((d) => d.new)))
  const byRun = new Map<string, Candidate | undefined>()
  for (const block of before)
    for (const run of block.runs) byRun.set(run, byRun.has(run) ? undefined : block)
  const taken = new Set<Candidate>()
  return after.flatMap((block) => {
    const was = mostVoted(block, byRun)
    if (!was || taken.has(was) || shared(was, block) < SHARED) return []
    taken.add(was)
    return [{ old: was.unit, new: block.unit }]
  })
}

interface Candidate {
  unit: Unit
  words: readonly string[]
  runs: ReadonlySet<string>
}

function restOf(
  tokens: readonly Token[],
  blocks: readonly Unit[],
  paired: ReadonlySet<Unit>
): Candidate[] {
  return blocks.flatMap((unit) => {
    if (paired.has(unit)) return []
    const words = wordsIn(tokens.slice(unit.from, unit.to)).map((d) => d.text)
    if (words.length < SHORTEST) return []
    const runs = words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '))
    return [{ unit, words, runs: new Set(runs) }]
  })
}

function mostVoted(
  block: Candidate,
  byRun: ReadonlyMap<string, Candidate | undefined>
): Candidate | undefined {
  const votes = new Map<Candidate, number>()
  for (const run of block.runs) {
    const was = byRun.get(run)
    if (was) votes.set(was, (votes.get(was) ?? 0) + 1)
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** Part of the words that two blocks have in common, however often each has one. */
function shared(one: Candidate, other: Candidate): number {
  return sharedWords(one.words, other.words)
}

/** Part of the words that two lists have in common, 0 to 1 (Dice 1945). */
export function sharedWords(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  return one.length + other.length === 0 ? 1 : (2 * common) / (one.length + other.length)
}
