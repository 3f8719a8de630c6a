// Compare the words of the manuscript, of the printed pages and of the e-book, in order, before anything is written. It
// reads all three by itself and shares no code with the stages that made them, so that their faults cannot hide here
// (promise P6: no word lost).
import type { VFile } from 'vfile'
import { comparePage } from './collate/compare-page.ts'
import type { PageDifference } from './collate/compare-page.ts'
import { compareWords } from './collate/compare-words.ts'
import { runsRightToLeft } from './collate/drawn-letters.ts'
import type { Drawing } from './collate/drawn-letters.ts'
import { epubWords } from './collate/epub-words.ts'
import { manuscriptWords, turnsLines } from './collate/manuscript-words.ts'
import type { ManuscriptWords } from './collate/manuscript-words.ts'
import { lossOf, refuseFrontLoss, refuseLoss } from './collate/no-word-lost.ts'
import { notesOnTheirPages } from './collate/notes-on-their-pages.ts'
import { pageWords } from './collate/page-words.ts'
import { pdfPages } from './collate/pdf-words.ts'
import type { PrintedPage } from './collate/pdf-words.ts'
import { unknownSources } from './collate/sources-are-known.ts'
import { lettersOf, UNREADABLE } from './collate/words.ts'
import type { Spot, Word } from './collate/words.ts'
import type { Edition } from './edition.ts'
import { usedFaces } from './design.ts'
import { parseManuscript } from './manuscript.ts'
import type { Page } from './pages.ts'

/**
 * @param manuscript the text of the edition
 * @param pdf the finished pages, with `data.pages` as the layout was read
 * @param epub the finished e-book
 * @throws {VFileMessage} exit 2 at the manuscript's line of the first word that was lost, doubled or changed
 */
export async function collate(manuscript: VFile, pdf: VFile, epub: VFile): Promise<void> {
  const { pages } = pdf.data
  if (!pages) throw new Error('print sets the pages')
  const tree = parseManuscript(manuscript)
  const { edition } = manuscript.data
  if (!edition) throw new Error('parseManuscript sets the edition')
  const words = manuscriptWords(tree, edition.titleNote)
  const [stranded] = words.stranded
  if (stranded) {
    const loss = { lost: words.stranded.map((d) => d.text).join(' '), extra: '', before: '' }
    refuseLoss(manuscript, stranded.spot, 'from a note that nothing calls', loss)
  }
  const spots = collatePages(manuscript, edition, words, pages)
  await collatePdf(manuscript, edition, pages, bytesOf(pdf), spots, turnsLines(tree))
  await collateEpub(manuscript, edition, words, bytesOf(epub))
}

function bytesOf(file: VFile): Uint8Array {
  if (file.value instanceof Uint8Array) return file.value
  throw new Error('collate is given finished files as bytes')
}

/** Where the manuscript has what stands on the pages. */
interface Spots {
  /** For each page, its words of the text in order. */
  words: ReadonlyMap<number, readonly (Spot | undefined)[]>
  notes: ReadonlyMap<number, Spot>
}

function collatePages(
  file: VFile,
  edition: Edition,
  wanted: ManuscriptWords,
  pages: readonly Page[]
): Spots {
  const found = pageWords(pages)
  requireFront(file, edition, found.front, 'on the first pages')
  const partners = compare(file, wanted.body, found.body, 'the text')
  const noteSpots = new Map<number, Spot>()
  const callPages = new Map<number, number>()
  if (edition.titleNote !== undefined && found.titlePage !== undefined)
    callPages.set(1, found.titlePage)
  wanted.notes.forEach((note, index) => {
    const [first] = note
    if (first?.spot) noteSpots.set(index + 1, first.spot)
    compare(file, note, found.notes.get(index + 1)?.words ?? [], `note ${index + 1}`)
  })
  const words = new Map<number, (Spot | undefined)[]>()
  for (const word of found.body) {
    const { page = 0 } = word
    const partner = partners.get(word)
    const here = words.get(page) ?? []
    here.push(partner?.spot)
    words.set(page, here)
    if (partner?.call && !callPages.has(partner.call)) callPages.set(partner.call, page)
  }
  notesOnTheirPages(file, found.notes, callPages, noteSpots)
  return { words, notes: noteSpots }
}

async function collatePdf(
  file: VFile,
  edition: Edition,
  pages: readonly Page[],
  bytes: Uint8Array,
  spots: Spots,
  turned: boolean
): Promise<void> {
  const unread = [...pages]
  for await (const printed of pdfPages(bytes)) {
    const page = unread.shift()
    if (!page) throw new Error(`The PDF has more pages than the layout, ${pages.length}`)
    const difference = await differenceOn(page, printed, turned, edition)
    if (difference) refuseDifference(file, page, spots, difference)
  }
  for (const page of unread) {
    const difference = comparePage(page, '', {})
    if (difference) refuseDifference(file, page, spots, difference)
  }
}

/** Most pages agree as they are painted. What is read in another order, or drawn by another face, costs a second look. */
async function differenceOn(
  page: Page,
  { painted, tagged }: PrintedPage,
  turned: boolean,
  edition: Edition
): Promise<PageDifference | undefined> {
  if (!painted.includes(UNREADABLE) && !comparePage(page, painted, {})) return undefined
  const drawing: Drawing = {
    faces: Object.values(await usedFaces(edition)).flatMap((d) => [...d.values()]),
    turned: (d) => turned || runsRightToLeft(d)
  }
  const first = comparePage(page, painted, drawing)
  const second = first && comparePage(page, await tagged(), drawing)
  return second && second.weight < first.weight ? second : second && first
}

function refuseDifference(
  file: VFile,
  page: Page,
  spots: Spots,
  difference: PageDifference
): never {
  const { bodyWord, note } = difference
  const line = page.lines && { line: page.lines[0], column: 1 }
  const body = bodyWord === undefined ? undefined : spots.words.get(page.number)?.[bodyWord]
  const spot = body ?? (note === undefined ? undefined : spots.notes.get(note)) ?? line
  return refuseLoss(file, spot, `on page ${page.number} of the PDF`, difference)
}

async function collateEpub(
  file: VFile,
  edition: Edition,
  wanted: ManuscriptWords,
  bytes: Uint8Array
): Promise<void> {
  const found = await epubWords(bytes)
  requireFront(file, edition, found.front, 'in the EPUB')
  compare(file, wanted.body, found.body, 'the EPUB')
  wanted.notes.forEach((note, index) =>
    compare(file, note, found.notes.get(index + 1) ?? [], `note ${index + 1} of the EPUB`)
  )
  for (const [number, extra] of unknownSources(String(file), wanted.notes, found.sources)) {
    const loss = { lost: '', extra, before: '' }
    refuseLoss(file, wanted.notes[number - 1]?.[0]?.spot, `in the source of note ${number}`, loss)
  }
  const more = [...found.notes.keys()].find((number) => !(number <= wanted.notes.length))
  if (more !== undefined || found.uncalled.length > 0)
    throw new Error(`The EPUB has a note that the manuscript has not: ${more ?? found.uncalled[0]}`)
}

/** Stop at the first difference; otherwise say which word of the manuscript each found word is. */
function compare(
  file: VFile,
  wanted: readonly Word[],
  found: readonly Word[],
  where: string
): ReadonlyMap<Word, Word> {
  const { difference, partners } = compareWords(wanted, found)
  if (!difference) return partners
  const { expected, found: here } = difference.at
  const page = here?.page === undefined ? '' : `, page ${here.page}`
  return refuseLoss(file, expected?.spot, `in ${where}${page}`, lossOf(difference))
}

function requireFront(file: VFile, edition: Edition, front: string, where: string): void {
  const { title, subtitle, part, authors } = edition
  const values = [
    ['title', title],
    ['subtitle', subtitle],
    ['part', part],
    ...authors.map((d) => ['author', d] as const)
  ] as const
  for (const [key, text] of values)
    if (text && !front.includes(lettersOf(text))) refuseFrontLoss(file, key, text, where)
}
