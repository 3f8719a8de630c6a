// A document in pages, in a tab that reaches nothing: the one request it may make is for an empty document, which we
// answer from memory; every other is refused before it leaves (promise P2). The document's own scripts are shut off by
// its content security policy; ours come in by the side door that a browser's tools have.
import { readOwn } from '../assets.ts'
import type { Browser, Tab } from './browser.ts'
import { installBridge } from './bridge.ts'
import { cutStretches } from './stretches.ts'
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

/** What is known of a stretch before it is laid out. */
export interface Stretch {
  /** Its letters. */
  before: string
  /** Number of its first page. */
  first: number
  /** Seconds that its layout took. */
  seconds: number
}

/**
 * Lay a document out, a stretch after the other, and use the tab that holds the pages of each.
 *
 * @returns what was made of each stretch
 * @throws {StoppedLayout} when no end is in sight
 */
export async function withPages<T>(
  browser: Browser,
  html: string,
  setting: Setting,
  use: (tab: Tab, stretch: Stretch) => Promise<T>
): Promise<T[]> {
  const preparing = prepareTab(browser)
  ready.delete(browser)
  const tab = await preparing
  const made: T[] = []
  try {
    const { frame, parts, pages } = cutStretches(html, setting.most)
    await tab.evaluate(writeDocument, frame)
    await tab.evaluate(installBridge)
    let first = 1
    for (const part of parts) {
      const begun = performance.now()
      const { before, count } = await tab.evaluate(bringPages, part)
      const progress = (done: number) => setting.progress((first - 1 + done * count) / pages)
      await watchLayout(tab, { progress })
      const seconds = (performance.now() - begun) / 1000
      made.push(await use(tab, { before, first, seconds }))
      first += count
      if (first <= pages) await clearTab(tab)
    }
    return made
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
}

/** Runs in the page: pages come, out of sight until they are laid out. */
async function bringPages({ pages, hidden }: { pages: string; hidden: string }) {
  const holder = document.createElement('div')
  holder.className = 'press-holder'
  holder.hidden = true
  holder.innerHTML = pages
  const before = holder.textContent ?? ''
  window.pressSections = [...holder.children]
  const count = window.pressSections.length
  window.pressReport = { pages: 0, all: count }
  await Promise.all(
    [...holder.querySelectorAll('img')].map((d) => d.decode().catch(() => undefined))
  )
  document.body.append(holder)
  holder.insertAdjacentHTML('beforeend', hidden)
  return { before, count }
}

/** Chromium does not see by itself how much the pages hold that are printed. */
async function clearTab(tab: Tab): Promise<void> {
  await tab.evaluate(removePages)
  const session = await tab.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
}

/** Runs in the page. */
function removePages(): void {
  // Paged.js puts it there.
  const { PagedPolyfill: paged } = window as unknown as {
    PagedPolyfill: { chunker: { removePages(): void } }
  }
  paged.chunker.removePages()
  window.pressSections = []
  document.querySelector('.press-holder')?.remove()
}
