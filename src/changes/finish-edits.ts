// Drafts of edits in, edits out: with the words of the notes that came and went with their calls, with what a person reads,
// with their places, in order and numbered.
import type { Edit } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { Draft, DraftSide } from './drafts.ts'
import { placeSetting, placeThing } from './place-things.ts'
import { orderOf, pairOf, spotOf } from './placed.ts'
import type { Found, Placed } from './placed.ts'
import { say, sayDressed } from './say.ts'
import { wordsIn } from './streams.ts'
import { withNotes } from './with-notes.ts'

/** The edits, in the order of the new manuscript. */
export function finishEdits(found: Found): readonly Edit[] {
  const all = [
    ...withNotes(found).map((d) => placeDraft(d, found)),
    ...found.settings.map((d) => placeSetting(d, found)),
    ...found.things.map((d) => placeThing(d, found))
  ]
  return all
    .toSorted((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({ edit }, index) => ({ number: index + 1, ...edit }))
}

function placeDraft(draft: Draft, found: Found): Placed {
  const { kind } = draft
  const [old, now] = [placed(draft, 'old', found), placed(draft, 'new', found)]
  const before = pairOf(old.before, now.before)
  const after = pairOf(old.after, now.after)
  return {
    edit: {
      kind,
      old: wordsIn(old.tokens),
      new: wordsIn(now.tokens),
      oldText: textOf(draft, 'old', found),
      newText: textOf(draft, 'new', found),
      oldAt: spotOf(old, found.texts.old),
      newAt: spotOf(now, found.texts.new),
      ...(before && { before }),
      ...(after && { after })
    },
    order: [orderOf(now), orderOf(old)]
  }
}

/** A side that has nothing in its flow lies between the words that are around the other side. */
function placed(draft: Draft, side: 'old' | 'new', { around, counterpart }: Found): DraftSide {
  const own = draft[side]
  if (own.before ?? own.after) return own
  if (own.tokens.length > 0) return around(side, own.tokens)
  const other = side === 'old' ? 'new' : 'old'
  const { before, after } = around(other, draft[other].tokens)
  const here = (word: TextWord | undefined) => word && counterpart(other, word)
  return { ...own, before: here(before), after: here(after) }
}

/** As a person reads it; in the letters of the manuscript, where that would be the same on both sides. */
function textOf({ kind, ...sides }: Draft, side: 'old' | 'new', found: Found): string {
  if (kind !== 'restyled') return say(sides[side].tokens)
  const [was, is] = [sides.old.tokens[0], sides.new.tokens[0]]
  const link = (of: 'old' | 'new') => {
    const word = wordsIn(sides[of].tokens)[0]
    return word ? found.dresses[of](word).link : ''
  }
  const moved = link('old') !== link('new')
  const text = (of: 'old' | 'new') =>
    sayDressed(sides[of].tokens, was?.kind !== is?.kind, moved ? link(of) : '')
  if (text('old') !== text('new')) return text(side)
  const words = wordsIn(sides[side].tokens)
  return found.texts[side].slice(words[0]?.from, words.at(-1)?.to)
}
