// A layout that comes to no end is stopped, and says where (promises P10 and P13).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { withPages } from '../../src/print/with-pages.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openBrowser()
  browser = opened.browser
  close = opened.close
})
afterAll(() => close())

const SHEET = '<style>@page{size:148mm 210mm;margin:20mm}p{break-before:page}</style>'

test.each([
  ['pages without text', '<p data-line="7"></p>'.repeat(9), /no text fits/u],
  ['pages without end', '<p data-line="7">A word.</p>'.repeat(9), /more than 5 pages/u]
])('%s', async (_, blocks, reason) => {
  const html = `<!doctype html><html><head>${SHEET}</head><body><p data-line="1">A word.</p>${blocks}</body></html>`
  const setting = { title: '', most: 5, progress: () => undefined }
  const work = withPages(
    browser,
    html,
    setting,
    () => undefined,
    async () => 'done'
  )
  await expect(work).rejects.toMatchObject({
    message: expect.stringMatching(reason),
    report: { line: 7 }
  })
})
