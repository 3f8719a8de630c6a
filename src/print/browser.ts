// The one door to Chromium. Goes out: a browser that talks through a pipe (no port, no socket), keeps its profile and
// its temporary files in a folder of its own below .cache, resolves no name, and is gone when we are gone: Chromium
// ends when its pipe closes, which the system does for us even after SIGKILL.
import type { Browser } from 'puppeteer'
import { Unable } from '../failure.ts'
import { findBrowser, WAYS_OUT } from './browser/find-browser.ts'
import type { Found } from './browser/find-browser.ts'
import { FailedStart, startBrowser } from './browser/start-browser.ts'

export type { Browser, CDPSession, HTTPRequest, Page as Tab } from 'puppeteer'
export { findBrowser }
export type { Found }

/** A browser that has started. */
export interface Opened {
  browser: Browser
  /** Which browser it is and where it came from, for a person. */
  how: string
  /** End it and remove its folder; may be called twice. */
  close: () => Promise<void>
}

const MOST_CRASHES = 1

/**
 * Start a browser: at most 15 s a try, and once more when it ends by itself at its start.
 *
 * @throws {Unable} exit 4 when there is none, when it does not start, or when .cache cannot be written
 */
export async function openBrowser(): Promise<Opened> {
  const found = await findBrowser()
  // Chromium refuses to sandbox root, and a container in CI often has no other user. What it loads is our own page with
  // scripts and network shut off, so root may go without; any other user gets the sandbox where the system allows one.
  let sandbox = process.getuid?.() !== 0
  let how = found.how
  for (let crashes = 0; ;) {
    try {
      return { ...(await startBrowser(found, sandbox)), how }
    } catch (error) {
      if (!(error instanceof FailedStart)) throw error
      if (sandbox && error.refusedSandbox) {
        sandbox = false
        how += ', without its sandbox, which this system refuses'
      } else if (!error.crashed || crashes++ >= MOST_CRASHES) throw unable(found, error)
    }
  }
}

/** Start a browser, use it, and end it whatever happens. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { browser, close } = await openBrowser()
  try {
    return await use(browser)
  } finally {
    await close()
  }
}

function unable(found: Found, error: FailedStart): Unable {
  const reason = `Unexpected end of the browser at its start (${found.how}): ${error.message}`
  return new Unable(4, `${reason}; ${WAYS_OUT}`, error)
}
