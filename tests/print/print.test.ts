// Every folder beside this file is a manuscript that is hard to lay out. It goes through the whole press: right, or stopped
// with a line and a reason, and never a word lost. Where the case has `pages.txt`, its pages are compared too.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readManuscript } from '../../src/assets.ts'
import { collate } from '../../src/collate.ts'
import { compose } from '../../src/compose.ts'
import { finish } from '../../src/finish.ts'
import { packageBook } from '../../src/package.ts'
import { pagesToText } from '../../src/pages.ts'
import { openBrowser, print } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { typeset } from '../../src/typeset.ts'
import { casesOf, messagesOf } from '../cases.ts'

const MOMENT = new Date('2026-11-22')
let browser: Browser
let embedded = false
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openBrowser()
  browser = opened.browser
  close = opened.close
  embedded = opened.how.startsWith('embedded')
  if (!embedded)
    process.stderr.write('Skipped: page goldens, which hold for the embedded browser\n')
})
afterAll(() => close())

test.each(casesOf('print'))('$name', async ({ folder }) => {
  const file = await readManuscript(join(folder, 'in.md'))
  let failure: unknown
  try {
    await typeset(await compose(file))
    const laid = await print(file, browser)
    const golden = join(folder, 'pages.txt')
    if (embedded && existsSync(golden))
      await expect(pagesToText(laid.data.pages ?? [])).toMatchFileSnapshot(golden)
    const read = await finish(laid, MOMENT)
    await collate(file, read, await packageBook(file, MOMENT))
  } catch (error) {
    failure = error
  }
  await expect(messagesOf(file, failure)).toMatchFileSnapshot(join(folder, 'messages.txt'))
})
