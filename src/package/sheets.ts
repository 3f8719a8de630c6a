// All that the templates of an EPUB say, gathered from the edition and its chapters.
import { visit } from 'unist-util-visit'
import type { DataMap } from 'vfile'
import { readOwn } from '../assets.ts'
import type { Picture } from '../assets.ts'
import { designOf } from '../design.ts'
import type { Edition } from '../edition.ts'
import { claimsOf } from './accessibility.ts'
import type { Claims } from './accessibility.ts'
import { checkIn } from './carry-past-sanitiser.ts'
import { describe } from './describe.ts'
import { subsetFaces } from './faces.ts'
import type { Face } from './faces.ts'
import { fileAs } from './file-as.ts'
import { identifierOf } from './identifier.ts'
import type { PrintPage } from './mark-pages.ts'
import { outline } from './outline.ts'
import type { Entry } from './outline.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** All that the templates say, ready to be bound. */
export interface Sheets {
  edition: Edition
  identifier: string
  /** The authors, and how a catalogue files them. */
  creators: readonly { name: string; fileAs: string }[]
  /** What a library shows below the title, if there is a text. */
  description: string
  /** Day, month or year of the edition, if it is one. */
  date?: string
  /** `2026-11-22T10:00:00Z` */
  modified: string
  contentsTitle: string
  css: string
  claims: Claims
  outline: readonly Entry[]
  /** How deep the outline goes, from 1. */
  depth: number
  landmarks: readonly Landmark[]
  pages: readonly Page[]
  /** The pages of the print edition. */
  printPages: readonly PrintPage[]
  /** What says which print edition they are of. */
  printSource: string
  /** Place of each target of the NCX in the order of reading, from 1. */
  order: ReadonlyMap<string, number>
  pictures: readonly Picture[]
  /** The picture on the cover, by its place among the pictures; missing where there is no cover. */
  coverIndex?: number
  faces: readonly Face[]
}

/** A place that reading systems offer by what it is. */
export interface Landmark {
  type: string
  href: string
  title: string
}

/** A chapter as it goes to the binder. */
export interface Page {
  filename: string
  title: string
  matter: 'frontmatter' | 'bodymatter' | 'backmatter'
  /** Its HTML, with tickets for what the sanitiser may not see. */
  content: string
  /** XHTML of each ticket. */
  tickets: readonly string[]
  /** It holds a drawing in itself, which the manifest has to say. */
  drawn: boolean
}

/** Where the parts of a book stand. */
const MATTER: Readonly<Record<Chapter['kind'], Page['matter']>> = {
  cover: 'frontmatter',
  titlepage: 'frontmatter',
  imprint: 'frontmatter',
  toc: 'frontmatter',
  chapter: 'bodymatter',
  colophon: 'backmatter'
}
const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u

/** @param moment the time the EPUB says it was made */
export async function sheetsOf(
  edition: Edition,
  chapters: readonly Chapter[],
  pictures: readonly Picture[],
  printPages: readonly PrintPage[],
  moment: Date
): Promise<Sheets> {
  const text = chapters.filter((d) => d.kind !== 'toc')
  const entries = outline(text.filter((d) => d.kind !== 'cover'))
  const set = chapters.filter((d) => d.kind !== 'cover')
  const faces = await subsetFaces(set, (await designOf(edition)).parts.text.family)
  const cover = chapters.find((d) => d.kind === 'cover')
  const coverIndex = pictures.findIndex((d) => cover && shows(cover, d))
  return {
    edition,
    identifier: identifierOf(edition),
    creators: edition.authors.map((name) => ({ name, fileAs: fileAs(name, edition) })),
    description: describe(edition, text),
    ...(edition.date && isDay(edition.date) && { date: edition.date }),
    modified: moment.toISOString().replace(/\.\d+Z$/u, 'Z'),
    contentsTitle: chapters.find((d) => d.kind === 'toc')?.title ?? 'Contents',
    css: await styleSheet(faces),
    claims: claimsOf(text, printPages.length > 0),
    printPages,
    printSource: printSource(edition, printPages.length),
    order: readingOrder(chapters, entries, printPages),
    outline: entries,
    depth: depthOf(entries),
    landmarks: landmarks(chapters),
    pages: text.map(page),
    pictures,
    ...(coverIndex >= 0 && { coverIndex }),
    faces
  }
}

function shows({ tree }: Chapter, { name }: Picture): boolean {
  return tree.children.some(
    (d) => d.type === 'element' && String(d.properties.src ?? '').endsWith(name)
  )
}

/** EPUB takes `2026`, `2026-11` or `2026-11-22`, of the calendar. */
function isDay(date: string): boolean {
  return DAY.test(date) && new Date(date).toISOString().startsWith(date)
}

async function styleSheet(faces: readonly Face[]): Promise<string> {
  const rules = faces.map(
    ({ filename, weight, style }) =>
      `@font-face { font-family: "Press Text"; font-weight: ${weight}; font-style: ${style}; src: url(fonts/${filename}); }\n`
  )
  return rules.join('') + new TextDecoder().decode(await readOwn('styles/epub.css'))
}

function depthOf(entries: readonly Entry[]): number {
  return Math.max(1, ...entries.map((d) => (d.entries.length > 0 ? 1 + depthOf(d.entries) : 1)))
}

/** The cover, the title page, the contents, the start of the text, the colophon: each once. */
function landmarks(chapters: readonly Chapter[]): Landmark[] {
  const types = {
    cover: 'cover',
    titlepage: 'titlepage',
    toc: 'toc',
    chapter: 'bodymatter',
    colophon: 'colophon'
  }
  return Object.entries(types).flatMap(([kind, type]) => {
    const found = chapters.find((d) => d.kind === kind)
    if (!found) return []
    return [
      { type, href: type === 'toc' ? 'toc.xhtml#contents' : found.filename, title: found.title }
    ]
  })
}

function page({ kind, filename, title, tree }: Chapter): Page {
  const { html, tickets } = checkIn(tree)
  let drawn = false
  visit(tree, 'element', (node) => {
    drawn ||= node.tagName === 'svg'
  })
  return { filename, title, matter: MATTER[kind], content: html, tickets, drawn }
}

/** Reading systems show it as it is: which edition the pages are those of. */
function printSource({ title, publisher, trim }: Edition, count: number): string {
  const size = `${trim.width} × ${trim.height} mm`
  return [title, publisher, size, `${count} pp.`].filter(Boolean).join(', ')
}

/** A file comes before what is in it, and one target has one place: what an NCX wants of its `playOrder`. */
function readingOrder(
  chapters: readonly Chapter[],
  entries: readonly Entry[],
  pages: readonly PrintPage[]
): Map<string, number> {
  const hrefs = (list: readonly Entry[]): string[] =>
    list.flatMap((d) => [d.href, ...hrefs(d.entries)])
  const wanted = new Set([...hrefs(entries), ...pages.map((d) => d.href)])
  const met: string[] = []
  for (const { kind, filename, tree } of chapters) {
    if (kind === 'toc') met.push(...pages.map((d) => d.href).filter((d) => d.startsWith('toc.')))
    met.push(filename)
    visit(tree, 'element', ({ properties: { id } }) => {
      if (id !== undefined) met.push(`${filename}#${String(id)}`)
    })
  }
  return new Map(met.filter((d) => wanted.has(d)).map((d, index) => [d, index + 1]))
}
