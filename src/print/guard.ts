// Runs in the page, beside Paged.js, which loses lines without a word in three cases; here they cannot happen:
// a page turn inside a hyphenated word (the hyphen it adds makes the line wrap out of sight), a continued note that
// takes the whole page so that no text fits and the layout ends, and a text that makes no progress at all.
// It is sent to the page as source text, so it uses nothing from outside itself.

/** What the page tells while it is laid out, and at its end. */
export interface LayoutReport {
  /** Pages made so far. */
  pages: number
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
  const report: LayoutReport = { pages: 0, line: 1 }
  window.pressReport = report
  // Paged.js waits for a frame after every page; no one watches, so the next turn of the loop will do.
  const { port1, port2 } = new MessageChannel()
  const waiting: FrameRequestCallback[] = []
  port1.addEventListener('message', () => waiting.shift()?.(performance.now()))
  port1.start()
  window.requestAnimationFrame = (callback) => {
    port2.postMessage(undefined)
    return waiting.push(callback)
  }
  let empty = 0

  class Guard extends Paged.Handler {
    onOverflow(overflow: Range | undefined): Range | undefined {
      const start = overflow && wordStart(overflow.startContainer, overflow.startOffset)
      if (!start) return undefined
      overflow.setStart(start.node, start.offset)
      return overflow
    }

    beforePageLayout(page: PagedPage, content: Node | undefined): void {
      capContinuedNotes(page.element, content !== undefined)
    }

    afterPageLayout(element: HTMLElement, _: unknown, token: PagedToken | undefined): void {
      report.pages += 1
      report.line = lineOf(token?.node) ?? report.line
      const text = element.querySelector('.pagedjs_area')?.textContent?.trim()
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

  /** The first letter of the word in which a page would turn; undefined when it turns between words already. */
  function wordStart(container: Node, offset: number): { node: Text; offset: number } | undefined {
    const at = textAt(container, offset)
    const block = at?.node.parentElement?.closest('p, li, dd, dt, td, th, h2, h3, h4, h5, h6, pre')
    if (!at || !block || /^\s/u.test(at.node.data.slice(at.offset))) return undefined
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    walker.currentNode = at.node
    let text: Text = at.node
    let before = text.data.slice(0, at.offset)
    for (;;) {
      const space = before.search(/\s\S*$/u)
      const found = { node: text, offset: space + 1 }
      // Behind white space already: what was found is where we came from.
      if (space !== -1)
        return found.node === at.node && found.offset === at.offset ? undefined : found
      const previous = walker.previousNode()
      // A word that fills the block from its start has to be broken where it is.
      if (!(previous instanceof Text)) return undefined
      text = previous
      before = text.data
    }
  }

  /** A page may turn before an element too, as before the comma in `<code>read.pdf</code>, which`. */
  function textAt(container: Node, offset: number): { node: Text; offset: number } | undefined {
    if (container instanceof Text) return { node: container, offset }
    const child = container.childNodes[offset]
    if (!child) return undefined
    const inline = child instanceof Text || getComputedStyle(child as Element).display === 'inline'
    const walker = document.createTreeWalker(child, NodeFilter.SHOW_TEXT)
    const first = child instanceof Text ? child : walker.nextNode()
    return inline && first instanceof Text ? { node: first, offset: 0 } : undefined
  }

  /** Leave a third of the page to the text while there is text; a page of notes alone may be all notes. */
  function capContinuedNotes(page: HTMLElement, withText: boolean): void {
    const area = page.querySelector<HTMLElement>('.pagedjs_area')
    const content = page.querySelector<HTMLElement>('.pagedjs_footnote_content')
    const inner = page.querySelector<HTMLElement>('.pagedjs_footnote_inner_content')
    if (!area || !content || !inner) return
    const wanted = Number.parseFloat(area.style.getPropertyValue('--pagedjs-footnotes-height')) || 0
    const whole = area.getBoundingClientRect().height
    const most = Math.floor(withText ? (whole * 2) / 3 : whole - 1)
    if (wanted <= most) return
    const style = getComputedStyle(content)
    const around = [style.marginTop, style.marginBottom, style.paddingTop, style.paddingBottom]
    const taken = around.reduce((sum, d) => sum + Number.parseFloat(d), 0)
    area.style.setProperty('--pagedjs-footnotes-height', `${most}px`)
    inner.style.height = `${Math.floor(most - taken)}px`
  }

  function lineOf(node: Node | undefined): number | undefined {
    const element = node instanceof Element ? node : node?.parentElement
    const line = element?.closest<HTMLElement>('[data-line]')?.dataset.line
    return line === undefined ? undefined : Number(line)
  }
}
