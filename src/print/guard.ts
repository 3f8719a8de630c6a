// Runs in the page, beside Paged.js, which loses lines without a word when a continued note takes the whole page, so that
// no text fits, and never ends when a text makes no progress: here neither can happen.
// It is sent to the page as source text, so it uses nothing from outside itself.

/** What the page tells while it is laid out, and at its end. */
export interface LayoutReport {
  /** Pages made so far. */
  pages: number
  /** Part of the text that is on them, from 0 to 1. */
  part: number
  /** Manuscript line of the last block that was reached. */
  line: number
  /** Why the layout was stopped, when it was. */
  stopped?: string
}

/** The parts of Paged.js 0.4.3 that the guard touches. */
interface PagedPage {
  element: HTMLElement
  removeListeners(): void
}
interface PagedToken {
  node?: Node
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
 * Register the guard with Paged.js.
 *
 * @param limit pages without new text in a row, and pages in all, after which the layout is stopped
 */
export function installGuard(limit: { empty: number; pages: number }): void {
  const report: LayoutReport = { pages: 0, part: 0, line: 1 }
  window.pressReport = report
  let empty = 0
  let letters = 0
  let placed = 0

  class Guard extends Paged.Handler {
    afterParsed(parsed: Node): void {
      document.body.hidden = false
      letters = parsed.textContent?.length ?? 0
    }

    beforePageLayout(page: PagedPage, content?: Node, token?: PagedToken | false): void {
      report.line = lineOf((token || undefined)?.node ?? content?.firstChild) ?? report.line
      capContinuedNotes(page.element, content !== undefined)
    }

    afterPageLayout(element: HTMLElement, _: unknown, token: PagedToken | undefined): void {
      report.pages += 1
      report.line = lineOf(token?.node) ?? report.line
      const text = element.querySelector('.pagedjs_area')?.textContent?.trim() ?? ''
      placed += text.length
      report.part = Math.min(1, placed / Math.max(1, letters))
      empty = text || element.classList.contains('pagedjs_blank_page') ? 0 : empty + 1
      if (empty >= limit.empty) stop('no text fits on the page')
      if (report.pages >= limit.pages) stop(`the text takes more than ${limit.pages} pages`)
    }

    finalizePage(_: HTMLElement, page: PagedPage): void {
      // Its listener would lay a page out again behind our back.
      page.removeListeners()
    }
  }
  Paged.registerHandlers(Guard)

  function stop(reason: string): never {
    report.stopped = reason
    throw new Error(reason)
  }

  /** Leave a third of the page to the text while there is text; a page of notes alone may be all notes. */
  function capContinuedNotes(page: HTMLElement, withText: boolean): void {
    const area = page.querySelector<HTMLElement>('.pagedjs_area')
    const content = page.querySelector<HTMLElement>('.pagedjs_footnote_content')
    const inner = page.querySelector<HTMLElement>('.pagedjs_footnote_inner_content')
    if (!area || !content || !inner) return
    const wanted = Number.parseFloat(area.style.getPropertyValue('--pagedjs-footnotes-height')) || 0
    if (!wanted) return
    const whole = area.getBoundingClientRect().height
    const most = Math.floor(withText ? (whole * 2) / 3 : whole - 1)
    if (wanted <= most) return
    const style = getComputedStyle(content)
    const around = [style.marginTop, style.marginBottom, style.paddingTop, style.paddingBottom]
    const taken = around.reduce((sum, d) => sum + Number.parseFloat(d), 0)
    area.style.setProperty('--pagedjs-footnotes-height', `${most}px`)
    inner.style.height = `${Math.floor(most - taken)}px`
  }

  function lineOf(node: Node | null | undefined): number | undefined {
    const element = node instanceof Element ? node : node?.parentElement
    const near =
      element?.closest<HTMLElement>('[data-line]') ??
      element?.querySelector<HTMLElement>('[data-line]')
    const line = near?.dataset.line
    return line === undefined ? undefined : Number(line)
  }
}
