// Lay a document out in pages and print it: what stands on each page is read off the very pages that the PDF shows.
import type { SheetSize } from '../composition.ts'
import type { Browser } from './browser.ts'
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

/**
 * @param sheet the paper: a length in inches is the one that no rounding touches
 * @throws {StoppedLayout} when no end is in sight
 */
export async function layOut(
  browser: Browser,
  html: string,
  sheet: Pick<SheetSize, 'across' | 'down'>,
  setting: Setting
): Promise<LaidOut> {
  return withPages(browser, html, setting, textOfDocument, async (tab, before) => {
    const after = await tab.evaluate(textOfPages)
    const read = await tab.evaluate(readPages)
    const pdf = await tab.pdf({
      width: `${sheet.across}in`,
      height: `${sheet.down}in`,
      preferCSSPageSize: false,
      printBackground: true,
      tagged: true,
      outline: true
    })
    return { ...read, pdf, lost: difference(before, after) }
  })
}

/** Runs in the page before the layout. */
function textOfDocument(): string {
  return document.body.textContent ?? ''
}

/** Runs in the page after the layout. */
function textOfPages(): string {
  const areas = [...document.querySelectorAll('.pagedjs_area')]
  return areas.map((d) => d.textContent ?? '').join('')
}

/** How often each letter stands in a text. */
function lettersOf(text: string): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const letter of text.replace(/\s+/gu, '')) count.set(letter, (count.get(letter) ?? 0) + 1)
  return count
}

function difference(written: string, set: string): string {
  const [before, after] = [lettersOf(written), lettersOf(set)]
  const letters = new Set([...before.keys(), ...after.keys()])
  const changed = [...letters].filter((d) => before.get(d) !== after.get(d))
  return changed.map((d) => `${d} ${before.get(d) ?? 0} → ${after.get(d) ?? 0}`).join(', ')
}
