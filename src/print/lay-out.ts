// Lay a document out in pages and print it: what stands on each page is read off the very pages that the PDF shows.
import type { Browser } from './browser.ts'
import { furnishPages } from './furnish-pages.ts'
import { readPages } from './read-pages.ts'
import type { PagesRead } from './read-pages.ts'
import type { Setting } from './watch-layout.ts'
import { withPages } from './with-pages.ts'

/** A laid-out document. */
export interface LaidOut extends PagesRead {
  pdf: Uint8Array
  /** Letters of the document that are on no page, or on two: '' when all is well. */
  lost: string
}

/** @throws {StoppedLayout} when no end is in sight */
export async function layOut(browser: Browser, html: string, setting: Setting): Promise<LaidOut> {
  return withPages(browser, html, setting, lettersOfText, async (tab, before) => {
    const after = await tab.evaluate(lettersOfPages)
    await tab.evaluate(furnishPages, setting.title)
    const read = await tab.evaluate(readPages)
    const pdf = await tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true
    })
    return { ...read, pdf, lost: difference(before, after) }
  })
}

/** How often each letter stands somewhere. */
type Letters = Record<string, number>

/** Runs in the page before the layout. */
function lettersOfText(): Letters {
  const count: Letters = {}
  const text = document.body.textContent ?? ''
  for (const letter of text.replace(/[\s\u00AD\u2060]+/gu, ''))
    count[letter] = (count[letter] ?? 0) + 1
  return count
}

/** Runs in the page after the layout. */
function lettersOfPages(): Letters {
  const count: Letters = {}
  const areas = [...document.querySelectorAll('.pagedjs_area')]
  const text = areas.map((d) => d.textContent ?? '').join('')
  for (const letter of text.replace(/[\s\u00AD\u2060]+/gu, ''))
    count[letter] = (count[letter] ?? 0) + 1
  return count
}

function difference(before: Letters, after: Letters): string {
  const letters = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...letters].filter((d) => before[d] !== after[d])
  return changed.map((d) => `${d} ${before[d] ?? 0} → ${after[d] ?? 0}`).join(', ')
}
