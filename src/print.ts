// The composed tree in; a PDF with its pages out. The layout is provisional: Paged.js flows the text. What it made is
// looked at before it is believed: every letter on a page, every line inside it.
import type { Nodes } from 'hast'
import { VFile } from 'vfile'
import { failAt } from './failure.ts'
import type { Browser } from './print/browser.ts'
import { hyphenate } from './print/hyphenate.ts'
import { layOut } from './print/lay-out.ts'
import type { LaidOut } from './print/lay-out.ts'
import { printHtml } from './print/print-html.ts'
import { StoppedLayout } from './print/watch-layout.ts'

export { openBrowser, withBrowser } from './print/browser.ts'
export { prepareTab } from './print/with-pages.ts'
export type { Browser }

declare module 'vfile' {
  interface DataMap {
    /** The document that was laid out. */
    html: string
  }
}

/**
 * Print a composed manuscript.
 *
 * @param browser a running browser, which is used and left running
 * @param progress told the part of the text that is on its pages, from 0 to 1
 * @returns the PDF, with `data.pages` and `data.html`
 * @throws {VFileMessage} exit 2 when words are lost, 5 when a block does not fit or the layout comes to no end
 */
export async function print(
  file: VFile,
  browser: Browser,
  progress: (part: number) => void = () => undefined
): Promise<VFile> {
  const { edition, print: tree, pictures } = file.data
  if (!edition || !tree) throw new Error('print needs a composed manuscript')
  const hyphenated = await hyphenate(tree, edition.language)
  const html = await printHtml(hyphenated, edition, pictures ?? new Map())
  const setting = { title: edition.title, most: mostPages(tree), progress }
  const laid = await layOut(browser, html, setting).catch((error: unknown) => {
    if (!(error instanceof StoppedLayout)) throw error
    const place = { line: error.report.line, column: 1 }
    const reason = `Unexpected end of the layout after page ${error.report.pages}: ${error.message}`
    return failAt(file, place, 'layout-stopped', `${reason}; divide the block at this line`, 5)
  })
  refuseFaults(file, laid)
  const pdf = new VFile({ path: 'read.pdf', value: laid.pdf })
  Object.assign(pdf.data, { edition, pages: laid.pages, html })
  return pdf
}

function refuseFaults(file: VFile, laid: LaidOut): void {
  const [stray] = laid.stray
  if (stray) {
    const words = stray.text.length > 60 ? `${stray.text.slice(0, 60)}…` : stray.text
    const beyond = `lies ${stray.beyond.toFixed(1)} mm outside page ${stray.page}`
    const reason = `Unexpected line \`${words}\`, which ${beyond}: make the block smaller or divide it`
    failAt(file, { line: stray.line, column: 1 }, 'line-on-page', reason, 5)
  }
  if (laid.lost) {
    const reason = `Unexpected loss or doubling of letters in the layout (letter, written, set): ${laid.lost.slice(0, 300)}`
    failAt(file, { line: 1, column: 1 }, 'no-word-lost', reason)
  }
}

/** Every block on a page of its own, and four words to a page: no sound layout makes more. */
function mostPages(node: Nodes): number {
  if (node.type === 'text') return node.value.split(/\s+/u).length / 4
  const inner = 'children' in node ? node.children.map(mostPages) : []
  return Math.ceil(inner.reduce((sum, d) => sum + d, node.type === 'root' ? 20 : 1))
}
