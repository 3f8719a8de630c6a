// A document in pages, in a tab that reaches nothing: the one request it may make is for an empty document, which we
// answer from memory; every other is refused before it leaves (promise P2). The document's own scripts are shut off by
// its content security policy; ours come in by the side door that a browser's tools have.
import { readOwn } from '../assets.ts'
import type { Browser, Tab } from './browser.ts'
import { installBridge } from './bridge.ts'
import { watchLayout } from './watch-layout.ts'
import type { Setting } from './watch-layout.ts'

const ADDRESS = 'http://pamphlet.invalid/print.html'
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
const PAGED = 'node_modules/pagedjs-cli/dist/browser.js'

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
    await tab.evaluate(installBridge)
    await watchLayout(tab, setting)
    return await use(tab, looked as L) // what `look` gives is plain data
  } finally {
    // Nobody waits for it: the browser ends it at the latest.
    tab.close().catch(() => undefined)
  }
}

async function openTab(browser: Browser): Promise<Tab> {
  const paged = Buffer.from(await readOwn(PAGED)).toString('utf8')
  const tab = await browser.newPage()
  await answerFromMemory(tab)
  await tab.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
  await tab.evaluate('window.PagedConfig = { auto: false }')
  await tab.evaluate(hurryFrames)
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

/**
 * Runs in the page, before Paged.js, which waits for a frame after every page. No one watches, so the next turn of the
 * loop will do.
 */
function hurryFrames(): void {
  const { port1, port2 } = new MessageChannel()
  const waiting: FrameRequestCallback[] = []
  port1.addEventListener('message', () => waiting.shift()?.(performance.now()))
  port1.start()
  window.requestAnimationFrame = (callback) => {
    port2.postMessage(undefined)
    return waiting.push(callback)
  }
}

/** Runs in the page: the document takes the place of the empty one, under the same policy. */
function writeDocument(html: string): void {
  document.open()
  document.write(html)
  document.close()
  // Not to be laid out as one long page first; the bridge shows it again.
  document.body.hidden = true
}
