// What `pagedjs-cli FILE -o OUT` does, in a process of its own: start a browser, lay the file out, print it, write it. The
// command itself cannot be told where our browser is, so this calls its Printer, with the outline that its users ask for.
//
//     node scripts/press.mjs --run bench/plain.ts FILE.html OUT.pdf
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import { findBrowser } from '../src/print/browser.ts'

const [, , from = '', to = ''] = process.argv
const found = await findBrowser()
const libraries = found.libraries === undefined ? {} : { LD_LIBRARY_PATH: found.libraries }
const browser = await puppeteer.launch({
  executablePath: found.path,
  headless: 'shell',
  env: { ...process.env, ...libraries },
  args: ['--allow-file-access-from-files', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
})
const { default: Printer } = await import('pagedjs-cli')
const printer = new Printer({ browserEndpoint: browser.wsEndpoint(), allowLocal: true })
const pdf = await printer.pdf(pathToFileURL(from).href, { outlineTags: ['h1', 'h2', 'h3'] })
writeFileSync(to, pdf)
await browser.close().catch(() => undefined)
process.exit(0)
