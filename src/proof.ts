// Two typeset manuscripts in, what the edits between them did to the pages out. Nothing is guessed from finished pages: the
// words are those of the manuscripts, and their places are those at which they were set.
import type { VFile } from 'vfile'
import { editsBetween } from './changes.ts'
import type { Edit } from './changes.ts'
import type { ComposedPage, Composition, Finding } from './composition.ts'
import { noteLabels, wordsOf } from './manuscript/words.ts'
import { placeWords } from './places.ts'
import type { Box, PlacedWord } from './places.ts'
import { classify } from './proof/classify.ts'
import { findMoves } from './proof/find-moves.ts'
import { openMarks } from './proof/mark-edits.ts'
import { newFaults } from './proof/new-faults.ts'
import { pairPages } from './proof/pair-pages.ts'
import { pairWords } from './proof/pair-words.ts'
import { samePages } from './proof/same-pages.ts'
import { sheetChange } from './proof/sheet-change.ts'
import type { SheetsOf } from './proof/sheet-change.ts'
import { verdict } from './proof/verdict.ts'

export { openInk } from './proof/ink-rows.ts'
export { markPages } from './proof/mark-pages.ts'
export { pageHashes } from './proof/page-hashes.ts'
export { rangesOf } from './proof/page-names.ts'
export { proofPdf } from './proof/proof-pdf.ts'
export type { ProofQuery } from './proof/proof-query.ts'
export { writeReport } from './proof/report.ts'
export type { ReportParts } from './proof/report.ts'
export { sameInk } from './proof/same-ink.ts'

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
  /** `note`: its number in `name`; `contents`: an entry whose page number is another; `head`: a running head. */
  what: 'note' | 'contents' | 'head'
  /** What it says, or the note's number, old and new where they differ: `note 12 (was 13)`, `“Paper” (was “Papers”)`. */
  name: string
  /** Labels of the pages; of a head all that have it, `3–23`. */
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
  /** Empty places on the sheets. */
  blanks: number
  /** Lines that the text can grow before a page more is needed: those that are empty on its last page, as it is set now. */
  linesFree: number
}

/** What a proof must be told. */
export interface About {
  /** With what is compared, in words. */
  against: string
  /** The pages of each sheet of a booklet that has so many pages, 0 for an empty one. */
  sheets: SheetsOf
  /** `pageHashes` of the finished PDFs, which then say what is identical; else the composed pages do. */
  hashes?: Readonly<Record<'old' | 'new', readonly string[]>>
  /** Hashes of the pages that are approved. */
  approved?: ReadonlySet<string>
  /** Who made an edit, where that is known. */
  authors?: (edit: Edit) => { author?: string; commit?: string } | undefined
}

/** One of two typeset manuscripts, read. */
interface Side {
  composition: Composition
  pages: readonly ComposedPage[]
  placed: readonly PlacedWord[]
  notes: readonly string[]
}

/**
 * Compare two typeset manuscripts.
 *
 * @param old with `data.composition`, as `new`
 * @throws {VFileMessage} as parseManuscript
 */
export function proof(old: VFile, now: VFile, about: About): Proof {
  const edits = editsBetween(old, now)
  const kept = pairWords({ old: wordsOf(old), new: wordsOf(now) }, edits)
  const [before, after] = [sideOf(old), sideOf(now)]
  const pairs = pairPages(before, after, kept)
  const compositions = { old: before.composition, new: after.composition }
  const same = samePages(pairs, compositions, about.hashes)
  const still = (side: 'old' | 'new') => new Set([...same].flatMap((d) => d[side]?.number ?? []))
  const marksOf = openMarks({ old: before.placed, new: after.placed }, kept, {
    old: still('old'),
    new: still('new')
  })
  const marked = edits.map((edit) => ({
    ...edit,
    ...marksIn(marksOf(edit)),
    ...about.authors?.(edit)
  }))
  const { pages, proofed } = classify(pairs, marked, after.pages, same, about)
  const depth = saysDepth(before.composition, after.composition)
  const { title = '', language = '' } = now.data.edition ?? {}
  const made = {
    title,
    language,
    against: about.against,
    exact: true,
    edits: proofed.map((d) => ({ ...d, end: [d.end, d.end && depth].filter(Boolean).join('; ') })),
    pages,
    moves: findMoves(before, after, kept, pairs),
    faults: newFaults(before.composition.findings, after.composition.findings),
    sheets: sheetChange(before.pages.length, after.pages, pages, about.sheets)
  }
  return { ...made, verdict: verdict(made) }
}

/** All pages may have been made shallower or deeper, so that they come out: then most of them are other pages. */
function saysDepth(old: Composition, now: Composition): string {
  return old.lines === now.lines || old.height !== now.height
    ? ''
    : `all pages have ${now.lines} lines now, ${old.lines} before`
}

function sideOf(file: VFile): Side {
  const { composition } = file.data
  if (!composition) throw new Error('Only a typeset manuscript can be proofed')
  const { pages } = composition
  return { composition, pages, placed: placeWords(file), notes: noteLabels(file) }
}

function marksIn(marks: { old: readonly Mark[]; new: readonly Mark[] }) {
  return { marks: marks.new, oldMarks: marks.old }
}
