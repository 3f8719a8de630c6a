// Two streams in, what they have in common and what became of the rest out: changes in their places, and what was moved. Blocks
// and sentences that both have once are looked for first, so that what was moved is told as moved, however much it has in common
// with its new neighbours.
import { alignStreams, sameStreams } from './align-streams.ts'
import type { Compared, Ends } from './align-streams.ts'
import { likeBlocks } from './like-blocks.ts'
import { matchUnits } from './match-units.ts'
import { beginsBlock } from './streams.ts'
import { takeOut } from './take-out.ts'
import type { Streams } from './take-out.ts'
import { blocksOf, sentencesOf } from './units.ts'

/** What became of a flow. */
export interface ComparedFlow {
  /** The flow first, then each stretch that was moved. */
  compared: readonly Compared[]
  moved: readonly Streams[]
}

/** Compare two streams. */
export function compareStreams(streams: Streams): ComparedFlow {
  const { old, new: now } = streams
  if (isSame(streams)) return { compared: [sameStreams(streams)], moved: [] }
  const ends = commonEnds(streams)
  const blocks = {
    old: blocksOf(old, ends.head, old.length - ends.foot),
    new: blocksOf(now, ends.head, now.length - ends.foot)
  }
  const equal = matchUnits(blocks.old, blocks.new)
  const like = likeBlocks(streams, blocks, equal)
  const { kept, moved } = matchUnits(blocks.old, blocks.new, like)
  const whole = takeOut(streams, moved)
  const inPlace = kept.filter((d) => d.old.key === d.new.key)
  const sentences = (side: 'old' | 'new') =>
    sentencesOf(
      whole.left[side],
      { from: ends.head, to: whole.left[side].length - ends.foot },
      inPlace.map((d) => ({ ...d[side], ...whole.shift(side, d[side]) }))
    )
  const found = matchUnits(sentences('old'), sentences('new'))
  const parts = takeOut(whole.left, found.moved)
  const anchors = found.kept.map((d) => ({
    old: parts.shift('old', d.old),
    new: parts.shift('new', d.new)
  }))
  const away = [...whole.moved, ...parts.moved]
  return {
    compared: [alignStreams(parts.left, anchors, ends), ...away.map((d) => alignStreams(d))],
    moved: away
  }
}

function isSame({ old, new: now }: Streams): boolean {
  return old.length === now.length && old.every((d, index) => d.key === now[index]?.key)
}

/** How many tokens of whole blocks are the same at both ends. */
function commonEnds({ old, new: now }: Streams): Ends {
  const most = Math.min(old.length, now.length)
  let [head, begun] = [0, 0]
  while (head < most && old[head]?.key === now[head]?.key) {
    if (beginsBlock(old[head])) begun = head
    head += 1
  }
  // Where one has ended, or both begin a block, the last block is whole.
  const isWhole = (at: number) =>
    (at === old.length || beginsBlock(old[at])) && (at === now.length || beginsBlock(now[at]))
  const safe = isWhole(head) ? head : begun
  let [foot, whole] = [0, 0]
  while (
    foot < most - safe &&
    old[old.length - 1 - foot]?.key === now[now.length - 1 - foot]?.key
  ) {
    foot += 1
    if (beginsBlock(old[old.length - foot])) whole = foot
  }
  return { head: safe, foot: whole }
}
