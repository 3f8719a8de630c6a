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
  area: HTMLElement
  element: HTMLElement
  footnotesArea: HTMLElement
  wrapper: HTMLElement
  startToken: unknown
}
interface Token {
  index: number
}
interface Chunker {
  pageTemplate: HTMLTemplateElement
}
declare const Paged: {
  Handler: new (chunker: unknown, polisher: unknown, caller: unknown) => object
  registerHandlers(handler: unknown): void
}
declare global {
  interface Window {
    pressReport: LayoutReport
    /** The pages that are to be laid out next, each a section. */
    pressSections: readonly Element[]
  }
}

/**
 * Register the bridge with Paged.js. It is given the sections without what is in them, and each gets its own back on its
 * page: what has one place needs no names to be found by, and no copy.
 */
export function installBridge(): void {
  window.pressReport = { pages: 0, all: 0 }
  // Paged.js measures every page while it is empty, and what is not shown is measured in no time.
  const resting = document.createElement('style')
  resting.dataset.pagedjsIgnore = ''
  resting.textContent = '.pagedjs_pages{display:none}'
  document.head.append(resting)

  let notes: HTMLElement | undefined

  class Bridge extends Paged.Handler {
    /** A page keeps what holds its section. One area of notes, which stays empty, is measured in the place of all. */
    afterParsed(_: unknown, { pageTemplate }: Chunker): void {
      const { content } = pageTemplate
      for (const part of content.querySelectorAll('.pagedjs_bleed,.pagedjs_margin-content'))
        part.remove()
      notes ??= content.querySelector<HTMLElement>('.pagedjs_footnote_area') ?? undefined
      if (notes) document.body.append(notes)
      resting.disabled = false
    }

    beforePageLayout(
      page: PagedPage,
      content: ParentNode | undefined,
      token: Token | undefined
    ): void {
      if (notes) page.footnotesArea = notes
      if (!content) return
      const index = token ? token.index : 0
      const next = content.children[index + 1]
      page.layout = async () => {
        page.clear()
        page.startToken = token
        const section = window.pressSections[index]
        if (section) page.wrapper.append(section)
        window.pressReport.pages += 1
        return next
          ? { index: index + 1, node: next, offset: 0, toJSON: () => `p${index + 1}` }
          : undefined
      }
    }

    /** Paged.js has looked into its margins, which are empty: ours are in the section. */
    finalizePage(_: unknown, page: PagedPage): void {
      const margins = '[class^=pagedjs_margin-]'
      for (const part of page.element.querySelectorAll(margins)) part.remove()
      page.area.removeAttribute('style')
    }

    afterRendered(): void {
      notes?.remove()
      resting.disabled = true
      // What was not shown is laid out now, as part of the layout, and not by whoever asks first.
      document.body.getBoundingClientRect()
    }
  }
  Paged.registerHandlers(Bridge)
}
