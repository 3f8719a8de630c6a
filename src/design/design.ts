// What a design decides: the page, and how each part of the text is set. A design is one sheet of custom properties in
// styles/designs/; `read-design.ts` reads it for the trim of an edition, with all lengths in tenths of a point.
import type { Cut, Family } from '../faces.ts'

/** The parts of a pamphlet that a design sets. `text` is the paragraph, and what it says holds for the others too. */
export const PARTS = [
  'text',
  'quote',
  'verse',
  'list',
  'note',
  'caption',
  'table',
  'code',
  'break',
  'h2',
  'h3',
  'h4',
  'h5',
  'title',
  'subtitle',
  'part',
  'author',
  'publisher',
  'imprint',
  'colophon',
  'contents-title',
  'contents',
  'contents-inner',
  'head',
  'folio'
] as const
export type PartName = (typeof PARTS)[number]

/** How one part is set. */
export interface Part {
  family: Family
  cut: Cut
  caps: 'none' | 'small'
  figures: 'old-style' | 'lining'
  size: number
  leading: number
  /** Letterspace. */
  tracking: number
  above: number
  below: number
  align: 'justify' | 'left' | 'center' | 'right'
  /** Indent of first lines. */
  indent: number
  /** Room left free at the left and at the right. */
  inset: readonly [left: number, right: number]
  hyphenate: boolean
  /** Thickness of a rule above it, in the middle of the space there; 0 for none. */
  rule: number
}

/** A design, read for one trim. */
export interface Design {
  name: string
  /** Page after trimming, and its bleed on each side. */
  width: number
  height: number
  bleed: number
  /** Left edge of the measure on a recto; a verso is its mirror image. */
  inner: number
  outer: number
  /** Top of the frame. */
  top: number
  /** Width of a column and height of the frame, which is a whole number of leadings. */
  measure: number
  depth: number
  columns: number
  /** Between two columns; 0 where there is but one. */
  gutter: number
  /** Thickness of the rule in the middle of the gutter; 0 for none. */
  columnRule: number
  /** Tops of the line boxes of running head and folio, from the top of the page; undefined: none is printed. */
  headTop?: number
  folioTop?: number
  /** Where they stand: in the middle, or at the outer edge. */
  headAlign: 'center' | 'outer'
  folioAlign: 'center' | 'outer'
  /** Whether each section opens on a recto, on a new page, or runs on. */
  sections: 'recto' | 'page' | 'run-on'
  /** Lines of the drop cap that opens a section; 0 for none. */
  dropCap: number
  /** Words, as a count, that follow in small capitals. */
  openingSmallCaps: number
  noteGap: number
  noteGapStretch: number
  noteSpace: number
  noteLeadingStretch: number
  /** Length and thickness of the rule above the notes; 0 for none. */
  noteRule: readonly [length: number, thickness: number]
  /** What stands for a thematic break: `* * *`. */
  breakMark: string
  /** How the cover of an e-book is made: title and ornament in a frame of rules, the title in white on a black field, or
   * each line of it as wide as the sheet, as on a handbill. */
  cover: 'frame' | 'field' | 'handbill'
  parts: Readonly<Record<PartName, Part>>
}
