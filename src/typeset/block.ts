// What comes to the making of pages: blocks that can be set in one way or more, and the notes that their lines call.
// Lengths are tenths of a point.
import type { Setting } from '../composition.ts'

/** A stretch of the text that is broken between its lines only: a paragraph, a heading, a row of a table, a picture. */
export interface Block {
  /** The cheapest first; at least one. */
  settings: readonly Setting[]
  /** Space before it, unless it opens a page. */
  above: number
  /** Space before it when it opens a page. */
  aboveTop: number
  /** Space behind it, unless it ends a page. */
  below: number
  /** Extra space above it that may be taken to fill a page, cheapest first: `[70]` is half a line. */
  elastic: readonly number[]
  /** What follows it stands on the grid of baselines again: the space behind it is filled up. */
  toGrid: boolean
  /** No page may turn behind it: a heading, a line that introduces a quotation. */
  keepWithNext: boolean
  /** Lines of it that must stay together at the foot of a page, and at the head of the next; Infinity: it is not broken. */
  least: number
  /** Height that is repeated above its first line wherever it opens a page: the head of a table. */
  repeated: number
  /** Manuscript line, for findings. */
  line: number
}

/** A note before it is placed. */
export interface NoteBlock {
  number: number
  /** The cheapest first; at least one. A note's heights are those of its lines. */
  settings: readonly Setting[]
  line: number
}

/** The room for a page's text, or for one column of it. */
export interface Frame {
  /** Height, a whole number of leadings. */
  depth: number
  leading: number
  /** Least space between text and notes, and how much more it may be before the page counts as short. */
  noteGap: number
  noteGapStretch: number
  /** Most extra space between two notes of a page. */
  noteSpace: number
  /** Whether the first page is a recto. */
  recto: boolean
  /** Columns on a page. */
  columns: number
  /** Constant note leading, or the most that each line of a note may be given more. */
  noteLeadingStretch: number
}

/** A block, or the part of one, at its place on a page. */
export interface PlacedBlock {
  /** Index of the block. */
  block: number
  /** Index of its setting. */
  setting: number
  /** Its lines `from` to before `to`. */
  from: number
  to: number
  /** Top of its first line, or of what is repeated above that, from the top of the frame. */
  top: number
}

/** A note, or the part of one, at its place. */
export interface PlacedNote {
  note: number
  setting: number
  from: number
  to: number
  /** Top of its first line, from the top of the frame. */
  top: number
}

/** One page, or column, as planned. */
export interface PlannedPage {
  blocks: readonly PlacedBlock[]
  notes: readonly PlacedNote[]
  /** Room that was left over beyond what may be, in tenths of a point; 0 on a full page. */
  short: number
  /** Added to each line of its notes; 0 unless the design lets it. */
  noteLeading: number
  /** How far a line that is taller than the frame stands out of it; 0 on all other pages. */
  overflow: number
  /** What could not be avoided on it. */
  findings: readonly PageFinding[]
  cost: number
}

/** What could not be avoided on a page. */
export interface PageFinding {
  rule:
    | 'widow'
    | 'orphan'
    | 'stranded-heading'
    | 'hyphen-over-page'
    | 'short-page'
    | 'short-opening'
    | 'note-continued'
    | 'note-late'
    | 'block-broken'
    | 'overflow'
  /** Index of the block at which it happened: the last of the page, or the one that calls the note. */
  block: number
  /** Manuscript line. */
  line?: number
  /** Number of the note. */
  note?: number
  cost: number
}

/** The best pages for one count of pages. */
export interface Plan {
  pages: readonly PlannedPage[]
  cost: number
}
