// A manuscript, a PDF or an EPUB in; what somebody should look at out, as messages on the same file. The kind is told by
// the first bytes. Each rule is a file of its name; the order here is the order of the messages.
import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { authorQueriesAnswered, authorQueriesPrinted } from './check/author-queries-answered.ts'
import { conflictsSettled } from './check/conflicts-settled.ts'
import { openEBook } from './check/e-book.ts'
import type { EBook } from './check/e-book.ts'
import { editorsQueries } from './check/editors-queries.ts'
import { report } from './check/findings.ts'
import type { Finding } from './check/findings.ts'
import { fontsEmbedded } from './check/fonts-embedded.ts'
import { headingsInOrder } from './check/headings-in-order.ts'
import { lettersInFont } from './check/letters-in-font.ts'
import { linksResolve } from './check/links-resolve.ts'
import { mimetypeFirst } from './check/mimetype-first.ts'
import { noHiddenCharacters } from './check/no-hidden-characters.ts'
import { noRawHtml } from './check/no-raw-html.ts'
import { noRemoteReferences } from './check/no-remote-references.ts'
import { noScripts } from './check/no-scripts.ts'
import { noSoftHyphens } from './check/no-soft-hyphens.ts'
import { noStraightQuotes } from './check/no-straight-quotes.ts'
import { notesLinked } from './check/notes-linked.ts'
import { notesPopUp } from './check/notes-pop-up.ts'
import { callsWithoutNotes, notesMatch } from './check/notes-match.ts'
import { notesNameTheirSource } from './check/notes-name-their-source.ts'
import { pdfHasText } from './check/pdf-has-text.ts'
import { pdfPageSizes } from './check/pdf-page-sizes.ts'
import { picturesHaveAlt } from './check/pictures-have-alt.ts'
import { preflight } from './check/preflight.ts'
import { profileFor, PROFILES } from './check/preflight/profiles.ts'
import type { ProfileName } from './check/preflight/profiles.ts'
import { proseOf } from './check/prose.ts'
import type { Prose } from './check/prose.ts'
import { tableRowsFit } from './check/table-rows-fit.ts'
import { ZipFault } from './check/zip-entries.ts'
import { failAt } from './failure.ts'
import { parseManuscript } from './manuscript.ts'
import { authorQueriesOf } from './manuscript/author-queries.ts'
import { openPdf } from './pdf.ts'
import type { PDFDocument } from './pdf.ts'
import { usedFaces } from './design.ts'

export type { ProfileName } from './check/preflight/profiles.ts'

/** Who may be to print a PDF. */
export const PROFILE_NAMES = Object.keys(PROFILES) as readonly ProfileName[] // its own keys

/** Rules by their names. */
type Rules<T> = Readonly<Record<string, (subject: T) => Iterable<Finding>>>

const MANUSCRIPT: Rules<Prose> = {
  'conflicts-settled': conflictsSettled,
  'no-hidden-characters': noHiddenCharacters,
  'notes-match': notesMatch,
  'notes-name-their-source': notesNameTheirSource,
  'table-rows-fit': tableRowsFit,
  'headings-in-order': headingsInOrder,
  'no-straight-quotes': noStraightQuotes,
  'pictures-have-alt': picturesHaveAlt,
  'no-raw-html': noRawHtml
}

const PDF: Rules<PDFDocument> = {
  'pdf-page-sizes': pdfPageSizes,
  'fonts-embedded': fontsEmbedded,
  'pdf-has-text': pdfHasText
}

const EPUB: Rules<EBook> = {
  'mimetype-first': mimetypeFirst,
  'links-resolve': linksResolve,
  'notes-linked': notesLinked,
  'notes-pop-up': notesPopUp,
  'no-scripts': noScripts,
  'no-remote-references': noRemoteReferences,
  'no-soft-hyphens': noSoftHyphens
}

const START = { line: 1, column: 1 }
const DEEPEST = 100

/**
 * Check a file.
 *
 * @param file a manuscript's text, or the bytes of a PDF or an EPUB
 * @param profile who is to print a PDF; as it says itself when missing
 * @throws {VFileMessage} exit 2 when it cannot be read, 3 for its front matter, 5 at a limit
 */
export async function check(file: VFile, profile?: ProfileName): Promise<VFile> {
  const { value } = file
  if (typeof value === 'string') await checkManuscript(file, value)
  else if (value && isZip(value)) apply(file, EPUB, openBook(file, value))
  else if (value && isPdf(value)) checkPdf(file, await openPdf(file), profile)
  else
    failAt(
      file,
      START,
      'check',
      'Unexpected kind of file, expected a manuscript (`.md`), a PDF or an EPUB'
    )
  return file
}

function apply<T>(file: VFile, rules: Rules<T>, subject: T): void {
  for (const [ruleId, rule] of Object.entries(rules)) report(file, ruleId, rule(subject))
}

function checkPdf(file: VFile, document: PDFDocument, profile: ProfileName | undefined): void {
  apply(file, PDF, document)
  for (const { rule, findings, rank } of preflight(document, profile ?? profileFor(document)))
    report(file, rule, findings, rank === 'error')
}

async function checkManuscript(file: VFile, source: string): Promise<void> {
  const prose = read(file, source)
  apply(file, { 'author-queries-answered': authorQueriesAnswered }, authorQueriesOf(file))
  apply(file, MANUSCRIPT, prose)
  apply(file, { 'letters-in-font': lettersInFont(await usedFaces(prose.edition)) }, prose)
  for (const { rule, finding } of await editorsQueries(prose, source))
    if (rule !== 'ibid-has-its-note' || !isAsked(file, finding)) report(file, rule, [finding])
}

/** Whether something is asked about this place already. */
function isAsked({ messages }: VFile, { place }: Finding): boolean {
  return messages.some(
    (d) => d.fatal === false && d.line === place?.line && d.column === place?.column
  )
}

/**
 * Look for what an edition must not be printed with unseen: cells that would be lost stop it, and signs that do not show,
 * letters without a drawing, calls without a note and author queries that are none become queries.
 *
 * @param file the text of a manuscript
 * @throws {VFileMessage} exit 2 where words would be lost
 */
export async function checkPrint(file: VFile): Promise<void> {
  const prose = read(file, String(file))
  for (const [rule, ruleOf] of Object.entries({
    'conflicts-settled': conflictsSettled,
    'table-rows-fit': tableRowsFit
  }))
    for (const { place = START, reason } of ruleOf(prose)) failAt(file, place, rule, reason)
  const rules = {
    'no-hidden-characters': noHiddenCharacters,
    'notes-match': callsWithoutNotes,
    'letters-in-font': lettersInFont(await usedFaces(prose.edition))
  }
  apply(file, { 'author-queries-answered': authorQueriesPrinted }, authorQueriesOf(file))
  apply(file, rules, prose)
}

function read(file: VFile, source: string): Prose {
  const tree = parseManuscript(file)
  const { edition } = file.data
  if (!edition) throw new Error('parseManuscript sets the edition')
  limitDepth(file, tree)
  return proseOf(tree, source, edition)
}

/** Rules walk the tree by calling themselves; a tree made to break them is refused by a walk that does not. */
function limitDepth(file: VFile, tree: Root): void {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level
    if (first && depth > DEEPEST)
      failAt(
        file,
        first,
        'limit-depth',
        `Unexpected nesting, expected at most ${DEEPEST} levels`,
        5
      )
    level = level.flatMap((d): Nodes[] => ('children' in d ? d.children : []))
  }
}

function openBook(file: VFile, bytes: Uint8Array): EBook {
  try {
    return openEBook(bytes)
  } catch (cause) {
    if (!(cause instanceof ZipFault)) throw cause
    return failAt(
      file,
      START,
      'zip-entries',
      `Unexpected EPUB: it ${cause.message}`,
      cause.large ? 5 : 2
    )
  }
}

function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'))
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}
