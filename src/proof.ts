// Two typeset manuscripts in, what the edits between them did to the pages out. Nothing is guessed from finished pages: the
// words are those of the manuscripts, and their places are those at which they were set.
import type { Finding } from './composition.ts'
import type { Edit } from './changes.ts'
import type { Box } from './places.ts'

/** What became of the pages. */
export interface Proof {
  title: string
  language: string
  /** With what is compared, in words: `the approved build`, `commit 1a2b3c4`, `old.pdf`. */
  against: string
  /** False where the old pages are those of a PDF, of which only the words are known. */
  exact: boolean
  edits: readonly ProofedEdit[]
  /** In the order of the new pages; gone pages stand where they stood. */
  pages: readonly PageChange[]
  /** What stands on another page than before. */
  moves: readonly Move[]
  /** What is wrong on the new pages and was not on the old. */
  faults: readonly Finding[]
  sheets: SheetChange
  /** One line. */
  verdict: string
}

/** An edit and what it did. */
export interface ProofedEdit extends Edit {
  /** Who made it, where the history of the manuscript tells. */
  author?: string
  commit?: string
  /** Where to draw it on the new pages, and on the old. */
  marks: readonly Mark[]
  oldMarks: readonly Mark[]
  /** Numbers of the new pages that it changed. */
  changed: readonly number[]
  /** Numbers of the new pages that are no longer the same for it, though no word of theirs was edited. */
  pushed: readonly number[]
  /** Why the push ended where it did: `page 13, where the section ends`; '' where nothing was pushed. */
  end: string
}

/** A sign on a page. A caret stands where words are missing: its box has no width. */
export interface Mark {
  sign: 'added' | 'deleted' | 'moved' | 'restyled' | 'caret'
  box: Box
}

/** A page before and after. */
export interface PageChange {
  /**
   * `identical`: byte for byte what is drawn; `reflowed`: drawn otherwise, and no edit lies on it; `changed`: an edit lies
   * on it; `new`, `gone`: it has no page before, or after.
   */
  class: 'identical' | 'reflowed' | 'changed' | 'new' | 'gone'
  /** Numbers of the pages. */
  old?: number
  new?: number
  /** As they are called: `iv`, `12`. */
  oldLabel?: string
  newLabel?: string
  /** Numbers of the edits on it, or that pushed it. */
  edits: readonly number[]
  /** The new page is approved as it is. */
  approved: boolean
}

/** A thing that stands on another page than before. */
export interface Move {
  /** `note`: its number in what; `contents`: an entry whose page number is another; `head`: a running head; `link`. */
  what: 'note' | 'contents' | 'head'
  /** What it says, or the note's number, old and new where they differ: `note 12 (was 13)`. */
  name: string
  /** Labels of the pages. */
  from: string
  to: string
}

/** What the change means at the printer. */
export interface SheetChange {
  /** Sheets of the booklet before and after. */
  old: number
  new: number
  /** Numbers of the sheets that must be printed again. */
  reprint: readonly number[]
  /** Empty pages at the end of the last sheet. */
  blanks: number
  /** Lines that the text can grow before a page more is needed. */
  linesFree: number
}
