// A browser that may ask this machine, which the one that prints may not. Only tests and benchmarks have one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer'
import type { Browser } from 'puppeteer'
import { findBrowser } from '../../src/print/browser.ts'

const ARGS = [
  '--disable-gpu',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'
]

/** Start it. */
export async function openRealBrowser(): Promise<{
  browser: Browser
  close: () => Promise<void>
}> {
  const found = await findBrowser()
  const profile = mkdtempSync(join(tmpdir(), 'press-preview-'))
  const libraries = found.libraries === undefined ? {} : { LD_LIBRARY_PATH: found.libraries }
  const start = (args: readonly string[]): Promise<Browser> =>
    puppeteer.launch({
      executablePath: found.path,
      headless: 'shell',
      pipe: true,
      userDataDir: profile,
      env: { ...process.env, ...libraries },
      args: [...ARGS, ...args]
    })
  // Root may not have a sandbox, and a container often has none for others either.
  const root = process.getuid?.() === 0
  const browser = await start(root ? ['--no-sandbox'] : []).catch(() => start(['--no-sandbox']))
  return {
    browser,
    close: async () => {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
    }
  }
}
