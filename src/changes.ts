// What an editor did: two manuscripts in, the edits that lead from one to the other out, in the order of the new one.
import type { VFile } from 'vfile'
import { compareStreams } from './changes/compare-streams.ts'
import type { ComparedFlow } from './changes/compare-streams.ts'
import { draftOf, draftOfMove, neighboursIn } from './changes/drafts.ts'
import { counterpartIn } from './changes/counterpart.ts'
import { dressOf } from './changes/dress.ts'
import { finishEdits } from './changes/finish-edits.ts'
import { findMoves } from './changes/find-moves.ts'
import { flowsOf } from './changes/flows.ts'
import type { Flows } from './changes/flows.ts'
import { noteWords } from './changes/note-words.ts'
import { pairNotes } from './changes/pair-notes.ts'
import type { NotePair } from './changes/pair-notes.ts'
import { restyled } from './changes/restyled.ts'
import { settingChanges } from './changes/settings.ts'
import { callKey, streamOf } from './changes/streams.ts'
import { thingChanges } from './changes/things.ts'
import { parseManuscript } from './manuscript.ts'
import { wordsOf } from './manuscript/words.ts'
import type { TextWord } from './manuscript/words.ts'

export { editsInWords } from './changes/edits-in-words.ts'

/** One edit. */
export interface Edit {
  /** From 1. */
  number: number
  /**
   * `added`, `deleted` or `replaced` words; words `moved` to another place as they are; `restyled` where the words stay and
   * emphasis, a link or the kind of block changes, where a paragraph is divided or joined; a `setting` of the front matter,
   * or a picture, that is no word.
   */
  kind: 'added' | 'deleted' | 'replaced' | 'moved' | 'restyled' | 'setting'
  /** In the old manuscript; none where words were added. */
  old: readonly TextWord[]
  /** In the new one; none where words were deleted. */
  new: readonly TextWord[]
  /** As a person reads them: the old words and the new, note calls as `[^label]`; of a setting, its key and value. */
  oldText: string
  newText: string
  /** Where it is in each manuscript, line and column from 1: the first word, or the one before which words are missing. */
  oldAt: Spot
  newAt: Spot
  /** The words between which it lies in each manuscript, where there are any: a deletion is marked between those of the new. */
  before?: { old?: TextWord; new?: TextWord }
  after?: { old?: TextWord; new?: TextWord }
}

/** A place in a manuscript, from 1. */
export interface Spot {
  line: number
  column: number
}

/**
 * The edits that lead from one manuscript to another, in the order of the new one. Two that have nothing between them are one;
 * three unchanged words keep two apart. Numbers of notes are no edit, nor is white space.
 *
 * @throws {VFileMessage} as parseManuscript
 */
export function editsBetween(old: VFile, now: VFile): readonly Edit[] {
  const trees = { old: parseManuscript(old), new: parseManuscript(now) }
  const words = { old: wordsOf(old), new: wordsOf(now) }
  const flows = { old: flowsOf(words.old), new: flowsOf(words.new) }
  const notes = { old: noteWords(flows.old), new: noteWords(flows.new) }
  const pairs = pairNotes(notes.old, notes.new)
  const found = compareFlows(flows, pairs)
  const compared = found.flatMap((d) => d.compared)
  const { changes, moved } = findMoves(compared)
  const neighbours = neighboursIn(words)
  const dresses = { old: dressOf(String(old), trees.old), new: dressOf(String(now), trees.new) }
  const drafts = [
    ...changes.map(draftOf),
    ...[...found.flatMap((d) => d.moved), ...moved].map((d) => draftOfMove(d, neighbours)),
    ...compared.flatMap((d) => restyled(d, dresses, neighbours))
  ]
  const asWords = new Set([...flows.old.front.keys(), ...flows.new.front.keys()])
  return finishEdits({
    texts: { old: String(old), new: String(now) },
    words,
    notes,
    pairs,
    drafts,
    dresses,
    counterpart: counterpartIn(compared),
    around: neighbours.around,
    settings: settingChanges(old, now, asWords),
    things: thingChanges(
      { tree: trees.old, drawn: old.data.drawn },
      { tree: trees.new, drawn: now.data.drawn }
    )
  })
}

type Sides<T> = Readonly<Record<'old' | 'new', T>>

/** The front matter key by key, the text, each note with what it was. */
function compareFlows({ old, new: now }: Sides<Flows>, pairs: readonly NotePair[]): ComparedFlow[] {
  const names = { old: new Map<string, string>(), new: new Map<string, string>() }
  for (const [index, pair] of pairs.entries()) {
    names.old.set(pair.old.label, callKey(String(index)))
    names.new.set(pair.new.label, callKey(String(index)))
  }
  const stream = (side: 'old' | 'new', words: readonly TextWord[] = []) =>
    streamOf(words, (label) => names[side].get(label) ?? callKey(`${side} ${label}`))
  const compare = (
    before: readonly TextWord[] | undefined,
    after: readonly TextWord[] | undefined
  ) => compareStreams({ old: stream('old', before), new: stream('new', after) })
  const keys = new Set([...now.front.keys(), ...old.front.keys()])
  return [
    ...[...keys].map((key) => compare(old.front.get(key), now.front.get(key))),
    compare(old.text, now.text),
    ...pairs.map((d) => compare(d.old.words, d.new.words))
  ]
}
