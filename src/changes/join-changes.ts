// An alignment in; the same one out, in which a word that two large changes happen to have in common no longer stands between
// them: `the`, in a sentence that was written anew. Small changes stand apart, however near, as an editor made them.
import { alignShort } from './align-short.ts'
import type { Aligned } from './align.ts'
import type { Change } from './changes-in.ts'
import { changesIn } from './changes-in.ts'
import { beginsBlock } from './streams.ts'
import type { Token } from './streams.ts'

/** So many unchanged words always keep two changes apart. */
const APART = 3
/** Fewer do where the changes have no more than so many words for each of them. */
const PER_WORD = 4
/** Longest change in which single words that were left are looked for: words. */
const SMALL = 8

/** Join the changes that are one. */
export function joinChanges(aligned: Aligned, old: readonly Token[]): void {
  const { match } = aligned
  for (const change of changesIn(match, aligned.new.length)) divideSmall(aligned, change)
  const changes = changesIn(match, aligned.new.length)
  let last = changes[0]
  for (const change of changes.slice(1)) {
    if (last && between(old, last, change) < APART && isOne(old, last, change)) {
      match.fill(-1, last.old[1], change.old[0])
      last = { old: [last.old[0], change.old[1]], new: [last.new[0], change.new[1]] }
    } else last = change
  }
}

function isOne(old: readonly Token[], one: Change, other: Change): boolean {
  const apart = between(old, one, other)
  return sizeOf(one) + sizeOf(other) >= PER_WORD * apart
}

/** Unchanged words between two changes; the beginning of a block is as good as two. */
function between(old: readonly Token[], one: Change, other: Change): number {
  const tokens = old.slice(one.old[1], other.old[0])
  return tokens.reduce((sum, d) => sum + (beginsBlock(d) ? 2 : 1), 0)
}

function sizeOf({ old, new: now }: Change): number {
  return Math.max(old[1] - old[0], now[1] - now[0])
}

/** Two words replaced with one between them are two changes. */
function divideSmall(aligned: Aligned, { old, new: now }: Change): void {
  const lengths = [old[1] - old[0], now[1] - now[0]]
  if (Math.min(...lengths) < 2 || Math.max(...lengths) > SMALL) return
  alignShort(aligned, { old, new: now }, 0)
}
