// What compose makes of a manuscript before print and EPUB go their own ways: sections with their calls still neutral,
// and the notes beside them in the order of their calls.
import type { Element, ElementContent } from 'hast'
import type { Edition } from '../edition.ts'
import type { Source } from '../sources.ts'

/** The text of an edition, divided as its headings divide it. */
export interface Book {
  edition: Edition
  /** Title, subtitle, part, author, publisher: a `<section>`. */
  titlePage: Element
  /** What the law and the librarian want to know: a `<section>`. */
  imprint: Element
  /** The contents of the pages: a `<nav>`; missing where there is nothing to choose from. */
  contents?: Element
  /** How the pamphlet was made: a `<section>` for the last page. */
  colophon: Element
  sections: readonly Section[]
  /** In the order of their first calls; number = index + 1. */
  notes: readonly Note[]
}

/** A stretch of the text under one heading of level 2, or the text before the first. */
export interface Section {
  /** Unique in the edition, safe in an address: `section-1`. */
  id: string
  /** Text of its heading, without note calls; '' where the text opens without one. */
  title: string
  /**
   * Blocks in order, its own `<h2 id>` first, subsections as `<h3 id>` … `<h6 id>`. Every block from the manuscript has
   * the property `dataLine` (first manuscript line). A note call is `{tagName: 'note-call', properties: {number, nth}}`
   * without children; `nth` is 1 for the first call of that note, 2 when the text calls it again.
   */
  children: readonly ElementContent[]
}

/** A note: its number and its paragraphs. */
export interface Note {
  number: number
  /** First manuscript line of its definition. */
  line: number
  /** Blocks of the note, mostly `<p>`. */
  children: readonly ElementContent[]
  /** Where it leans on another note, and what it means there: for the EPUB alone. */
  sources?: readonly Source[] | undefined
}
