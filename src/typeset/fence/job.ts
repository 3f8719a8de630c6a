// What all pages between fences have in common: the approved text and the corrected one, and how it is set.
import type { Frame } from '../block.ts'
import type { Setter, TextBlock } from '../text-block.ts'
import type { Choice } from './choices.ts'
import type { Rows } from './copy.ts'
import type { FencedPage } from './fenced-pages.ts'

/** What the pages of a stretch are made of. */
export interface Job {
  pages: readonly FencedPage[]
  text: Rows
  notes: Rows
  /** The blocks of the new text. */
  blocks: readonly TextBlock[]
  setter: Setter
  /** Manuscript lines of the notes. */
  noteLines: readonly number[]
  /** The room of a page. */
  frame: Frame
  /** Ways to set its parts that were found, by what was asked for. */
  known: Map<string, readonly Choice[]>
}
