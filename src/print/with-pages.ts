// A document in pages, in a tab that reaches nothing: the one request it may make is for an empty document, which we
// answer from memory; every other is refused before it leaves (promise P2). The document's own scripts are shut off by
// its content security policy; ours come in by the side door that a browser's tools have.
import { readOwn } from '../assets.ts'
import type { Browser, Tab } from './browser.ts'
import { installGuard } from './guard.ts'
import type { LayoutReport } from './guard.ts'
import { installPageTurns } from './page-turns.ts'

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
  /** Running head of the versos. */
  title: string
  /** More pages than a sound layout of this text can make. */
  most: number
  /** Part of the text that is on its pages, from 0 to 1. */
  progress: (part: number) => void
}

const ADDRESS = 'http://pamphlet.invalid/print.html'
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
const PAGED = 'node_modules/pagedjs-cli/dist/browser.js'
/** Longest time for a whole layout, in milliseconds (promise P10). */
const LONGEST = 120_000
/** Longest time for one page, in milliseconds. */
const LONGEST_PAGE = 30_000
/** Pages without any text, one after another, that a layout may make. */
const MOST_EMPTY = 3

/** Tabs that wait for a document, at most one a browser. */
const ready = new WeakMap<Browser, Promise<Tab>>()

/**
 * Make a tab ready for the next document: Paged.js takes longer to load than some pamphlets take to lay out, so a browser
 * does it while we do something else.
 */
export function prepareTab(browser: Browser): Promise<Tab> {
  const tab = ready.get(browser) ?? openTab(browser)
  ready.set(browser, tab)
  // Whoever asks for the tab is told why there is none.
  tab.catch(() => undefined)
  return tab
}

/**
 * Lay a document out and use the tab that holds its pages.
 *
 * @param use given the tab, and what `look` told before the layout
 * @param look runs in the page before the layout
 * @throws {StoppedLayout} when no end is in sight
 */
export async function withPages<L, T>(
  browser: Browser,
  html: string,
  setting: Setting,
  look: () => L,
  use: (tab: Tab, looked: L) => Promise<T>
): Promise<T> {
  const preparing = prepareTab(browser)
  ready.delete(browser)
  const tab = await preparing
  try {
    await tab.evaluate(writeDocument, html)
    const looked = await tab.evaluate(look)
    await tab.evaluate(installPageTurns)
    await tab.evaluate(installGuard, { empty: MOST_EMPTY, pages: setting.most })
    await watched(tab, setting)
    return await use(tab, looked as L) // what `look` gives is plain data
  } finally {
    await tab.close().catch(() => undefined)
  }
}

async function openTab(browser: Browser): Promise<Tab> {
  const paged = Buffer.from(await readOwn(PAGED)).toString('utf8')
  const tab = await browser.newPage()
  await answerFromMemory(tab)
  await tab.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
  await tab.evaluate('window.PagedConfig = { auto: false, settings: { hyphenGlyph: "\\u2060" } }')
  await tab.evaluate(paged)
  return tab
}

async function answerFromMemory(tab: Tab): Promise<void> {
  await tab.setRequestInterception(true)
  tab.on('request', (request) => {
    const ours = request.url() === ADDRESS && request.isNavigationRequest()
    const answer = ours
      ? request.respond({
          body: '<!doctype html>',
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': POLICY }
        })
      : request.abort('blockedbyclient')
    // A tab that is closed in the meantime needs no answer.
    answer.catch(() => undefined)
  })
}

/** Runs in the page: the document takes the place of the empty one, under the same policy. */
function writeDocument(html: string): void {
  document.open()
  document.write(html)
  document.close()
  // Not to be laid out as one long page first; the guard shows it again.
  document.body.hidden = true
}

/** Run Paged.js, and look at what it has done from time to time: a loop inside it would never return. */
async function watched(tab: Tab, { progress }: Setting): Promise<void> {
  let report: LayoutReport = { pages: 0, part: 0, line: 1 }
  const begun = performance.now()
  let moved = begun
  const look = async (): Promise<void> => {
    const next = await tab.evaluate(() => window.pressReport)
    if (next.pages > report.pages) moved = performance.now()
    report = next
    progress(report.part)
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

/** Runs in the page. */
async function runPaged(): Promise<LayoutReport> {
  // Paged.js puts it there.
  const { PagedPolyfill } = window as unknown as { PagedPolyfill: { preview(): Promise<unknown> } }
  try {
    await PagedPolyfill.preview()
  } catch (error) {
    window.pressReport.stopped ??= error instanceof Error ? error.message : String(error)
  }
  return window.pressReport
}
