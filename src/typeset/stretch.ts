// A stretch of an edition that is made up into pages by itself: the title page, the imprint, the contents, a section of
// the text, the colophon.
import type { ElementContent } from 'hast'
import type { TextBlock } from './text-block.ts'

/** A note of the manuscript, before it is set. */
export interface Note {
  number: number
  line: number
  children: readonly ElementContent[]
}

/** Matter for pages of its own. */
export interface Stretch {
  /** Class of its pages: `title-page`, `imprint`, `contents`, `text`, `colophon`. */
  kind: string
  /** On which side its first page lies. */
  opens: 'recto' | 'page'
  blocks: readonly TextBlock[]
  /** What a recto of it has at its head, unless a heading of its own says otherwise. */
  head: string
}
