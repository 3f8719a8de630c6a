// Two streams in, and what is already known to be the same in both; out comes all that is the same, and the changes between.
import { align } from './align.ts'
import { changesIn } from './changes-in.ts'
import type { Change } from './changes-in.ts'
import { joinChanges } from './join-changes.ts'
import { settleChanges } from './settle-changes.ts'
import type { Token } from './streams.ts'
import type { Range, Streams } from './take-out.ts'

/** Two streams from which what was moved is taken out, side by side. */
export interface Compared extends Streams {
  /** For each old token the new one that is the same, or -1; in order. */
  match: Int32Array
  /** All that is not the same, in order. */
  changes: readonly Change[]
}

/** How many tokens are the same at both ends. */
export interface Ends {
  head: number
  foot: number
}

/** Streams whose keys are the same throughout. */
export function sameStreams({ old, new: now }: Streams): Compared {
  return { old, new: now, match: Int32Array.from(old.keys()), changes: [] }
}

/** Align two streams; `anchors` are stretches that are the same, between the ends. */
export function alignStreams(
  { old, new: now }: Streams,
  anchors: readonly { old: Range; new: Range }[] = [],
  { head, foot }: Ends = { head: 0, foot: 0 }
): Compared {
  const numbers = new Map<string, number>()
  const aligned = {
    old: numbered(old, head, old.length - foot, numbers),
    new: numbered(now, head, now.length - foot, numbers),
    match: new Int32Array(old.length).fill(-1)
  }
  const { match } = aligned
  for (let at = 0; at < head; at += 1) match[at] = at
  for (let at = 1; at <= foot; at += 1) match[old.length - at] = now.length - at
  let [from, start] = [head, head]
  for (const d of anchors) {
    align(aligned, { old: [from, d.old.from], new: [start, d.new.from] })
    align(aligned, { old: [d.old.from, d.old.to], new: [d.new.from, d.new.to] })
    from = d.old.to
    start = d.new.to
  }
  align(aligned, { old: [from, old.length - foot], new: [start, now.length - foot] })
  joinChanges(aligned, old)
  settleChanges(match, old, now)
  return { old, new: now, match, changes: changesIn(match, now.length) }
}

/** The same number for the same key, in a stretch; 0 outside it. */
function numbered(
  tokens: readonly Token[],
  from: number,
  to: number,
  numbers: Map<string, number>
): Int32Array {
  const found = new Int32Array(tokens.length)
  for (let at = from; at < to; at += 1) {
    const key = tokens[at]?.key ?? ''
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    found[at] = known
  }
  return found
}
