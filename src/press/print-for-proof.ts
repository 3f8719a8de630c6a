// A manuscript in, its pages as a build would make them out: typeset, printed and finished, with a hash of what is drawn on
// each. Several states of an edition are printed one after the other, with one memory and one browser.
import type { VFile } from 'vfile'
import { checkPrint } from '../check.ts'
import { compose } from '../compose.ts'
import type { Composed } from '../compose.ts'
import { finish } from '../finish.ts'
import { blanksOf, bookletSheets } from '../impose.ts'
import type { Progress } from '../press.ts'
import { openBrowser, prepareTab, print } from '../print.ts'
import type { Browser } from '../print.ts'
import { pageHashes } from '../proof.ts'
import { newMemory } from '../typeset.ts'
import type { Memory } from '../typeset.ts'
import { count } from './count.ts'
import { momentOf } from './moment.ts'
import { setPages } from './set-pages.ts'

/** Finished pages. */
export interface Printed {
  /** The typeset manuscript. */
  file: VFile
  /** `read.pdf`. */
  pdf: VFile
  hashes: readonly string[]
  /** The pages of each sheet of a booklet of so many pages. */
  sheets: (pages: number) => number[][]
}

/** Prints what it is given. */
export interface Printer {
  /** @param stage its name as it is told of */
  print: (stage: string, file: VFile) => Promise<Printed>
  /**
   * Print a text on the pages of another.
   *
   * @param on that text; none where pages are free
   * @returns nothing where these pages cannot hold it; messages on the file say by how much
   */
  printOn: (stage: string, file: VFile, on?: VFile) => Promise<Printed | undefined>
  close: () => Promise<void>
}

/** What a printer needs. */
export interface PrinterOptions {
  /** When the manuscript was last changed: the time of editions that do not say theirs. */
  moment: Date
  progress: Progress
  /** A running one, which is left running; one is started and ended when missing. */
  browser?: Browser | undefined
}

export function openPrinter({ moment, progress, browser }: PrinterOptions): Printer {
  const memory: Memory & Composed = newMemory()
  const opening = browser ? undefined : openBrowser()
  // It gets ready while the text is composed; if it cannot, whoever waits for it is told.
  opening?.then((d) => prepareTab(d.browser)).catch(() => undefined)
  return {
    async print(stage, file) {
      await begin(stage, file)
      await setPages(file, memory)
      return finishPages(stage, file)
    },
    async printOn(stage, file, on) {
      await begin(stage, file)
      const misfits = await setPages(file, memory, on)
      if (misfits === 0) return finishPages(stage, file)
      progress({ stage, result: `${count(misfits, 'page')} too full or too empty` })
      return undefined
    },
    async close() {
      await opening?.then(
        (d) => d.close(),
        () => undefined
      )
    }
  }

  async function begin(stage: string, file: VFile): Promise<void> {
    progress({ stage })
    await compose(file, memory)
    await checkPrint(file)
  }

  async function finishPages(stage: string, file: VFile): Promise<Printed> {
    const running = browser ?? (await opening)?.browser
    if (!running) throw new Error('openBrowser gives a browser')
    const laid = await print(file, running, (part) => progress({ stage, part }))
    const pdf = await finish(laid, momentOf(file) ?? moment)
    const hashes = await pageHashes(pdf)
    progress({ stage, result: count(hashes.length, 'page') })
    const blanks = blanksOf(pdf)
    return { file, pdf, hashes, sheets: (pages) => bookletSheets(pages, blanks) }
  }
}
