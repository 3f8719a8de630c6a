// What an editor did: two manuscripts in, the edits that lead from one to the other out, in the order of the new one.
import type { TextWord } from './manuscript/words.ts'

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
