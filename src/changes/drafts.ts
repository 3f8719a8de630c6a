// What was found of the changes in, edits out that have no number yet: their kind, their words on both sides, and the words
// between which they lie.
import type { TextWord } from '../manuscript/words.ts'
import type { Streams } from './take-out.ts'
import type { RestOfChange } from './find-moves.ts'
import { beginsBlock, wordsIn } from './streams.ts'
import type { Token } from './streams.ts'

/** An edit in the making. */
export interface Draft {
  kind: 'added' | 'deleted' | 'replaced' | 'moved' | 'restyled'
  old: DraftSide
  new: DraftSide
}

/** One side of it. */
export interface DraftSide {
  /** Words and the beginnings of blocks among them. */
  tokens: readonly Token[]
  /** The nearest words before and behind. */
  before?: TextWord | undefined
  after?: TextWord | undefined
}

/** The edit that a change is; a paragraph divided or joined where it has no word. */
export function draftOf(change: RestOfChange): Draft {
  const sides = { old: sideOf(change, 'old'), new: sideOf(change, 'new') }
  const [gone, come] = [wordsIn(change.old).length, wordsIn(change.new).length]
  if (gone === 0 && come === 0) return { kind: 'restyled', ...withNeighbours(sides) }
  const kind = gone === 0 ? 'added' : come === 0 ? 'deleted' : 'replaced'
  return { kind, ...sides }
}

/** The edit that a move is. */
export function draftOfMove({ old, new: now }: Streams, all: Neighbours): Draft {
  return { kind: 'moved', old: all.around('old', old), new: all.around('new', now) }
}

function sideOf({ compared, at, ...left }: RestOfChange, side: 'old' | 'new'): DraftSide {
  const [from, to] = at[side]
  const tokens = compared[side]
  return {
    tokens: left[side],
    before: tokens[nearest(tokens, from - 1, -1)]?.word,
    after: tokens[nearest(tokens, to, 1)]?.word
  }
}

/** Index of the nearest word, from an index on. */
function nearest(tokens: readonly Token[], from: number, step: number): number {
  let at = from
  while (beginsBlock(tokens[at])) at += step
  return at
}

/** A paragraph that was divided or joined is told by the words on both sides of the place. */
function withNeighbours({ old, new: now }: Record<'old' | 'new', DraftSide>) {
  const widen = (side: DraftSide): DraftSide => ({
    ...side,
    tokens: [...tokenOf(side.before), ...side.tokens, ...tokenOf(side.after)]
  })
  return { old: widen(old), new: widen(now) }
}

function tokenOf(word: TextWord | undefined): Token[] {
  return word ? [{ key: word.text, word, kind: word.kind }] : []
}

/** Finds the words around others. */
export interface Neighbours {
  around: (side: 'old' | 'new', tokens: readonly Token[]) => DraftSide
}

/** The words around others, in the flows of both manuscripts. */
export function neighboursIn(
  words: Readonly<Record<'old' | 'new', readonly TextWord[]>>
): Neighbours {
  return {
    around(side, tokens) {
      const found = wordsIn(tokens)
      const word = (of: TextWord | undefined, step: number) => {
        const near = of && words[side][words[side].indexOf(of) + step]
        return near && sameFlow(near, of) ? near : undefined
      }
      return { tokens, before: word(found[0], -1), after: word(found.at(-1), 1) }
    }
  }
}

function sameFlow({ flow: one }: TextWord, { flow: other }: TextWord): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return one.note === other.note
}
