// Run Paged.js in a tab that holds a document, and stop it when it comes to no end (promises P10 and P13): a loop inside it
// would never return, so what it has done is looked at from outside.
import type { Tab } from './browser.ts'
import type { LayoutReport } from './bridge.ts'

/** The layout came to no end. */
export class StoppedLayout extends Error {
  readonly report: LayoutReport
  constructor(reason: string, report: LayoutReport) {
    super(reason)
    this.report = report
  }
}

/** What the layout is told of its text. */
export interface Setting {
  /** Part of the text that is on its pages, from 0 to 1. */
  progress: (part: number) => void
  /** Pages that are laid out and printed at a time, where it is not the usual number. */
  most?: number
}

/** The part of Paged.js that lays out a document, and what it lays out pages with. */
interface Polyfill {
  preview(content: DocumentFragment): Promise<unknown>
  chunker: { source?: unknown; flow(content: DocumentFragment): Promise<unknown> }
}

/** Longest time for a whole stretch, in milliseconds (promise P10). */
const LONGEST = 120_000
/** Longest time for one page, in milliseconds. */
const LONGEST_PAGE = 30_000

/**
 * Lay out the pages that stand ready in a tab.
 *
 * @throws {StoppedLayout} when no end is in sight
 */
export async function watchLayout(tab: Tab, { progress }: Setting): Promise<void> {
  let report: LayoutReport = { pages: 0, all: 0 }
  const begun = performance.now()
  let moved = begun
  const look = async (): Promise<void> => {
    const next = await tab.evaluate(() => window.pressReport)
    if (next.pages > report.pages) moved = performance.now()
    report = next
    progress(report.all === 0 ? 0 : report.pages / report.all)
  }
  const stopAt = (reason: string) => new StoppedLayout(reason, report)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      look().catch(() => undefined)
      const now = performance.now()
      if (now - moved > LONGEST_PAGE) reject(stopAt(`one page takes over ${LONGEST_PAGE / 1000} s`))
      if (now - begun > LONGEST) reject(stopAt(`the layout takes over ${LONGEST / 1000} s`))
    }, 500)
  })
  const preview = tab.evaluate(runPaged)
  try {
    const ended = await Promise.race([preview, late])
    if (ended.stopped !== undefined) throw new StoppedLayout(ended.stopped, ended)
  } finally {
    clearInterval(timer)
    preview.catch(() => undefined)
  }
}

/** Runs in the page: the first pages bring the styles with them, later ones find them there. */
async function runPaged(): Promise<LayoutReport> {
  // Paged.js puts it there.
  const { PagedPolyfill: paged } = window as unknown as { PagedPolyfill: Polyfill }
  const content = document.createDocumentFragment()
  content.append(...window.pressSections.map((d) => d.cloneNode(false)))
  try {
    await (paged.chunker.source ? paged.chunker.flow(content) : paged.preview(content))
  } catch (error) {
    window.pressReport.stopped ??= error instanceof Error ? error.message : String(error)
  }
  return window.pressReport
}
