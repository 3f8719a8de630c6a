// Compared streams in, out comes how to find a word of one manuscript in the other.
import type { TextWord } from '../manuscript/words.ts'
import type { Compared } from './align-streams.ts'

/** The same word in the other manuscript; `side` is its own. */
export type Counterpart = (side: 'old' | 'new', word: TextWord) => TextWord | undefined

/** Finds words that both manuscripts have; looks at all of them when it is first asked. */
export function counterpartIn(all: readonly Compared[]): Counterpart {
  let pairs: Record<'old' | 'new', Map<TextWord, TextWord>> | undefined
  return (side, word) => (pairs ??= pairsIn(all))[side].get(word)
}

function pairsIn(all: readonly Compared[]): Record<'old' | 'new', Map<TextWord, TextWord>> {
  const pairs = { old: new Map<TextWord, TextWord>(), new: new Map<TextWord, TextWord>() }
  for (const { old, new: now, match } of all)
    for (const [index, to] of match.entries()) {
      const [was, is] = [old[index]?.word, now[to]?.word]
      if (!was || !is) continue
      pairs.old.set(was, is)
      pairs.new.set(is, was)
    }
  return pairs
}
