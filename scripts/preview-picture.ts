// Draws the picture of the preview that README shows: an opening of the handbook, with a line of the manuscript marked.
//
//     npm run picture:preview
import { join } from 'node:path'
import { home } from '../src/assets.ts'
import { openPreview } from '../src/preview.ts'
import { makingOf } from '../src/press/preview-edition.ts'
import { openRealBrowser } from '../tests/preview/real-browser.ts'

const folder = join(home, 'manuscript/handbook')
const path = join(folder, 'manuscript.md')
const LINE = 32

const preview = await openPreview(path, await makingOf(path))
const { browser, close } = await openRealBrowser()
try {
  const tab = await browser.newPage()
  await tab.setViewport({ width: 1024, height: 620 })
  await tab.goto(preview.address)
  await tab.waitForSelector('.preview-leaf')
  await fetch(`${preview.address}show?line=${LINE}&column=1`)
  await tab.waitForSelector('.preview-mark')
  await tab.evaluate(() => document.fonts.ready)
  await tab.$eval('.toast', (d) => d.remove())
  await tab.screenshot({ path: join(folder, 'preview.png'), optimizeForSpeed: false })
} finally {
  await close()
  await preview.close()
}
process.exit(0)
