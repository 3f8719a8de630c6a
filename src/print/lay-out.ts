// Lay a document out in pages and print it: what stands on each page is read off the very pages that the PDF shows.
import type { SheetSize } from '../composition.ts'
import type { Browser, Tab } from './browser.ts'
import { readPages } from './read-pages.ts'
import type { PagesRead } from './read-pages.ts'
import type { Setting } from './watch-layout.ts'
import { withPages } from './with-pages.ts'
import type { Stretch } from './with-pages.ts'

/** A laid-out document. */
export interface LaidOut extends PagesRead {
  /** One for each stretch of its pages. */
  pdfs: readonly Uint8Array[]
  /** Letters of the document that are on no page, or on two: '' when all is well. */
  lost: string
  spent: Spent
}

/** Seconds that the parts of printing took in the browser. */
export interface Spent {
  layout: number
  /** Reading the pages, and measuring each line. */
  read: number
  /** Drawing the PDF. */
  draw: number
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
  const laid = await withPages(browser, html, setting, (tab, before) =>
    printPages(tab, before, sheet)
  )
  return {
    pdfs: laid.map((d) => d.pdf),
    pages: laid.flatMap((d) => d.pages),
    stray: laid.flatMap((d) => d.stray),
    widest: Math.max(0, ...laid.map((d) => d.widest)),
    lost: laid.map((d) => d.lost).join(''),
    spent: {
      layout: sum(laid.map((d) => d.spent.layout)),
      read: sum(laid.map((d) => d.spent.read)),
      draw: sum(laid.map((d) => d.spent.draw))
    }
  }
}

async function printPages(
  tab: Tab,
  { before, first, seconds }: Stretch,
  sheet: Pick<SheetSize, 'across' | 'down'>
): Promise<PagesRead & { pdf: Uint8Array; lost: string; spent: Spent }> {
  const begun = performance.now()
  const after = await tab.evaluate(textOfPages)
  const read = await tab.evaluate(readPages, first)
  const done = performance.now()
  const pdf = await tab.pdf({
    width: `${sheet.across}in`,
    height: `${sheet.down}in`,
    preferCSSPageSize: false,
    printBackground: true,
    tagged: true,
    outline: true
  })
  const [reading, drawing] = [done - begun, performance.now() - done]
  const spent = { layout: seconds, read: reading / 1000, draw: drawing / 1000 }
  return { ...read, pdf, lost: difference(before, after), spent }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
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
