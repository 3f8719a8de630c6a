// Composed pages in, a PDF out, set through Paged.js: every line is put where the typesetting says. What was made is
// looked at before it is believed: every letter on a page, every line as wide as was reckoned.
import { VFile } from 'vfile'
import { sheetOf } from './composition.ts'
import { failAt } from './failure.ts'
import type { Page } from './pages.ts'
import type { Browser } from './print/browser.ts'
import { layOut } from './print/lay-out.ts'
import type { LaidOut, Spent } from './print/lay-out.ts'
import { printHtml } from './print/print-html.ts'
import { StoppedLayout } from './print/watch-layout.ts'

export { openBrowser, withBrowser } from './print/browser.ts'
export { fontRules } from './print/fonts.ts'
export { openPageWriter } from './print/pages-html.ts'
export type { PagesHtml, WritePages } from './print/pages-html.ts'
export { prepareTab } from './print/with-pages.ts'
export type { Browser }

declare module 'vfile' {
  interface DataMap {
    /** The document that was laid out. */
    html: string
    /** Where the value has not all pages: the PDFs of the others, in their order. */
    more: readonly Uint8Array[]
    spent: Spent
  }
}

/**
 * Print a typeset edition.
 *
 * @param browser a running browser, which is used and left running
 * @param progress told the part of the pages that is done, from 0 to 1
 * @returns the PDF, with `data.pages`, `data.composition` without its lines, and `data.html`; a long one in parts, with `data.more`
 * @throws {VFileMessage} exit 2 when words are lost, 5 when a line does not fit or the layout comes to no end
 */
export async function print(
  file: VFile,
  browser: Browser,
  progress: (part: number) => void = () => undefined
): Promise<VFile> {
  const { edition, composition, pictures } = file.data
  if (!edition || !composition) throw new Error('print needs a typeset manuscript')
  const html = await printHtml(composition, edition, pictures ?? new Map())
  const labels = composition.pages.map((d) => d.label)
  const sheet = { ...composition, pages: [] }
  const laid = await layOut(browser, html, sheetOf(sheet), { progress }).catch((error: unknown) => {
    if (!(error instanceof StoppedLayout)) throw error
    const reason = `Unexpected end of the layout after page ${error.report.pages}: ${error.message}`
    return failAt(file, { line: 1, column: 1 }, 'layout-stopped', reason, 5)
  })
  refuseFaults(file, laid)
  const [value, ...more] = laid.pdfs
  const pdf = new VFile({ path: 'read.pdf', value })
  const pages = laid.pages.map((d, index) => named(d, labels[index]))
  Object.assign(pdf.data, { edition, composition: sheet, pages, html, more, spent: laid.spent })
  return pdf
}

/** A page with its label, which stands on no page. */
function named(page: Page, label: string | undefined): Page {
  return { ...page, ...(label !== undefined && { label }) }
}

function refuseFaults(file: VFile, laid: LaidOut): void {
  const [stray] = laid.stray
  if (stray) {
    const words = stray.text.length > 60 ? `${stray.text.slice(0, 60)}…` : stray.text
    const { beyond = 0, wider } = stray
    const place = { line: Math.max(stray.line, 1), column: 1 }
    if (wider !== undefined)
      failAt(
        file,
        place,
        'line-width',
        `Unexpected width of \`${words}\` on page ${stray.page}, ${wider.toFixed(3)} points more than was reckoned: this is a fault of the press, or the browser has not loaded its fonts`,
        70
      )
    const reason = `Unexpected line \`${words}\`, which lies ${beyond.toFixed(1)} mm outside page ${stray.page}: make the block smaller or divide it`
    failAt(file, place, 'line-on-page', reason, 5)
  }
  if (laid.lost) {
    const reason = `Unexpected loss or doubling of letters in the layout (letter, written, set): ${laid.lost.slice(0, 300)}`
    failAt(file, { line: 1, column: 1 }, 'no-word-lost', reason)
  }
}
