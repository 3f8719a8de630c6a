// Runs in the page, beside Paged.js, which loses or doubles lines where pages turn: inside a hyphenated word (the hyphen
// that it adds makes the line wrap out of sight), and where the text at the turn says the same as an earlier one of its
// paragraph, because it looks for it by its letters. Here a page turns between words, and exactly there.
// It is sent to the page as source text, so it uses nothing from outside itself.

/** The parts of Paged.js 0.4.3 that this touches. */
interface PagedLayout {
  breakAt(node: Node, offset: number): unknown
  createBreakToken(overflow: Range, rendered: Element, source: ParentNode): unknown
  findOverflow(...words: unknown[]): Range | undefined
  guarded?: boolean
}
declare const Paged: {
  Handler: new (chunker: unknown, polisher: unknown, caller: unknown) => object
  registerHandlers(handler: unknown): void
}

/** Register with Paged.js. */
export function installPageTurns(): void {
  const BLOCK = 'p, li, dd, dt, td, th, h2, h3, h4, h5, h6, pre, .note-p, .note-li, [data-note]'

  class PageTurns extends Paged.Handler {
    onPageLayout(_: unknown, __: unknown, layout: object): void {
      mend(layout)
    }
  }
  Paged.registerHandlers(PageTurns)

  /** Notes and text are cut by the same methods, which have no hooks for notes: what they find is corrected there. */
  function mend(layout: object): void {
    const methods: PagedLayout = Object.getPrototypeOf(layout)
    if (methods.guarded) return
    methods.guarded = true
    const find = methods.findOverflow
    methods.findOverflow = function findOverflow(...words) {
      const overflow = find.apply(this, words)
      const start = overflow && wordStart(overflow.startContainer, overflow.startOffset)
      if (start) overflow.setStart(start.node, start.offset)
      return overflow
    }
    const create = methods.createBreakToken
    methods.createBreakToken = function createBreakToken(overflow, rendered, source) {
      const turn = inSource(overflow, source)
      return turn
        ? this.breakAt(turn.node, turn.offset)
        : create.call(this, overflow, rendered, source)
    }
  }

  /**
   * The same place in the source. A text is known by the element before it, or after it, as both have their `data-ref`; and
   * what a page has of it is always its end, because a page takes it up where the last one left it.
   */
  function inSource(
    { startContainer, startOffset }: Range,
    source: ParentNode
  ): { node: Text; offset: number } | undefined {
    const whole = startContainer instanceof Element
    const text = whole ? startContainer.childNodes[startOffset] : startContainer
    const offset = whole ? 0 : startOffset
    if (!(text instanceof Text)) return undefined
    const find = (node: Node | null) =>
      node instanceof HTMLElement && node.dataset.ref !== undefined
        ? source.querySelector(`[data-ref="${CSS.escape(node.dataset.ref)}"]`)
        : null
    const { nextSibling, parentElement, previousSibling } = text
    const found =
      find(previousSibling)?.nextSibling ??
      find(nextSibling)?.previousSibling ??
      find(parentElement)?.lastChild
    if (!(found instanceof Text) || !found.data.endsWith(text.data)) return undefined
    return { node: found, offset: offset + found.data.length - text.data.length }
  }

  /** Where the word begins in which a page would turn; undefined when it turns between words already. */
  function wordStart(container: Node, offset: number): { node: Node; offset: number } | undefined {
    const at = textAt(container, offset)
    const block = at?.node.parentElement?.closest(BLOCK)
    if (!at || !block || /^\s/u.test(at.node.data.slice(at.offset))) return undefined
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    walker.currentNode = at.node
    let text: Text = at.node
    let before = text.data.slice(0, at.offset)
    for (;;) {
      const start = before.search(/\s\S*$/u) + 1
      if (start === at.offset && text === at.node && start > 0) return undefined
      if (start > 0) return start < text.data.length ? { node: text, offset: start } : behind(text)
      const previous = walker.previousNode()
      // A word that fills the block from its start has to be broken where it is.
      if (!(previous instanceof Text)) return undefined
      text = previous
      before = text.data
    }
  }

  /** The place behind a text, as its parent counts; Paged.js finds nothing at the end of a text itself. */
  function behind(text: Text): { node: Node; offset: number } | undefined {
    const siblings = [...(text.parentNode?.childNodes ?? [])]
    const next = siblings.indexOf(text) + 1
    return text.parentNode && next < siblings.length
      ? { node: text.parentNode, offset: next }
      : undefined
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
}
