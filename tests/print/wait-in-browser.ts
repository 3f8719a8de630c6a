// Opens a browser, says so, and waits to be killed; with `busy` its page never rests. Run by browser.test.ts.
import { setTimeout as wait } from 'node:timers/promises'
import { openBrowser } from '../../src/print/browser.ts'

const { browser } = await openBrowser()
const tab = await browser.newPage()
if (process.argv.includes('busy'))
  tab.evaluate('for (;;);').catch(() => {
    // The end of the browser ends it.
  })
process.stdout.write('open\n')
await wait(30_000)
