// What the server tells the page, as JSON: both sides read it here.

/** All that a page shows, or what has changed of it since a build that the page has. */
export interface Told {
  /** Counts up with whatever there is to tell. */
  build: number
  title: string
  /** Of the trimmed page, in CSS pixels, ten to a point. */
  width: number
  height: number
  /** Missing where the page has it. */
  css?: string
  faces: readonly ToldFace[]
  pages: readonly ToldPage[]
  findings: readonly ToldFinding[]
  /** Why the pages are not those of the manuscript as it was saved last. */
  problem?: Problem
  /** Where the manuscript lies, for links into an editor. */
  path: string
  /** What a click on a word does until somebody chooses. */
  click: 'editor' | 'link' | 'copy'
  /** Name of the editor that the server can open; missing where there is none. */
  editor?: string
  /** Milliseconds that composing and typesetting took. */
  spent: number
}

/** A page, which is known by what it looks like. */
export interface ToldPage {
  id: string
  side: 'recto' | 'verso'
  /** The number that it has, whether it is printed or not. */
  label: string
  /** Missing where the page has it. */
  html?: string
}

/** A face, and where it is had. */
export interface ToldFace {
  family: string
  weight: number
  style: string
  address: string
}

/** What somebody should look at: of the pages, or of the text. */
export interface ToldFinding {
  rule: string
  reason: string
  /** The manuscript line, and the column where it is known. */
  line?: number
  column?: number
  /** From 0; missing where it stands on no page. */
  page?: number
}

/** What stopped a build: where, and the words there. */
export interface Problem {
  reason: string
  rule?: string
  line?: number
  column?: number
  /** The words before the place, at it and after it, on its line. */
  excerpt?: readonly [string, string, string]
}

/** Places of the manuscript on its pages. */
export interface ToldMarks {
  line: number
  marks: readonly Mark[]
}

/** A rectangle on a page, in tenths of a point. */
export interface Mark {
  /** Of the page. */
  id: string
  left: number
  top: number
  width: number
  height: number
}

/** The place in the manuscript of a word on a page. */
export interface ToldPlace {
  line: number
  column: number
  /** As printed; '' for a note call. */
  word: string
  marks: readonly Mark[]
}
