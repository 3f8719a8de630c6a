// All that the templates of an EPUB say, gathered from the edition and its chapters.
import { visit } from 'unist-util-visit'
import type { DataMap } from 'vfile'
import { readOwn } from '../assets.ts'
import type { Picture } from '../assets.ts'
import type { Edition } from '../edition.ts'
import { claimsOf } from './accessibility.ts'
import type { Claims } from './accessibility.ts'
import { checkIn } from './carry-past-sanitiser.ts'
import { subsetFaces } from './faces.ts'
import type { Face } from './faces.ts'
import { identifierOf } from './identifier.ts'
import { outline } from './outline.ts'
import type { Entry } from './outline.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** All that the templates say, ready to be bound. */
export interface Sheets {
  edition: Edition
  identifier: string
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
  moment: Date
): Promise<Sheets> {
  const text = chapters.filter((d) => d.kind !== 'toc')
  const entries = outline(text.filter((d) => d.kind !== 'cover'))
  const faces = await subsetFaces(chapters.filter((d) => d.kind !== 'cover'))
  const cover = chapters.find((d) => d.kind === 'cover')
  const coverIndex = pictures.findIndex((d) => cover && shows(cover, d))
  return {
    edition,
    identifier: identifierOf(edition),
    ...(edition.date && isDay(edition.date) && { date: edition.date }),
    modified: moment.toISOString().replace(/\.\d+Z$/u, 'Z'),
    contentsTitle: chapters.find((d) => d.kind === 'toc')?.title ?? 'Contents',
    css: await styleSheet(faces),
    claims: claimsOf(text),
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
      `@font-face { font-family: "EB Garamond"; font-weight: ${weight}; font-style: ${style}; src: url(fonts/${filename}); }\n`
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
