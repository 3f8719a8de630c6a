// The composed book in, an EPUB 3 out: chapters checked, type cut down to what is set, contents and metadata made, all of
// it bound without a glance at network, disk or clock.
import { VFile } from 'vfile'
import type { DataMap } from 'vfile'
import { readOwn } from './assets.ts'
import type { Picture } from './assets.ts'
import type { Edition } from './edition.ts'
import { failAt, queryAt } from './failure.ts'
import { claimsOf } from './package/accessibility.ts'
import { bind } from './package/bind.ts'
import type { Page, Sheets } from './package/bind.ts'
import { checkIn } from './package/carry-past-sanitiser.ts'
import { subsetFaces } from './package/faces.ts'
import { identifierOf } from './package/identifier.ts'
import { mendLinks } from './package/mend-links.ts'
import { outline } from './package/outline.ts'
import { refuseLosses } from './package/refuse-losses.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** Where the parts of a book stand; the contents follow the front matter. */
const MATTER: Readonly<Record<Chapter['kind'], Page['matter']>> = {
  titlepage: 'frontmatter',
  imprint: 'frontmatter',
  toc: 'frontmatter',
  chapter: 'bodymatter',
  colophon: 'backmatter'
}
/** ZIP cannot say an earlier year. */
const EARLIEST = Date.UTC(1980, 0, 1)
const START = { line: 1, column: 1 }

/**
 * Make the EPUB of a composed file, whose messages get what there is to say; its value stays.
 *
 * @param moment the time the EPUB says it was made
 * @returns a file whose value is the EPUB's bytes
 * @throws {VFileMessage} exit 2, at its line, for what an EPUB cannot hold
 */
export async function packageBook(file: VFile, moment: Date): Promise<VFile> {
  const { edition, chapters: composed } = file.data
  if (!edition || !composed) throw new Error('compose sets the edition and its chapters')
  const chapters = structuredClone(composed)
  const text = chapters.filter((d) => d.kind !== 'toc')
  refuseMetadata(edition, file)
  for (const chapter of text) refuseLosses(chapter, file)
  mendLinks(text, file)
  const pictures = placePictures(text, file)
  const time = new Date(Math.max(moment.getTime(), EARLIEST))
  const sheets = await sheetsOf(edition, chapters, pictures, time)
  const bytes = await bind(sheets, time, (page, warning) => {
    const line = text[page]?.tree.children.map(lineOf).find((d) => d !== undefined) ?? 1
    return failAt(file, { line, column: 1 }, 'refuse-losses', `Unexpected markup: ${warning}`)
  })
  return new VFile({ value: bytes, data: { edition } })
}

async function sheetsOf(
  edition: Edition,
  chapters: readonly Chapter[],
  pictures: readonly Picture[],
  moment: Date
): Promise<Sheets> {
  const text = chapters.filter((d) => d.kind !== 'toc')
  const entries = outline(text)
  const date = dayOf(edition.date)
  const faces = await subsetFaces(chapters)
  return {
    edition,
    identifier: identifierOf(edition),
    ...(date && { date }),
    modified: moment.toISOString().replace(/\.\d+Z$/u, 'Z'),
    contentsTitle: chapters.find((d) => d.kind === 'toc')?.title ?? 'Contents',
    css: await styleSheet(faces),
    claims: claimsOf(text),
    outline: entries,
    depth: depthOf(entries),
    landmarks: landmarksOf(chapters),
    pages: text.map(pageOf),
    pictures,
    faces
  }
}
