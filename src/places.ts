// Where the words of a manuscript stand on its pages: a typeset manuscript in, a box for each word out, by the arithmetic
// that set the lines. All lengths are tenths of a point, from the top left corner of the trimmed page.
import type { TextWord } from './manuscript/words.ts'

/** Where a word stands, or the part of one that a line holds. */
export interface Box {
  /** Number of the page. */
  page: number
  left: number
  /** From the ascender's height to the descender's depth of its face, whatever the leading. */
  top: number
  width: number
  height: number
}

/** A word on the pages. */
export interface PlacedWord {
  word: TextWord
  /** Two where the end of a line divides it; the title stands on the title page and in running heads: the first counts. */
  boxes: readonly Box[]
}
