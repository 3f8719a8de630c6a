// The path of a text, in one screen: which stage follows which, and which files come of it. Every boundary is a file
// that anyone can open; nothing is written before all of it is made and compared.
//
//     source.txt → import → manuscript.md → compose → typeset → print → finish → impose
//                                                         └→ package   then collate, then write
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { lastChange, readManuscript } from './assets.ts'
import { checkPrint } from './check.ts'
import { collate } from './collate.ts'
import { compose } from './compose.ts'
import type { Composed } from './compose.ts'
import { finish } from './finish.ts'
import { finishCover } from './finish/cover.ts'
import { finishForPress } from './finish/for-press.ts'
import type { Standard } from './finish/xmp.ts'
import { impose, testSheet } from './impose.ts'
import { authorQueriesOf } from './manuscript/author-queries.ts'
import { recover, writeSet } from './outputs.ts'
import { packageBook, packageForKobo } from './package.ts'
import { pagesToText } from './pages.ts'
import { openBrowser, prepareTab, print } from './print.ts'
import type { Browser } from './print.ts'
import { newMemory, typesetCover } from './typeset.ts'
import type { Memory } from './typeset.ts'
import { fenceText } from './press/approved-text.ts'
import { buildFolder, MADE_OF, MADE_ON } from './press/build-folder.ts'
import { count } from './press/count.ts'
import { thickness } from './press/impose-options.ts'
import { filesMade } from './press/files-made.ts'
import { momentOf } from './press/moment.ts'
import { setPages } from './press/set-pages.ts'
import { spineOf } from './press/spine.ts'
import { editionName } from './slug.ts'

export { approvePages } from './press/approve-pages.ts'
export { checkPath } from './press/check-path.ts'
export { imposePdf } from './press/impose-pdf.ts'
export { importSource } from './press/import-source.ts'
export { previewEdition } from './press/preview-edition.ts'
export type { Editor, Problem } from './preview.ts'
export { proofEdition } from './press/proof-edition.ts'
export { provedApproved } from './press/proved-approved.ts'
export { undoSource } from './press/undo-source.ts'

/** Told that a stage has begun, how far it is (`part`, from 0 to 1), or with what result it has ended. */
export type Progress = (event: { stage: string; result?: string; part?: number }) => void

/** A file that was made. */
export interface Made {
  path: string
  /** Its size. */
  bytes: number
  pages?: number
  notes?: number
  words?: number
  sheets?: number
}

/** What came of a run. */
export interface Outcome {
  /** Those whose messages someone should see. */
  files: readonly VFile[]
  made: readonly Made[]
  /** What a proof comes to, in one line. */
  verdict?: string
  /** Whether a proof found nothing to look at; 1 is the exit code where it did. */
  same?: boolean
}

/** How an edition is built. */
export interface BuildOptions {
  /** Folder that holds the folder of the edition; `build` when missing. */
  into?: string
  /** Number of pages, or what it is to be a multiple of; what the front matter says when missing. */
  fit?: number
  /** What `print.pdf` keeps to; PDF/X-4 when missing. */
  pdfx?: Standard
  /** Make the e-book a second time, for Kobo's own reading programme. */
  kepub?: boolean
  /** Thickness of a leaf, as millimetres or a weight such as `80gsm`: for the spine and the creep. */
  caliper?: string
  /** The booklet begins with a page that shows how to put it together. */
  leaflet?: boolean
  /** Each page begins with the words with which it began when the edition was approved. */
  fence?: boolean
  /** A running browser to use and leave running; one is started and ended when missing. */
  browser?: Browser
}

/**
 * Build an edition: `manuscript/<slug>/manuscript.md` to `build/<slug>/`.
 *
 * @param folder the edition's folder; its name is the slug
 * @returns with a file that has fatal messages, and nothing made, where fenced pages do not hold their text
 * @throws {VFileMessage} exit 2, 3 or 5, at a place in the manuscript; the last good files stay
 * @throws {Unable} exit 3 when the folder's name is no slug or there is nothing to fence by, exit 4
 */
export async function build(
  folder: string,
  options: BuildOptions,
  progress: Progress
): Promise<Outcome> {
  const slug = editionName(folder)
  const caliper = options.caliper === undefined ? undefined : thickness(options.caliper)
  const target = buildFolder(slug, options.into)
  await recover(target)
  const path = join(folder, 'manuscript.md')
  const manuscript = await readManuscript(path)
  const on = options.fence ? await fenceText(folder) : undefined
  const opening = options.browser ? undefined : openBrowser()
  // The browser gets ready while the text is composed; if it cannot, whoever waits for it is told.
  opening?.then((d) => prepareTab(d.browser)).catch(() => undefined)
  try {
    const begin = follow(progress)
    const memory: Memory & Composed = newMemory()
    const file = await begin('compose', compose(manuscript, memory), contentsOf)
    await checkPrint(file)
    const moment = momentOf(file) ?? (await lastChange(path))
    await begin('typeset', setPages(file, memory, on, options.fit), () => pagesOf(file))
    if (!file.data.composition) return { files: [refuseMisfits(file)], made: [] }
    const spine = spineOf(file.data.composition?.pages.length ?? 0, caliper)
    const paging = async () => {
      const browser = options.browser ?? (await opening)?.browser
      if (!browser) throw new Error('openBrowser gives a browser')
      const tell = (part: number) => progress({ stage: 'print', part })
      return begin('print', print(file, browser, tell), (d) =>
        count(d.data.pages?.length ?? 0, 'page')
      )
    }
    const packaging = async () => packageBook(await typesetCover(file, spine), moment)
    const [laid, epub] = await together([paging(), begin('package', packaging(), kilobytes)])
    // The lines of a long text take the room that its pages now need.
    delete file.data.composition
    delete file.data.madeUp
    const read = await begin('finish', finish(laid, moment), kilobytes)
    const forPress = await begin('finish', finishForPress(read, moment, options.pdfx), kilobytes)
    const cover = await finishCover(file, spine, moment, options.pdfx)
    const creep = caliper === undefined ? {} : { creep: { caliper, model: 'sheet' as const } }
    const job = { leaflet: options.leaflet ?? false, ...creep }
    const booklet = await begin('impose', impose(read, job), (d) => d.data.imposed ?? '')
    const test = await testSheet({ sheet: booklet.data.paper ?? 'a4' })
    await begin('collate', collate(file, read, epub), () => 'no word lost')
    const pages = laid.data.pages ?? []
    const kobo = options.kepub ? bytesOf(await packageForKobo(epub, moment)) : undefined
    const files = new Map<string, Uint8Array | string>([
      ['print.html', laid.data.html ?? ''],
      ['read.pdf', bytesOf(read)],
      ['print.pdf', bytesOf(forPress)],
      ['cover.pdf', bytesOf(cover)],
      ['booklet.pdf', bytesOf(booklet)],
      ['test-sheet.pdf', bytesOf(test)],
      [`${slug}.epub`, bytesOf(epub)],
      ...(kobo ? [[`${slug}.kepub.epub`, kobo] as const] : []),
      ['pages.txt', pagesToText(pages)],
      [MADE_OF, String(file)],
      ...(on ? [[MADE_ON, String(on)] as const] : [])
    ])
    const facts: Readonly<Record<string, Partial<Made>>> = {
      'read.pdf': {
        pages: pages.length,
        notes: file.data.book?.notes.length ?? 0,
        words: wordsOf(file)
      },
      'cover.pdf': { pages: 1 },
      'print.pdf': { pages: forPress.data.pressPages ?? 0 },
      'booklet.pdf': { sheets: booklet.data.sheets ?? 0 }
    }
    await begin('write', writeSet(target, files), () => target)
    return { files: [file, read, booklet, epub], made: filesMade(target, files, facts) }
  } finally {
    await opening?.then(
      (d) => d.close(),
      () => undefined
    )
  }
}

/** Tell of a stage at its begin and its end. */
function follow(progress: Progress) {
  return async <T>(stage: string, work: Promise<T>, result: (done: T) => string): Promise<T> => {
    progress({ stage })
    const done = await work
    progress({ stage, result: result(done) })
    return done
  }
}

/** Wait for both, so that nothing of a failed build goes on behind the message. */
async function together<A, B>([a, b]: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled([a, b])
  return Promise.all([a, b])
}

/** What its pages do not hold is no edition. */
function refuseMisfits(file: VFile): VFile {
  for (const message of file.messages) if (message.ruleId === 'fence') message.fatal = true
  return file
}

function pagesOf(file: VFile): string {
  const { pages = [], fitted = '' } = file.data.composition ?? {}
  return [count(pages.length, 'page'), fitted].filter(Boolean).join(', ')
}

function contentsOf(file: VFile): string {
  const { sections = [], notes = [] } = file.data.book ?? {}
  return `${count(sections.length, 'section')}, ${count(notes.length, 'note')}`
}

/** Those that are printed, and the marks of Markdown; what is asked of the author is neither. */
function wordsOf(file: VFile): number {
  const text = String(file)
  const { asked } = authorQueriesOf(file)
  const kept = asked.map((d, index) => text.slice(asked[index - 1]?.to ?? 0, d.from))
  return [...kept, text.slice(asked.at(-1)?.to ?? 0)].join('').split(/\s+/u).length
}

function bytesOf(file: VFile): Uint8Array {
  if (file.value instanceof Uint8Array) return file.value
  throw new Error('A stage that makes a file gives its bytes')
}

function kilobytes(file: VFile): string {
  return `${Math.round(bytesOf(file).length / 1024)} kB`
}
