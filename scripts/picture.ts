// Draw the picture of the handbook's pages that README.md shows: title page and three openings, as the browser lays them out.
//
//     npm run picture
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { home, readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import { furnishPages } from '../src/print/furnish-pages.ts'
import { withPages } from '../src/print/with-pages.ts'
import { print, withBrowser } from '../src/print.ts'

const SHOWN = [1, 5, 8, 9, 18, 19]
const edition = join(home, 'manuscript/handbook')

await withBrowser(async (browser) => {
  const file = await compose(await readManuscript(join(edition, 'manuscript.md')))
  const html = (await print(file, browser)).data.html ?? ''
  const title = file.data.edition?.title ?? ''
  const setting = { title, most: 1000, progress: () => undefined }
  const picture = await withPages(
    browser,
    html,
    setting,
    () => undefined,
    async (tab) => {
      await tab.evaluate(furnishPages, title)
      await tab.setViewport({ width: 1800, height: 1800, deviceScaleFactor: 0.55 })
      await tab.evaluate(spread, SHOWN)
      const pages = await tab.$('.pagedjs_pages')
      return pages?.screenshot({ type: 'png' })
    }
  )
  if (picture) writeFileSync(join(edition, 'pages.png'), picture)
})
process.exit(0)

/** Runs in the page: keep the pages shown, three in a row, on grey. */
function spread(shown: readonly number[]): void {
  const pages = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')]
  for (const [index, page] of pages.entries())
    if (!shown.includes(index + 1)) page.style.display = 'none'
  const area = document.querySelector<HTMLElement>('.pagedjs_pages')
  if (area)
    area.style.cssText =
      'display:grid;grid-template-columns:repeat(3,auto);gap:14px;padding:14px;background:#999;width:max-content'
  for (const page of pages) page.style.background = 'white'
}
