// Draw the picture of the handbook's pages that README.md shows: title page and three openings, as the browser lays them out.
//
//     npm run picture
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { home, readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import { withPages } from '../src/print/with-pages.ts'
import { print, withBrowser } from '../src/print.ts'
import { typeset } from '../src/typeset.ts'

const SHOWN = [1, 5, 8, 9, 18, 19]
const edition = join(home, 'manuscript/handbook')

await withBrowser(async (browser) => {
  const manuscript = await readManuscript(join(edition, 'manuscript.md'))
  const html = (await print(await typeset(await compose(manuscript)), browser)).data.html ?? ''
  const [picture] = await withPages(browser, html, { progress: () => undefined }, async (tab) => {
    // The layout is drawn at ten CSS pixels to the point.
    await tab.setViewport({ width: 14000, height: 14000, deviceScaleFactor: 0.073 })
    await tab.evaluate(spread, SHOWN)
    const pages = await tab.$('.shown')
    return pages?.screenshot({ type: 'png' })
  })
  if (picture) writeFileSync(join(edition, 'pages.png'), picture)
})
process.exit(0)

/** Runs in the page: the pages shown, without the paper around them, three in a row on grey. */
function spread(shown: readonly number[]): void {
  const area = document.createElement('div')
  area.className = 'shown'
  area.style.cssText =
    'display:grid;grid-template-columns:repeat(3,auto);gap:105px;padding:105px;background:#999;width:max-content'
  const pages = [...document.querySelectorAll<HTMLElement>('.trim')]
  for (const page of pages.filter((_, index) => shown.includes(index + 1))) {
    const sheet = document.createElement('div')
    sheet.className = 'pg'
    sheet.style.cssText = `background:white;width:${page.clientWidth}px;height:${page.clientHeight}px`
    page.style.left = page.style.top = '0'
    sheet.append(page)
    area.append(sheet)
  }
  document.body.replaceChildren(area)
}
