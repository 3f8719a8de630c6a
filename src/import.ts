// A rough text in, a clean manuscript out: `source.txt` becomes `manuscript.md`. Each repair is a file of import/; what is
// sure is changed and told, what is not is asked, and the list of both is the ledger.
import { VFile } from 'vfile'
import { queryAt } from './failure.ts'
import { readEdition } from './edition.ts'
import { askOfManuscript } from './import/ask-of-manuscript.ts'
import { closeSpaces } from './import/close-spaces.ts'
import { curlQuotes } from './import/curl-quotes.ts'
import { decode } from './import/decode.ts'
import type { Draft } from './import/draft.ts'
import { dropPageFurniture } from './import/drop-page-furniture.ts'
import { englishWords } from './import/english-words.ts'
import { entriesOf } from './import/entries.ts'
import { findHeadings } from './import/find-headings.ts'
import { findNotes } from './import/find-notes.ts'
import { joinLines } from './import/join-lines.ts'
import { joinParagraphs } from './import/join-paragraphs.ts'
import { detectLanguage, isEnglish, sayWhatIsLeft } from './import/language.ts'
import { ledger } from './import/ledger.ts'
import { levelHeadings } from './import/level-headings.ts'
import { liftPullQuotes } from './import/lift-pull-quotes.ts'
import { linkCalls } from './import/link-calls.ts'
import { linkSymbolNotes } from './import/link-symbol-notes.ts'
import { notesMatch } from './import/notes-match.ts'
import { readDraft } from './import/read-draft.ts'
import { readRecord, redo, undo } from './import/record.ts'
import { setBlockQuotations } from './import/set-block-quotations.ts'
import { setDashes } from './import/set-dashes.ts'
import { setEllipses } from './import/set-ellipses.ts'
import { setNumberRanges } from './import/set-number-ranges.ts'
import { slugOf } from './slug.ts'
import { splitLigatures } from './import/split-ligatures.ts'
import { takeByline } from './import/take-byline.ts'
import { takeEndMark } from './import/take-end-mark.ts'
import { takeTitle } from './import/take-title.ts'
import { unsetDropCap } from './import/unset-drop-cap.ts'
import { writeManuscript } from './import/write-manuscript.ts'

export { countKinds } from './import/ledger.ts'

declare module 'vfile' {
  interface DataMap {
    /** What import changed and what it asks, one line each. */
    ledger: string
    /** A name for folder and files, from the title. */
    slug: string
  }
}

const repairs = [
  dropPageFurniture, // before all else, for it stands between what belongs together
  splitLigatures,
  closeSpaces,
  linkSymbolNotes,
  findNotes,
  linkCalls,
  findHeadings,
  takeTitle,
  takeEndMark,
  takeByline,
  unsetDropCap, // behind title and byline a section begins
  liftPullQuotes, // before the halves of a sentence are joined: it may stand between them
  levelHeadings,
  setBlockQuotations,
  joinLines,
  joinParagraphs,
  curlQuotes, // before dashes, which need to know whether a mark opens or closes
  setDashes,
  setNumberRanges,
  setEllipses,
  notesMatch
]

/**
 * Repair a rough text.
 *
 * @param file bytes or text of the source, as received
 * @returns the same file: its value the manuscript, `data.ledger`, `data.slug`, a message for each change and query
 * @throws {VFileMessage} exit 2 when it is empty or not text, 3 when its front matter is not YAML, 5 when too deeply nested
 */
export async function importText(file: VFile): Promise<VFile> {
  const received = typeof file.value === 'string' ? Buffer.from(file.value) : file.value
  const decoded = decode(file)
  const draft = readDraft(file, decoded)
  draft.language = detectLanguage(draft)
  if (isEnglish(draft.language)) draft.lexicon = await englishWords()
  else sayWhatIsLeft(draft)
  for (const repair of repairs) repair(draft)
  const manuscript = writeManuscript(draft)
  file.value = manuscript.text
  checkFrontMatter(draft)
  const left = await askOfManuscript(draft, manuscript)
  file.data.ledger = ledger(file, entriesOf(draft, manuscript, received ?? new Uint8Array(), left))
  file.data.slug = slugOf(
    String(draft.given.get('title') ?? draft.found.title?.content.text),
    file.stem
  )
  return file
}

/** A front matter that the edition will refuse is kept, and asked about while its author has it at hand. */
function checkFrontMatter(draft: Draft): void {
  const yaml = /^---\n([^]*?)^---$/mu.exec(String(draft.file))?.[1] ?? ''
  const trial = new VFile()
  try {
    readEdition(trial, yaml, 2)
  } catch (error) {
    const fault = trial.messages.at(-1)
    if (fault?.fatal !== true) throw error
    const { line = 1, column = 1, reason } = fault
    queryAt(draft.file, { line, column }, 'front-matter', reason)
  }
}

/**
 * The manuscript that import made of a source, whatever an editor has made of it since.
 *
 * @param source as received
 * @param text of the ledger of that import
 * @returns undefined where the ledger is of another source
 */
export function importedBefore(source: VFile, text: string): string | undefined {
  const record = readRecord(text)
  return record && redo(decode(source).text, record)
}

/**
 * The source as it was received, byte for byte, from the manuscript and its ledger.
 *
 * @returns undefined where the manuscript is not as it was imported, or the ledger not as it was written
 */
export function undoImport(manuscript: string, text: string): Uint8Array | undefined {
  const record = readRecord(text)
  return record && undo(manuscript, record)
}
