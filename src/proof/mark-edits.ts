// Edits in, out comes where to draw each on the new pages and on the old: its words, and a caret where words are missing.
import type { Edit } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { Box, PlacedWord } from '../places.ts'
import type { Mark } from '../proof.ts'
import type { Kept } from './pair-words.ts'

/** The marks of an edit. */
export interface Marked {
  new: readonly Mark[]
  old: readonly Mark[]
}

type Boxes = ReadonlyMap<TextWord, readonly Box[]>
type Side = 'old' | 'new'

/**
 * Sets the marks of edits.
 *
 * @param same numbers of the pages on which nothing changed
 */
export function openMarks(
  placed: Readonly<Record<Side, readonly PlacedWord[]>>,
  { toNew }: Kept,
  same: Readonly<Record<Side, ReadonlySet<number>>>
): (edit: Edit) => Marked {
  const boxes = {
    old: new Map(placed.old.map((d) => [d.word, d.boxes])),
    new: new Map(placed.new.map((d) => [d.word, d.boxes]))
  }
  const toOld = new Map([...toNew].map(([was, is]) => [is, was]))
  return (edit) => {
    const { kind, before, after } = edit
    const signs = SIGNS[kind]
    const marks = (side: Side, words: readonly TextWord[]) =>
      words.flatMap((d) => (boxes[side].get(d) ?? []).map((box) => ({ sign: signs[side], box })))
    const found = { old: marks('old', edit.old), new: marks('new', edit.new) }
    const caret = (side: Side, from: TextWord | undefined, to: TextWord | undefined) =>
      caretBetween(boxes[side], from, to, {
        begins: beginsBlock(edit, side === 'old' ? 'new' : 'old'),
        same: same[side]
      })
    if (kind === 'moved')
      return {
        old: [...found.old, ...caret('old', by(toOld, before?.new), by(toOld, after?.new))],
        new: [...found.new, ...caret('new', by(toNew, before?.old), by(toNew, after?.old))]
      }
    return {
      old: found.old.length > 0 ? found.old : caret('old', before?.old, after?.old),
      new: found.new.length > 0 ? found.new : caret('new', before?.new, after?.new)
    }
  }
}

/** Whether the words of one side stand at the beginning of a paragraph. */
function beginsBlock({ old, new: now, before }: Edit, side: Side): boolean {
  const first = (side === 'old' ? old : now)[0]
  return first !== undefined && before?.[side]?.block !== first.block
}

const SIGNS: Readonly<Record<Edit['kind'], Record<Side, Mark['sign']>>> = {
  added: { old: 'caret', new: 'added' },
  deleted: { old: 'deleted', new: 'caret' },
  replaced: { old: 'deleted', new: 'added' },
  moved: { old: 'moved', new: 'moved' },
  restyled: { old: 'restyled', new: 'restyled' },
  setting: { old: 'restyled', new: 'restyled' }
}

function by(
  pairs: ReadonlyMap<TextWord, TextWord>,
  word: TextWord | undefined
): TextWord | undefined {
  return word && pairs.get(word)
}

/**
 * A caret between two words: in the middle of their space, else at the one in whose paragraph the missing words were, or on whose
 * page anything changed.
 */
function caretBetween(
  boxes: Boxes,
  before: TextWord | undefined,
  after: TextWord | undefined,
  { begins, same }: { begins: boolean; same: ReadonlySet<number> }
): Mark[] {
  const last = before && boxes.get(before)?.at(-1)
  const next = after && boxes.get(after)?.[0]
  if (!last || !next)
    return [...(last ? [behind(last)] : []), ...(next ? [caretAt(next, next.left)] : [])]
  if (last.page === next.page && last.top === next.top && last.left < next.left)
    return [caretAt(last, (last.left + last.width + next.left) / 2)]
  const onNext = last.page === next.page ? begins : same.has(last.page) && !same.has(next.page)
  return [onNext ? caretAt(next, next.left) : behind(last)]
}

function behind(box: Box): Mark {
  return caretAt(box, box.left + box.width)
}

function caretAt({ page, top, height }: Box, left: number): Mark {
  return { sign: 'caret', box: { page, left, top, width: 0, height } }
}
