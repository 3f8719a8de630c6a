// The words of a manuscript in the order in which they are printed, each with the very letters of the file that it comes
// of: what proofs compare, and what leads from a page back to the manuscript.

/** A word, as white space divides the text; its punctuation belongs to it. */
export interface TextWord {
  /** As it is printed; '' for a note call. */
  text: string
  /** The code units of the manuscript that say it, with the marks of Markdown that stand inside it. */
  from: number
  to: number
  /** Of `from`, from 1. */
  line: number
  column: number
  /** `front` for what the front matter says, `text`, or the label of the note that it belongs to. */
  flow: Flow
  /** The paragraph, heading, cell or line of verse that it stands in, from 0 in each flow. */
  block: number
  /** What that is, from without: `p`, `h2`, `blockquote p`, `li p`, `td`; the key, in the front matter. */
  kind: string
  /** The elements around it within its block, from without: ``, `em`, `strong em`, `a`. */
  style: string
  /** Label of the note that is called here. */
  call?: string
}

/** A stretch of words that follow each other on the pages. */
export type Flow = 'front' | 'text' | { readonly note: string }
