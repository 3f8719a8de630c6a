// An EPUB as the rules see it: the entries of its zip, the record of what belongs to it, and the tags of each text file.
import { tagsOf } from './markup.ts'
import type { Tag } from './markup.ts'
import { zipEntries } from './zip-entries.ts'
import type { Entry } from './zip-entries.ts'

/** A file of the e-book that holds markup. */
export interface Chapter {
  path: string
  text: string
  tags: readonly Tag[]
}

/** An opened EPUB. */
export interface EBook {
  entries: readonly Entry[]
  /** By path in the zip. */
  files: ReadonlyMap<string, Entry>
  /** The package document, where there is one. */
  record: Chapter | undefined
  /** The XHTML and SVG files. */
  chapters: readonly Chapter[]
  /** The ids of each chapter. */
  ids: ReadonlyMap<string, ReadonlySet<string>>
}

const CONTAINER = 'META-INF/container.xml'

/** @throws {ZipFault} when it is no zip that can be read */
export function openEBook(bytes: Uint8Array): EBook {
  const entries = zipEntries(bytes)
  const files = new Map(entries.map((d) => [d.name, d]))
  const rootfile = chapterOf(files.get(CONTAINER))?.tags.find((d) => d.name === 'rootfile')
  const record = chapterOf(files.get(rootfile?.attributes.get('full-path') ?? ''))
  const chapters = entries
    .filter((d) => /\.(?:xhtml|html|htm|svg)$/iu.test(d.name))
    .map(chapterOf)
    .filter((d) => d !== undefined)
  const ids = new Map(chapters.map((d) => [d.path, idsOf(d)]))
  return { entries, files, record, chapters, ids }
}

function chapterOf(entry: Entry | undefined): Chapter | undefined {
  if (!entry) return undefined
  const text = entry.bytes.toString('utf8')
  return { path: entry.name, text, tags: [...tagsOf(text)] }
}

function idsOf(chapter: Chapter): Set<string> {
  return new Set(chapter.tags.map((d) => d.attributes.get('id')).filter((d) => d !== undefined))
}

/** Where an address leads inside the zip; undefined when it leads out of it. */
export function targetOf(written: string, from: string): { path: string; id: string } | undefined {
  const address = written.trim()
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(address)) return undefined
  const [before = '', id = ''] = address.split('#', 2)
  try {
    const base = new URL(encodeURI(from), 'epub:///')
    const url = new URL(before === '' ? base : new URL(before, base))
    return { path: decodeURIComponent(url.pathname.slice(1)), id: decodeURIComponent(id) }
  } catch {
    return { path: before, id }
  }
}

/** `` in `text.xhtml`, line 12 `` */
export function placeIn(chapter: Chapter, tag: Tag): string {
  return `in \`${chapter.path}\`, line ${tag.line}`
}
