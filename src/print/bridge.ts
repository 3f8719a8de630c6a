// Runs in the page, beside Paged.js: every section is a page already, so a page takes the next one as it is. The part of
// Paged.js that looks for the place where a text must be cut, which can lose lines, is never asked.
// It is sent to the page as source text, so it uses nothing from outside itself.

/** What the page tells while it is laid out, and at its end. */
export interface LayoutReport {
  /** Pages made so far, of all. */
  pages: number
  all: number
  /** Why the layout was stopped, when it was. */
  stopped?: string
}

/** The parts of Paged.js 0.4.3 that the bridge touches. */
interface PagedPage {
  layout: () => Promise<unknown>
  clear(): void
  element: HTMLElement
  wrapper: HTMLElement
  startToken: unknown
}
interface Token {
  index: number
}
declare const Paged: {
  Handler: new (chunker: unknown, polisher: unknown, caller: unknown) => object
  registerHandlers(handler: unknown): void
}
declare global {
  interface Window {
    pressReport: LayoutReport
  }
}

/**
 * Register the bridge with Paged.js. It is given the sections without what is in them, and each gets its own back on its
 * page: what has one place needs no names to be found by, and no copy.
 */
export function installBridge(): void {
  const report: LayoutReport = { pages: 0, all: 0 }
  window.pressReport = report
  const sections = [...document.body.children]
  report.all = sections.length
  // Paged.js takes what it finds in a template of this name, and would else write out and read all once more.
  const template = document.createElement('template')
  template.dataset.ref = 'pagedjs-content'
  template.content.append(...sections.map((d) => d.cloneNode(false)))
  document.body.replaceChildren(template)
  // Paged.js measures every page while it is empty, and would have all that are done measured with it.
  const resting = document.createElement('style')
  resting.dataset.pagedjsIgnore = ''
  resting.textContent = '.pg{content-visibility:hidden}'
  document.head.append(resting)

  class Bridge extends Paged.Handler {
    afterParsed(): void {
      document.body.hidden = false
    }

    beforePageLayout(
      page: PagedPage,
      content: ParentNode | undefined,
      token: Token | undefined
    ): void {
      if (!content) return
      const index = token ? token.index : 0
      const next = content.children[index + 1]
      const before = page.element.previousElementSibling
      if (before instanceof HTMLElement) before.style.display = 'none'
      page.layout = async () => {
        page.clear()
        page.startToken = token
        const section = sections[index]
        if (section) page.wrapper.append(section)
        report.pages += 1
        return next
          ? { index: index + 1, node: next, offset: 0, toJSON: () => `p${index + 1}` }
          : undefined
      }
    }

    afterRendered(pages: readonly PagedPage[]): void {
      for (const { element } of pages) element.style.removeProperty('display')
      resting.remove()
    }
  }
  Paged.registerHandlers(Bridge)
}
