// What bench/plain.ts does, with its layout timed, from a browser that has started to the pages, and on to a PDF, before the
// outline is added to it. One line of JSON when it ends. Without a file it does nothing, so that it is translated before it
// is measured.
//
//     node scripts/press.mjs --run bench/growth/plain-once.ts FILE.html OUT.pdf
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import { findBrowser } from '../../src/print/browser.ts'
import type { Told } from './run-measured.ts'

/** What the Printer tells of itself; its types in src/ leave it out. */
interface Telling {
  on: (event: 'page' | 'rendered' | 'postprocessing', tell: () => void) => void
}

/** Milliseconds that a long text may take. */
const PATIENCE = 3_600_000

const [, , from, to = ''] = process.argv
if (from !== undefined) await printPlain(from)
process.exit(0)

async function printPlain(path: string): Promise<void> {
  const found = await findBrowser()
  const libraries = found.libraries === undefined ? {} : { LD_LIBRARY_PATH: found.libraries }
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless: 'shell',
    protocolTimeout: PATIENCE,
    env: { ...process.env, ...libraries },
    args: ['--allow-file-access-from-files', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  })
  const { default: Printer } = await import('pagedjs-cli')
  const options = { browserEndpoint: browser.wsEndpoint(), allowLocal: true, timeout: PATIENCE }
  const printer = new Printer(options)
  // The Printer is an EventEmitter, which its types do not say.
  const telling = printer as unknown as Telling
  const told: Told = { pages: 0, layout: 0, printed: 0, stages: {} }
  const begun = performance.now()
  telling.on('page', () => (told.pages += 1))
  telling.on('rendered', () => (told.layout = (performance.now() - begun) / 1000))
  telling.on('postprocessing', () => (told.printed = (performance.now() - begun) / 1000))
  const pdf = await printer.pdf(pathToFileURL(path).href, { outlineTags: ['h1', 'h2', 'h3'] })
  writeFileSync(to, pdf)
  await browser.close().catch(() => undefined)
  process.stdout.write(`${JSON.stringify(told)}\n`)
}
