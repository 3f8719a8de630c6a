// Which browser lays out the pages. The embedded one comes before an installed one, so that one machine's pages are
// another machine's pages; whoever wants another names it.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Unable } from '../../failure.ts'
import { cacheFolder } from './cache-folder.ts'
import { unpackEmbedded } from './unpack-embedded.ts'

/** A browser on this machine. */
export interface Found {
  /** Absolute path of the program. */
  path: string
  /** What it is and where it came from, for a person. */
  how: string
  /** Folder of the shared libraries it needs, where it brings its own. */
  libraries?: string
  /** Folder of the only fonts it is to know beside those of the page, where it brings its own. */
  fonts?: string
}

/** The two commands that mend a missing browser. */
export const WAYS_OUT =
  'run `npx @puppeteer/browsers install chrome-headless-shell@stable --path .cache`, ' +
  'or name a Chrome, Chromium or Edge with `PRESS_BROWSER=/path/to/chrome`'

/**
 * Find a browser; nothing is started.
 *
 * @throws {Unable} exit 4 with two ways out
 */
export async function findBrowser(): Promise<Found> {
  const found =
    named() ??
    (await unpackEmbedded(cacheFolder())) ??
    (await downloaded()) ??
    (await installedChrome()) ??
    (await installedEdge()) ??
    chromiumOnPath()
  if (found) return found
  throw new Unable(4, `Unexpected machine without a browser to lay out the pages: ${WAYS_OUT}`)
}

function named(): Found | undefined {
  for (const name of ['PRESS_BROWSER', 'PUPPETEER_EXECUTABLE_PATH']) {
    const path = process.env[name]
    if (!path) continue
    if (runs(path)) return { path, how: `named by ${name}` }
    throw new Unable(4, `Unexpected ${name}, expected a program that can be run at \`${path}\``)
  }
  return undefined
}

async function downloaded(): Promise<Found | undefined> {
  if (!existsSync(cacheFolder())) return undefined
  const { Browser, getInstalledBrowsers } = await import('@puppeteer/browsers')
  const all = await getInstalledBrowsers({ cacheDir: cacheFolder() })
  for (const kind of [Browser.CHROMEHEADLESSSHELL, Browser.CHROME, Browser.CHROMIUM]) {
    const newest = all.filter((d) => d.browser === kind && runs(d.executablePath)).toSorted(byBuild)
    const best = newest.at(-1)
    if (best) return { path: best.executablePath, how: `${kind} ${best.buildId} in .cache` }
  }
  return undefined
}

function byBuild(a: { buildId: string }, b: { buildId: string }): number {
  return a.buildId.localeCompare(b.buildId, 'en', { numeric: true })
}

async function installedChrome(): Promise<Found | undefined> {
  const { Browser, ChromeReleaseChannel, computeSystemExecutablePath } =
    await import('@puppeteer/browsers')
  try {
    const channel = ChromeReleaseChannel.STABLE
    const path = computeSystemExecutablePath({ browser: Browser.CHROME, channel })
    return { path, how: 'installed Chrome' }
  } catch {
    return undefined
  }
}

async function installedEdge(): Promise<Found | undefined> {
  const { getEdgePath } = await import('edge-paths')
  try {
    return { path: getEdgePath(), how: 'installed Edge' }
  } catch {
    return undefined
  }
}

function chromiumOnPath(): Found | undefined {
  if (process.platform !== 'linux') return undefined
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs)
  return path === undefined ? undefined : { path, how: 'installed Chromium' }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
