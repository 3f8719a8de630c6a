// The typeset book in, an EPUB 3 out: chapters checked, the pages of the print edition marked in them, type cut down to what is set, contents and metadata made, all of
// it bound without a glance at network or clock.
import { VFile } from 'vfile'
import { bind } from './package/bind.ts'
import { coverPage } from './package/cover-page.ts'
import { kepub } from './package/kepub.ts'
import { markPages } from './package/mark-pages.ts'
import { mendLinks } from './package/mend-links.ts'
import { notesFitPopUps } from './package/notes-fit-pop-ups.ts'
import { placePictures } from './package/place-pictures.ts'
import { refuseLosses, refuseMetadata, refuseWarning } from './package/refuse-losses.ts'
import { sheetsOf } from './package/sheets.ts'

/** ZIP cannot say an earlier year. */
const EARLIEST = Date.UTC(1980, 0, 1)

/**
 * Make the EPUB of a typeset file, whose messages get what there is to say; its value stays.
 *
 * @param moment the time the EPUB says it was made
 * @returns a file whose value is the EPUB's bytes
 * @throws {VFileMessage} exit 2, at its line, for what an EPUB cannot hold
 */
export async function packageBook(file: VFile, moment: Date): Promise<VFile> {
  const { edition, composition } = file.data
  if (!edition || !file.data.chapters) throw new Error('compose sets the edition and its chapters')
  if (!composition) throw new Error('typeset makes the pages')
  const cover = coverPage(file)
  const chapters = structuredClone([...(cover ? [cover.chapter] : []), ...file.data.chapters])
  const text = chapters.filter((d) => d.kind !== 'toc')
  refuseMetadata(edition, file)
  for (const chapter of text) refuseLosses(chapter, file)
  for (const { tree } of text) notesFitPopUps(tree, file)
  mendLinks(text, file)
  const pictures = placePictures(text, file, cover?.picture)
  const time = timeOf(moment)
  const pages = markPages(text, composition, file)
  const sheets = await sheetsOf(edition, chapters, pictures, pages, time)
  const bytes = await bind(sheets, time, (index, warning) =>
    refuseWarning(text[index]?.tree, warning, file)
  )
  return new VFile({ value: bytes, data: { edition } })
}

/** The same e-book for Kobo's own reading programme; a file whose value is its bytes. */
export async function packageForKobo(epub: VFile, moment: Date): Promise<VFile> {
  if (!(epub.value instanceof Uint8Array)) throw new Error('an EPUB is bytes')
  return new VFile({ value: await kepub(epub.value, timeOf(moment)), data: epub.data })
}

function timeOf(moment: Date): Date {
  return new Date(Math.max(moment.getTime(), EARLIEST))
}
