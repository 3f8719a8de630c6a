// Manuscript in; out come, on the same file, the book in sections and notes, which is typeset for print, and the chapters
// of the EPUB. No letter is changed: the manuscript holds what is printed.
import type { Root as Manuscript } from 'mdast'
import type { VFile } from 'vfile'
import type { Book, Note } from './compose/book.ts'
import { contents } from './compose/contents.ts'
import { definitionsAreUsed } from './compose/definitions-are-used.ts'
import { epubChapters } from './compose/epub-chapters.ts'
import { colophon, imprint, titlePage } from './compose/front-pages.ts'
import { limitDepth } from './compose/limit-depth.ts'
import { noTaskLists } from './compose/no-task-lists.ts'
import { numberNotes } from './compose/number-notes.ts'
import type { NumberedNotes } from './compose/number-notes.ts'
import { refuseSwallowedText } from './compose/refuse-swallowed-text.ts'
import { divideSections } from './compose/sections.ts'
import { toHast } from './compose/to-hast.ts'
import { designOf } from './design.ts'
import { parseManuscript } from './manuscript.ts'
import { sourcesOf } from './sources.ts'
import type { Source } from './sources.ts'

declare module 'vfile' {
  interface DataMap {
    book: Book
  }
}

/**
 * Compose a manuscript for print and EPUB.
 *
 * @throws {VFileMessage} exit 2 manuscript, 3 front matter, 5 limit; with place and rule
 */
export async function compose(file: VFile): Promise<VFile> {
  const tree = parseManuscript(file)
  limitDepth(tree, file)
  refuseSwallowedText(tree, file)
  definitionsAreUsed(tree, file)
  noTaskLists(tree, file)
  const numbered = numberNotes(tree, file)
  const book = await makeBook(tree, numbered, file)
  file.data.book = book
  file.data.chapters = epubChapters(book)
  return file
}

async function makeBook(tree: Manuscript, numbered: NumberedNotes, file: VFile): Promise<Book> {
  const { edition } = file.data
  if (!edition) throw new Error('parseManuscript sets the edition')
  const text = tree.children.filter((d) => d.type !== 'footnoteDefinition')
  const body = await toHast({ ...tree, children: text }, numbered.calls, file)
  const sections = divideSections(body.children)
  const entries = contents(sections, edition.language)
  return {
    edition,
    titlePage: titlePage(edition, numbered.titleNote),
    imprint: imprint(edition),
    ...(entries && { contents: entries }),
    colophon: colophon((await designOf(edition)).parts.text.family),
    sections,
    notes: await makeNotes(numbered, edition.language, file)
  }
}

async function makeNotes(numbered: NumberedNotes, language: string, file: VFile): Promise<Note[]> {
  const notes: Note[] = []
  const sources = byNote(sourcesOf(String(file), numbered.definitions, language))
  for (const [index, definition] of numbered.definitions.entries()) {
    const { children, position } = definition
    const tree = await toHast({ type: 'root', children }, numbered.calls, file)
    const blocks = tree.children.filter((d) => d.type !== 'doctype')
    const number = index + 1
    const leaning = sources.get(number)
    const line = position?.start.line ?? 1
    notes.push({ number, line, children: blocks, ...(leaning && { sources: leaning }) })
  }
  return notes
}

function byNote(sources: readonly Source[]): Map<number, Source[]> {
  const notes = new Map<number, Source[]>()
  for (const source of sources) notes.set(source.note, [...(notes.get(source.note) ?? []), source])
  return notes
}
