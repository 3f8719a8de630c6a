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

/** Register the bridge with Paged.js. */
export function installBridge(): void {
  const report: LayoutReport = { pages: 0, all: 0 }
  window.pressReport = report

  class Bridge extends Paged.Handler {
    afterParsed(parsed: ParentNode): void {
      document.body.hidden = false
      report.all = parsed.children.length
    }

    beforePageLayout(
      page: PagedPage,
      content: ParentNode | undefined,
      token: Token | undefined
    ): void {
      if (!content) return
      const index = token ? token.index : 0
      const section = content.children[index]
      const next = content.children[index + 1]
      page.layout = async () => {
        page.clear()
        page.startToken = token
        if (section) page.wrapper.append(section.cloneNode(true))
        report.pages += 1
        return next
          ? { index: index + 1, node: next, offset: 0, toJSON: () => `p${index + 1}` }
          : undefined
      }
    }
  }
  Paged.registerHandlers(Bridge)
}
