// Composed pages in an open tab: the document that print is given, of which only the pages that are new objects are drawn
// again. Goes out: how many were.
import type { Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { ComposedPage, Wrap } from '../../src/composition.ts'
import type { Browser } from '../../src/print.ts'
import { pageElement } from '../../src/print/page-html.ts'
import { printHtml } from '../../src/print/print-html.ts'
import { styleNames } from '../../src/print/style-rules.ts'

/** A tab with pages. */
export interface OpenPages {
  /** Ends when the pages have been laid out in the tab. */
  show: (file: VFile) => Promise<number>
  close: () => Promise<void>
}

/** A page that takes the place of another, and its place. */
interface Change {
  index: number
  html: string
}

export async function openPages(browser: Browser): Promise<OpenPages> {
  const tab = await browser.newPage()
  const styles = styleNames()
  const stringify = unified().use(rehypeStringify).freeze()
  let shown: readonly ComposedPage[] = []
  let rules = ''
  return { show, close: () => tab.close() }

  async function show({ data }: VFile): Promise<number> {
    const { composition, edition, pictures } = data
    if (!composition || !edition) throw new Error('Only a typeset manuscript has pages')
    const { pages } = composition
    const changes = changed(pages, edition.language)
    if (shown.length === 0)
      await tab.setContent(await printHtml(composition, edition, pictures ?? new Map()))
    else await tab.evaluate(replacePages, changes, pages.length, newRules())
    rules = styles.rules()
    shown = pages
    return changes.length
  }

  /** Nothing where no page has brought a style that is new: a new sheet makes the browser look at every page. */
  function newRules(): string {
    const now = styles.rules()
    return now === rules ? '' : now
  }

  function changed(pages: readonly ComposedPage[], language: string): Change[] {
    const begun = new Set<Wrap>()
    return pages.flatMap((page, index) => {
      if (page === shown[index]) {
        for (const wrap of wrapsOf(page)) begun.add(wrap)
        return []
      }
      const tree: Root = {
        type: 'root',
        children: [pageElement(page, { language, styles, begun })]
      }
      return [{ index, html: stringify.stringify(tree) }]
    })
  }
}

function wrapsOf({ blocks, notes }: ComposedPage): Wrap[] {
  return [...blocks, ...notes.flatMap((d) => d.blocks)].flatMap((d) => d.within)
}

/** Runs in the tab. */
function replacePages(changes: readonly Change[], count: number, rules: string): void {
  if (rules !== '') {
    const sheet = document.createElement('style')
    sheet.textContent = rules
    document.head.append(sheet)
  }
  const before = [...document.querySelectorAll('section.pg')]
  for (const page of before.slice(count)) page.remove()
  for (const { index, html } of changes) {
    const holder = document.createElement('template')
    holder.innerHTML = html
    const old = before[index]
    if (old) old.replaceWith(holder.content)
    else document.body.append(holder.content)
  }
  // The layout is not put off.
  document.body.getBoundingClientRect()
}
