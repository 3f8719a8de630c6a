// Settings and things that changed in, edits with their places out: they have no words, so they lie between those around them.
import type { Spot } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { DraftSide } from './drafts.ts'
import { orderOf, pairOf, spotOf } from './placed.ts'
import type { Found, Placed } from './placed.ts'
import type { SettingChange } from './settings.ts'
import type { Thing, ThingChange } from './things.ts'

/** A setting of the front matter. */
export function placeSetting(setting: SettingChange, { texts }: Found): Placed {
  const order = (text: string, { line }: Spot) => text.split('\n', line - 1).join('\n').length
  return {
    edit: { kind: 'setting', old: [], new: [], ...setting },
    order: [order(texts.new, setting.newAt), order(texts.old, setting.oldAt)]
  }
}

/** A picture, or a break between paragraphs. */
export function placeThing({ old, new: now }: ThingChange, found: Found): Placed {
  const sides = { old: thingSide('old', old, found), new: thingSide('new', now, found) }
  const other = (side: 'old' | 'new', word: TextWord | undefined) =>
    word && found.counterpart(side, word)
  if (!old)
    sides.old = {
      tokens: [],
      before: other('new', sides.new.before),
      after: other('new', sides.new.after)
    }
  if (!now)
    sides.new = {
      tokens: [],
      before: other('old', sides.old.before),
      after: other('old', sides.old.after)
    }
  const before = pairOf(sides.old.before, sides.new.before)
  const after = pairOf(sides.old.after, sides.new.after)
  return {
    edit: {
      kind: 'setting',
      old: [],
      new: [],
      oldText: old?.text ?? '',
      newText: now?.text ?? '',
      oldAt: old ? spot(old) : spotOf(sides.old, found.texts.old),
      newAt: now ? spot(now) : spotOf(sides.new, found.texts.new),
      ...(before && { before }),
      ...(after && { after })
    },
    order: [now?.from ?? orderOf(sides.new), old?.from ?? orderOf(sides.old)]
  }
}

/** The words around a thing, of the text or of the note in which it stands. */
function thingSide(side: 'old' | 'new', thing: Thing | undefined, { words }: Found): DraftSide {
  const index = thing ? words[side].findIndex((d) => d.flow !== 'front' && d.from > thing.from) : -1
  const [before, after] = [words[side][index - 1], words[side][index]]
  return index < 0
    ? { tokens: [], before: thing && lastText(words[side]) }
    : { tokens: [], before, after }
}

function lastText(words: readonly TextWord[]): TextWord | undefined {
  return words.findLast((d) => d.flow === 'text')
}

function spot({ line, column }: Spot): Spot {
  return { line, column }
}
