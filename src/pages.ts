// What stands on each page: read off the laid-out pages, written as `pages.txt`, and what proofs, page lists and tests
// compare. One page is a heading line with its facts, then the text of the page, then its notes.

/** One page of the edition, as printed. */
export interface Page {
  /** Its place in the PDF, from 1. */
  number: number
  /** The page number as printed, or '' where none is printed. */
  folio: string
  /** What the page is called, printed or not: `iv`, `12`. */
  label?: string
  /** A recto lies on the right and is odd. */
  side: 'recto' | 'verso'
  /** The running head, or ''. */
  head: string
  /** First and last manuscript line whose words stand here; undefined for a page made from the front matter. */
  lines?: readonly [number, number]
  /** Its first block goes on from the page before. */
  continued?: boolean
  /** The text above the notes, one string a block. */
  blocks: readonly string[]
  /** The heads of tables that go on from the page before, which are said once more for the eye. */
  repeated?: readonly string[]
  /** The notes at the foot, in order. */
  notes: readonly FootNote[]
}

/** A note, or the part of one, that stands at the foot of a page. */
export interface FootNote {
  number: number
  text: string
  /** It began on an earlier page. */
  continued: boolean
}

declare module 'vfile' {
  interface DataMap {
    /** What stands on each page of this PDF. */
    pages: readonly Page[]
  }
}

/** The pages as text that a person can read in a diff. */
export function pagesToText(pages: readonly Page[]): string {
  return pages.map(pageToText).join('\n')
}

function pageToText(page: Page): string {
  const lines = page.lines ? `lines ${page.lines[0]}–${page.lines[1]}` : ''
  const facts = [
    page.side,
    page.folio && `folio ${page.folio}`,
    page.head && `head ${page.head}`,
    lines
  ]
  const notes = page.notes.map(
    (d) => `  [${d.number}${d.continued ? ', continued' : ''}] ${d.text}`
  )
  const rows = [
    `== page ${page.number} · ${facts.filter(Boolean).join(' · ')}`,
    ...page.blocks,
    ...notes
  ]
  return `${rows.join('\n')}\n`
}
