// Runs in the page after the layout: what stands on each page, and every line that lies outside its page.
// It is sent to the page as source text, so it uses nothing from outside itself.
import type { Page } from '../pages.ts'

/** A line of text that a reader of the page would not see whole. */
export interface StrayLine {
  page: number
  /** Manuscript line of its block. */
  line: number
  text: string
  /** How far it lies outside, in millimetres. */
  beyond: number
}

/** The pages as they were laid out. */
export interface PagesRead {
  pages: Page[]
  stray: StrayLine[]
}

/** Read the pages; lengths are measured in CSS pixels and given in millimetres. */
export function readPages(): PagesRead {
  const BLOCKS =
    /^(P|H[1-6]|LI|DT|DD|TD|TH|PRE|FIGCAPTION|CAPTION|BLOCKQUOTE|DIV|SECTION|UL|OL|FIGURE|HR|NAV|TABLE|TR)$/u
  const PIXELS_PER_MM = 96 / 25.4
  /** A line may hang out this far, in CSS pixels: rounding, and the descenders of the last line. */
  const TOLERANCE = 2
  const stray: StrayLine[] = []
  const elements = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')]
  return { pages: elements.map((page, index) => readPage(page, index + 1)), stray }

  function readPage(page: HTMLElement, number: number): Page {
    const content = page.querySelector<HTMLElement>('.pagedjs_page_content')
    const notes = [...page.querySelectorAll<HTMLElement>('.pagedjs_footnote_area [data-note]')]
    const text = page.querySelector('.text') !== null
    const lines = text && content ? linesOf(content) : undefined
    findStray(page, number)
    return {
      number,
      folio: furniture(page, 'folio'),
      side: page.classList.contains('pagedjs_right_page') ? 'recto' : 'verso',
      head: furniture(page, 'running-head'),
      ...(lines && { lines }),
      blocks: content ? blocksOf(content) : [],
      notes: notes.map((note) => ({
        number: Number(note.dataset.ref),
        text: fold(noteText(note)),
        continued: note.dataset.splitFrom !== undefined
      }))
    }
  }

  function furniture(page: HTMLElement, name: string): string {
    return page.querySelector(`.${name}`)?.textContent ?? ''
  }

  function linesOf(content: HTMLElement): readonly [number, number] | undefined {
    const numbers = [...content.querySelectorAll<HTMLElement>('[data-line]')].map((d) =>
      Number(d.dataset.line)
    )
    return numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : undefined
  }

  /** Text of the blocks in order; a call is `[^7]`, as in the manuscript. */
  function blocksOf(content: HTMLElement): string[] {
    const blocks = ['']
    gather(content)
    return blocks.map(fold).filter(Boolean)

    function gather(node: Node): void {
      if (node instanceof Text) blocks.push(`${blocks.pop() ?? ''}${node.data}`)
      if (!(node instanceof HTMLElement)) return
      const call =
        node.dataset.footnoteCall ?? (node.className === 'call-again' && node.textContent)
      if (call) blocks.push(`${blocks.pop() ?? ''}[^${call}]`)
      if (call) return
      const block = BLOCKS.test(node.tagName)
      if (block) blocks.push('')
      if (node.tagName === 'BR') blocks.push(`${blocks.pop() ?? ''} `)
      for (const child of node.childNodes) gather(child)
      if (block) blocks.push('')
    }
  }

  function noteText(note: HTMLElement): string {
    const copy = note.cloneNode(true)
    if (!(copy instanceof HTMLElement)) return ''
    copy.querySelector('.marker')?.remove()
    for (const block of copy.querySelectorAll('[class^="note-"], br')) block.after(' ')
    return copy.textContent ?? ''
  }

  function fold(text: string): string {
    return text
      .replace(/\u00AD/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
  }

  function findStray(page: HTMLElement, number: number): void {
    const area = page.querySelector<HTMLElement>('.pagedjs_area')
    const foot = page.querySelector<HTMLElement>('.pagedjs_footnote_area')
    if (!area || !foot) return
    const box = area.getBoundingClientRect()
    const head = foot.getBoundingClientRect()
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || !node.data.trim()) continue
      const floor = foot.contains(node) || head.height === 0 ? box.bottom : head.top
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        if (line.width < 0.5) continue
        // Measured at the middle of the line: the box of a font is taller than its letters.
        const middle = (line.top + line.bottom) / 2
        const beyond = Math.max(
          line.right - box.right,
          box.left - line.left,
          middle - floor,
          box.top - middle
        )
        if (beyond > TOLERANCE) report(node, number, beyond)
        if (beyond > TOLERANCE) break
      }
    }
  }

  function report(node: Text, page: number, beyond: number): void {
    const line = Number(node.parentElement?.closest<HTMLElement>('[data-line]')?.dataset.line ?? 1)
    stray.push({ page, line, text: fold(node.data), beyond: beyond / PIXELS_PER_MM })
  }
}
