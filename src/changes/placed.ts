// Where an edit lies in both manuscripts: its words, or those around it, in; spots and the order of edits out.
import type { Edit, Spot } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { Counterpart } from './counterpart.ts'
import type { DraftSide, Neighbours } from './drafts.ts'
import type { Dresses } from './restyled.ts'
import type { SettingChange } from './settings.ts'
import { wordsIn } from './streams.ts'
import type { ThingChange } from './things.ts'
import type { Drafted } from './with-notes.ts'

type Sides<T> = Readonly<Record<'old' | 'new', T>>

/** All that was found. */
export interface Found extends Drafted {
  texts: Sides<string>
  words: Sides<readonly TextWord[]>
  dresses: Dresses
  counterpart: Counterpart
  around: Neighbours['around']
  settings: readonly SettingChange[]
  things: readonly ThingChange[]
}

/** An edit, and where it goes in the order. */
export interface Placed {
  edit: Omit<Edit, 'number'>
  order: readonly [number, number]
}

export function pairOf(old: TextWord | undefined, now: TextWord | undefined): Edit['before'] {
  return old || now ? { ...(old && { old }), ...(now && { new: now }) } : undefined
}

/** The first word, or that before which words are missing, or behind the last. */
export function spotOf(side: DraftSide, text: string): Spot {
  const word = wordsIn(side.tokens)[0] ?? side.after
  if (word) return { line: word.line, column: word.column }
  return side.before ? endOf(side.before, text) : { line: 1, column: 1 }
}

function endOf({ from, to, line, column }: TextWord, text: string): Spot {
  const rows = text.slice(from, to).split('\n')
  const last = rows.at(-1) ?? ''
  return { line: line + rows.length - 1, column: (rows.length === 1 ? column : 1) + last.length }
}

export function orderOf(side: DraftSide): number {
  return wordsIn(side.tokens)[0]?.from ?? side.after?.from ?? side.before?.to ?? 0
}
