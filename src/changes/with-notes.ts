// Drafts of edits in, the same out with the words of the notes that came, went or moved with their calls; notes that no call
// brings are edits of their own.
import type { Draft, DraftSide } from './drafts.ts'
import type { NotePair, NoteWords } from './pair-notes.ts'
import { say } from './say.ts'
import { streamOf } from './streams.ts'
import type { Token } from './streams.ts'

type Sides<T> = Readonly<Record<'old' | 'new', T>>

/** Drafts, and all that is known of notes. */
export interface Drafted {
  notes: Sides<readonly NoteWords[]>
  pairs: readonly NotePair[]
  drafts: readonly Draft[]
}

/** A note that came or went belongs to its call; one that no call brings is an edit of its own. */
export function withNotes({ notes, pairs, drafts }: Drafted): Draft[] {
  const left = {
    old: new Map(notes.old.map((d) => [d.label, d])),
    new: new Map(notes.new.map((d) => [d.label, d]))
  }
  for (const pair of pairs) {
    left.old.delete(pair.old.label)
    left.new.delete(pair.new.label)
  }
  const take = (side: 'old' | 'new', tokens: readonly Token[]): readonly Token[] =>
    tokens.flatMap(({ word }) => {
      const note = left[side].get(word?.call ?? '')
      if (word?.call === undefined || !note) return []
      left[side].delete(word.call)
      const more = tokensOf(note)
      return [...more, ...take(side, more)]
    })
  const full = drafts.map((d) => {
    const more = movedNote(d, pairs) ?? {
      old: take('old', d.old.tokens),
      new: take('new', d.new.tokens)
    }
    return {
      ...d,
      old: { ...d.old, tokens: [...d.old.tokens, ...more.old] },
      new: { ...d.new, tokens: [...d.new.tokens, ...more.new] }
    }
  })
  const nothing: DraftSide = { tokens: [] }
  return [
    ...full,
    ...[...left.old.values()].map((d): Draft => ({
      kind: 'deleted',
      old: { tokens: tokensOf(d) },
      new: nothing
    })),
    ...[...left.new.values()].map((d): Draft => ({
      kind: 'added',
      old: nothing,
      new: { tokens: tokensOf(d) }
    }))
  ].filter((d) => d.old.tokens.length + d.new.tokens.length > 0)
}

/** A note that is called elsewhere goes there with all its words, if these are the same. */
function movedNote(
  { kind, old, new: now }: Draft,
  pairs: readonly NotePair[]
): Sides<readonly Token[]> | undefined {
  const [was, is] = [old.tokens[0]?.word?.call, now.tokens[0]?.word?.call]
  if (kind !== 'moved' || old.tokens.length > 1 || was === undefined) return undefined
  const pair = pairs.find((d) => d.old.label === was && d.new.label === is)
  if (!pair) return undefined
  const tokens = { old: tokensOf(pair.old), new: tokensOf(pair.new) }
  return say(tokens.old) === say(tokens.new) ? tokens : undefined
}

function tokensOf({ words }: NoteWords): readonly Token[] {
  return streamOf(words, (label) => label)
}
