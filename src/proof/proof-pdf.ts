// An old PDF from anywhere and a typeset manuscript in, what has changed by the words alone out. Both are read in the same way,
// as PDFs: so contents, running heads and notes are to each other as they are, and reflow is no change. What of the new words is
// the manuscript's is marked where it was set.
import type { VFile } from 'vfile'
import { editsInWords } from '../changes.ts'
import type { Edit } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'
import type { PdfPage } from '../pdf-text.ts'
import { placeWords } from '../places.ts'
import type { About, PageChange, Proof, ProofedEdit } from '../proof.ts'
import { openMarks } from './mark-edits.ts'
import { pairWords } from './pair-words.ts'
import { pairNumbers } from './pdf/pair-numbers.ts'
import { pdfWords, wholeWords } from './pdf/pdf-words.ts'
import type { PdfWord } from './pdf/pdf-words.ts'
import { verdictOfWords } from './pdf/verdict-of-words.ts'
import { wordsOnPages } from './pdf/words-on-pages.ts'
import { sheetChange } from './sheet-change.ts'

/** Both PDFs as they were read. */
export interface BothPdfs {
  old: readonly PdfPage[]
  new: readonly PdfPage[]
}

/**
 * Compare a typeset manuscript with a PDF.
 *
 * @param now with `data.composition`
 * @returns the proof, and the words of the old PDF as a text, a line for each page
 */
export function proofPdf(now: VFile, pdfs: BothPdfs, about: About): { proof: Proof; text: string } {
  const { composition } = now.data
  if (!composition) throw new Error('Only a typeset manuscript can be proofed')
  const known = new Set([...wholeWords(pdfs.old), ...wholeWords(pdfs.new)])
  const [before, after] = [pdfWords(pdfs.old, known), pdfWords(pdfs.new, known)]
  const words = { old: before.words, new: after.words }
  const found = editsInWords({ old: before.text, new: after.text }, words)
  const kept = pairWords(words, found).toNew as ReadonlyMap<PdfWord, PdfWord> // of these words
  const placed = placeWords(now)
  const wordOf = wordsOnPages(placed)
  const marksOf = openMarks({ old: [], new: placed }, NOTHING, NOWHERE)
  const edits = found
    .flatMap((d) => inManuscript(d, wordOf) ?? [])
    .map((edit, index): ProofedEdit => {
      const marks = marksOf(edit).new
      const changed = [...new Set(marks.map((d) => d.box.page))]
      return { ...edit, number: index + 1, marks, oldMarks: [], changed, pushed: [], end: '' }
    })
  const pages = pairNumbers(kept, before.pages, composition.pages.length).map(
    (pair): PageChange => {
      const on = edits.filter((d) => pair.new !== undefined && d.changed.includes(pair.new))
      const { label } = composition.pages[(pair.new ?? 0) - 1] ?? {}
      return {
        class: classOf(pair, on.length > 0, about.hashes),
        ...pair,
        ...(pair.old !== undefined && { oldLabel: `${pair.old}` }),
        ...(label !== undefined && { newLabel: label }),
        edits: on.map((d) => d.number),
        approved: about.approved?.has(about.hashes?.new[(pair.new ?? 0) - 1] ?? '') ?? false
      }
    }
  )
  const { title = '', language = '' } = now.data.edition ?? {}
  const made = {
    title,
    language,
    against: about.against,
    exact: false,
    edits,
    pages,
    moves: [],
    faults: [],
    sheets: sheetChange(before.pages, composition.pages, pages, about.sheets)
  }
  return { proof: { ...made, verdict: verdictOfWords(made) }, text: before.text }
}

const NOTHING = { toNew: new Map<TextWord, TextWord>(), notes: new Map<string, string>() }
const NOWHERE = { old: new Set<number>(), new: new Set<number>() }

/** The edit with words of the manuscript alone; none where all that is new is said by the press itself. */
function inManuscript(
  edit: Edit,
  wordOf: (word: PdfWord) => TextWord | undefined
): Edit | undefined {
  const own = (word: TextWord | undefined) => word && wordOf(word as PdfWord) // of the PDF, as given
  const now = [...new Set(edit.new.flatMap((d) => own(d) ?? []))]
  if (edit.new.length > 0 && now.length === 0) return undefined
  const [before, after] = [own(edit.before?.new), own(edit.after?.new)]
  if (now.length === 0 && !before && !after) return undefined
  const at = now[0] ?? after ?? before
  const isWhole = now.length === edit.new.length
  return {
    ...edit,
    new: now,
    ...(!isWhole && { newText: now.map((d) => d.text).join(' ') }),
    ...(at && { newAt: { line: at.line, column: at.column } }),
    before: { ...(edit.before?.old && { old: edit.before.old }), ...(before && { new: before }) },
    after: { ...(edit.after?.old && { old: edit.after.old }), ...(after && { new: after }) }
  }
}

/** Only a PDF of ours can have a page that is the same byte for byte. */
function classOf(
  { old, new: now }: { old?: number; new?: number },
  edited: boolean,
  hashes: About['hashes']
): PageChange['class'] {
  if (old === undefined) return 'new'
  if (now === undefined) return 'gone'
  if (edited) return 'changed'
  const [was, is] = [hashes?.old[old - 1], hashes?.new[now - 1]]
  return was !== undefined && was === is ? 'identical' : 'reflowed'
}
