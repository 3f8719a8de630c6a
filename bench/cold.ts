// The press laying out one file in a process of its own, browser start and all: the twin of plain.ts.
//
//     node scripts/press.mjs --run bench/cold.ts FILE.html OUT.pdf
import { readFileSync, writeFileSync } from 'node:fs'
import { layOut } from '../src/print/lay-out.ts'
import { withBrowser } from '../src/print.ts'

const [, , from = '', to = ''] = process.argv
const html = readFileSync(from, 'utf8')
const sheet = { across: 6, down: 9 } // of A5
const { pdfs } = await withBrowser((browser) =>
  layOut(browser, html, sheet, { progress: () => undefined })
)
writeFileSync(to, Buffer.concat(pdfs))
