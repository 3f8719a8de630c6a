// Manuscript in; out come, on the same file, the book in sections and notes, which is typeset for print, and the chapters
// of the EPUB. No letter is changed: the manuscript holds what is printed.
import type { Root as Manuscript } from 'mdast'
import type { VFile } from 'vfile'
import type { Book, Note } from './compose/book.ts'
import { contents } from './compose/contents.ts'
import { coverOf } from './compose/cover.ts'
import { definitionsAreUsed } from './compose/definitions-are-used.ts'
import { epubChapters } from './compose/epub-chapters.ts'
import type { Chapter } from './compose/epub-chapters.ts'
import { colophon, imprint, titlePage } from './compose/front-pages.ts'
import { limitDepth } from './compose/limit-depth.ts'
import { noTaskLists } from './compose/no-task-lists.ts'
import { numberNotes } from './compose/number-notes.ts'
import type { NumberedNotes } from './compose/number-notes.ts'
import { refuseSwallowedText } from './compose/refuse-swallowed-text.ts'
import { divideSections } from './compose/sections.ts'
import { openPieces } from './compose/pieces.ts'
import type { OpenPieces, Pieces } from './compose/pieces.ts'
import { designOf } from './design.ts'
import { parseManuscript } from './manuscript.ts'
import type { ParseMemory } from './manuscript.ts'
import { sourcesOf } from './sources.ts'
import type { Source } from './sources.ts'

declare module 'vfile' {
  interface DataMap {
    book: Book
  }
}

/** What is kept from one composing to the next, so that an edit costs no more than what it changed. */
export interface Composed extends ParseMemory {
  pieces?: Pieces
}

/**
 * Compose a manuscript for print and EPUB.
 *
 * @param memory of earlier composings of this manuscript; one object may be that of compose and typeset
 * @throws {VFileMessage} exit 2 manuscript, 3 front matter, 5 limit; with place and rule
 */
export async function compose(file: VFile, memory: Composed = {}): Promise<VFile> {
  const parsed = parseManuscript(file, memory)
  limitDepth(parsed, file)
  refuseSwallowedText(parsed, file)
  definitionsAreUsed(parsed, file)
  const tree = noTaskLists(parsed, file)
  const numbered = numberNotes(tree, file)
  const book = await makeBook(tree, numbered, file, memory)
  file.data.book = book
  setChapters(file, book)
  file.data.cover = await coverOf(book.edition, file)
  return file
}

/** The chapters are made when somebody wants them: whoever looks at pages does not. */
function setChapters(file: VFile, book: Book): void {
  let chapters: readonly Chapter[] | undefined
  const get = () => (chapters ??= epubChapters(book))
  Object.defineProperty(file.data, 'chapters', { get, configurable: true, enumerable: true })
}

async function makeBook(
  tree: Manuscript,
  numbered: NumberedNotes,
  file: VFile,
  memory: Composed
): Promise<Book> {
  const { edition } = file.data
  if (!edition) throw new Error('parseManuscript sets the edition')
  const pieces = openPieces(numbered.calls, file, memory.pieces)
  const text = tree.children.filter((d) => d.type !== 'footnoteDefinition')
  const sections = divideSections(await pieces.text({ ...tree, children: text }))
  const entries = contents(sections, edition.language)
  const notes = await makeNotes(numbered, pieces, edition.language, file)
  memory.pieces = pieces.used
  return {
    edition,
    titlePage: titlePage(edition, numbered.titleNote),
    imprint: imprint(edition),
    ...(entries && { contents: entries }),
    colophon: colophon((await designOf(edition)).parts.text.family),
    sections,
    notes
  }
}

/** Sources are looked for when somebody wants them, too. */
async function makeNotes(
  numbered: NumberedNotes,
  pieces: OpenPieces,
  language: string,
  file: VFile
): Promise<Note[]> {
  const notes: Note[] = []
  let known: Map<number, Source[]> | undefined
  const sourcesIn = (number: number) => {
    known ??= byNote(sourcesOf(String(file), numbered.definitions, language))
    return known.get(number)
  }
  for (const [index, definition] of numbered.definitions.entries()) {
    const number = index + 1
    const line = definition.position?.start.line ?? 1
    const children = await pieces.note(definition)
    notes.push({
      number,
      line,
      children,
      get sources() {
        return sourcesIn(number)
      }
    })
  }
  return notes
}

function byNote(sources: readonly Source[]): Map<number, Source[]> {
  const notes = new Map<number, Source[]>()
  for (const source of sources) notes.set(source.note, [...(notes.get(source.note) ?? []), source])
  return notes
}
