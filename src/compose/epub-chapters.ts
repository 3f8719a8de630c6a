// The book as the chapters of an EPUB: title page, imprint, one chapter a section with its notes at its end, colophon.
// Each is a file of its own there, so its headings start at level 1 and its links name the file they lead to.
import type { Element, Text } from 'hast'
import { visit } from 'unist-util-visit'
import type { Book } from './book.ts'
import { element } from './element.ts'
import { notesAtSectionEnds } from './notes-at-section-ends.ts'
import { ourWords } from './our-words.ts'
import { raiseHeadings } from './raise-headings.ts'
import { setSources } from './set-sources.ts'

/** A file of the text in an EPUB. */
export interface Chapter {
  /** Its file name, unique in the edition: `section-1.xhtml`. */
  filename: string
  /** What the contents and the title of the window say. */
  title: string
  /**
   * What it is to a book: a term of the EPUB structural semantics vocabulary. `toc` only keeps the place and the title of
   * the contents, which the EPUB makes of the headings; its tree is empty. `cover` comes in when the EPUB is made.
   */
  kind: 'cover' | 'titlepage' | 'imprint' | 'toc' | 'chapter' | 'colophon'
  /** One `<section>`; elements from the manuscript carry their line in `data.line`. */
  tree: Element
}

declare module 'vfile' {
  interface DataMap {
    chapters: readonly Chapter[]
  }
}

declare module 'hast' {
  interface ElementData {
    /** Line of the manuscript, from 1. */
    line?: number
  }
}

/** Sections that hold blocks only, and can have each on a line of its own. */
const HOLDS_BLOCKS = new Set([
  'titlepage',
  'imprint',
  'chapter',
  'colophon',
  'footnotes',
  'footnote'
])
/** The colophon names the type of the printed pages, which a reader need not have taken. */
const READERS_TYPE = 'In the e-book the reader chooses the type and its size'
const LINE_END: Text = { type: 'text', value: '\n' }
const ROLES: Readonly<Partial<Record<Chapter['kind'], string>>> = {
  chapter: 'doc-chapter',
  colophon: 'doc-colophon'
}

/** The chapters in reading order. The book itself stays as it is. */
export function epubChapters(book: Book): Chapter[] {
  const { titlePage, imprint, colophon, sections, notes, edition } = structuredClone(book)
  const words = ourWords(edition.language)
  colophon.children.push(element('p', {}, READERS_TYPE))
  const chapters = [
    chapter('titlepage', 'titlepage', words.titlePage, titlePage),
    chapter('imprint', 'imprint', words.imprint, imprint),
    chapter('toc', 'toc', words.contents, element('section', {})),
    ...sections.map(({ id, title, children }) =>
      chapter('chapter', id, title || edition.title, element('section', {}, ...children))
    ),
    chapter('colophon', 'colophon', words.colophon, colophon)
  ].filter((d) => d.kind === 'toc' || d.tree.children.length > 0)
  if (edition.endMark) setEndMark(chapters)
  const trees = chapters.map((d) => d.tree)
  trees.forEach(raiseHeadings)
  notesAtSectionEnds(trees, notes.map(setSources), words.notes)
  chapters.forEach(nameChapter)
  trees.forEach(tidy)
  trees.forEach(headColumns)
  linkAcrossFiles(chapters)
  return chapters
}

function chapter(kind: Chapter['kind'], id: string, title: string, tree: Element): Chapter {
  return { filename: `${id}.xhtml`, title, kind, tree }
}

/** A sign behind the last word of the text; the style sheet draws it, as print does, so it is no word. */
function setEndMark(chapters: readonly Chapter[]): void {
  const last = chapters.findLast((d) => d.kind === 'chapter')
  const paragraph = last?.tree.children.findLast((d) => d.type === 'element')
  if (paragraph?.type === 'element' && paragraph.tagName === 'p')
    paragraph.children.push(element('span', { className: ['end-mark'], ariaHidden: 'true' }))
}

/** What a chapter is, and its name for those who do not see the page: its first heading, or its title. */
function nameChapter({ kind, title, tree }: Chapter): void {
  const heading = tree.children.find((d) => d.type === 'element' && d.tagName === 'h1')
  const id = heading?.type === 'element' ? heading.properties.id : undefined
  const role = ROLES[kind]
  Object.assign(tree.properties, { 'epub:type': kind, ...(role && { role }) })
  Object.assign(tree.properties, id ? { ariaLabelledBy: [String(id)] } : { ariaLabel: title })
}

/** Keep the line beside the element instead of on it, and say in XHTML's words what HTML says in others. */
function tidy(tree: Element): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = node.value.replaceAll('\u00AD', '')
    if (node.type !== 'element') return
    const { dataLine, align, lang, ...rest } = node.properties
    if (dataLine !== undefined) node.data = { ...node.data, line: Number(dataLine) }
    const kept = Object.entries(rest).filter(([name]) => !/^data[A-Z-]/u.test(name))
    node.properties = Object.fromEntries(kept)
    if (align) node.properties.className = [`align-${String(align)}`]
    if (lang) Object.assign(node.properties, { lang, 'xml:lang': lang })
    if (HOLDS_BLOCKS.has(String(node.properties['epub:type'])))
      node.children = [LINE_END, ...node.children.flatMap((d) => [d, LINE_END])]
  })
}

/** A heading of a table heads its column. */
function headColumns(tree: Element): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'thead') return
    visit(node, 'element', (cell) => {
      if (cell.tagName === 'th') cell.properties.scope ??= 'col'
    })
  })
}

/** `#note-7` becomes `section-2.xhtml#note-7` where it leads out of its own chapter. */
function linkAcrossFiles(chapters: readonly Chapter[]): void {
  const homes = new Map<string, Chapter>()
  for (const home of chapters)
    visit(home.tree, 'element', ({ properties }) => {
      if (properties.id !== undefined && properties.id !== 'notes')
        homes.set(String(properties.id), home)
    })
  for (const here of chapters)
    visit(here.tree, 'element', ({ properties }) => {
      const href = String(properties.href ?? '')
      const home = href.startsWith('#') ? homes.get(href.slice(1)) : undefined
      if (home && home !== here) properties.href = `${home.filename}${href}`
    })
}
