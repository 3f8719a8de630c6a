// What comes to the breaking of lines: the runs of a paragraph, and the room that they have.
import type { Run } from '../composition.ts'

/** A paragraph, heading, cell or line of verse before it is broken. Lengths are tenths of a point. */
export interface Paragraph {
  runs: readonly Run[]
  /** Width of its lines. */
  measure: number
  /** Indent of its first line; negative where the first line stands out. */
  indent: number
  align: 'justify' | 'left' | 'center' | 'right'
  /** Whether words may be broken with a hyphen. */
  hyphenate: boolean
  /** Whether settings one line shorter and one line longer are wanted too. */
  variants: boolean
  /** BCP 47, where it is not that of the book. */
  language?: string | undefined
  /** It belongs to a note: a word that is broken is worse there than a last line that is short. */
  inNote?: boolean
  /** Code: a line that is too long ends anywhere, and its spaces stay. */
  preformatted?: boolean
  /** The first lines are narrower by `width`, and begin so much further right: a drop cap stands there. */
  beside?: { lines: number; width: number }
  /** Distance of its baselines. */
  leading: number
}
