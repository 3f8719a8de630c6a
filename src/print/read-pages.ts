// Runs in the page after the layout: what stands on each page, and every line that lies or measures other than it should.
// It is sent to the page as source text, so it uses nothing from outside itself.
import type { Page } from '../pages.ts'

/** A line of text that a reader of the page would not see whole, or would see elsewhere. */
export interface StrayLine {
  page: number
  /** Manuscript line of its block. */
  line: number
  text: string
  /** How far it lies outside, in millimetres; or how much wider it is than was reckoned, in points. */
  beyond?: number
  wider?: number
}

/** The pages as they were laid out. */
export interface PagesRead {
  pages: Page[]
  stray: StrayLine[]
  /** The largest difference between a line's width and what was reckoned, in points. */
  widest: number
}

/**
 * Read the pages. A CSS pixel is a tenth of a point.
 *
 * @param from number of the first page
 */
export function readPages(from: number): PagesRead {
  const PIXELS_PER_MM = 720 / 25.4
  /** A line may be so much wider or narrower than was reckoned: a fiftieth of a point, and what a font without hints rounds. */
  const TOLERANCE = 0.2
  /** Letters from right to left, and marks that turn the line: where runs meet in it is the browser's to say. */
  const TURNED = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/u
  const stray: StrayLine[] = []
  let widest = 0
  const sections = [...document.querySelectorAll<HTMLElement>('.pg')]
  return {
    pages: sections.map((section, index) => readPage(section, from + index)),
    stray,
    widest
  }

  function readPage(section: HTMLElement, number: number): Page {
    const { side, folio = '', head = '' } = section.dataset
    const notes = [...section.querySelectorAll<HTMLElement>('[data-note]')]
    const blocks = blocksIn(section).filter((d) => !d.closest('[data-note]'))
    const lines = linesOf(blocks)
    measure(section, number)
    const [first] = blocks
    const repeated = [...section.querySelectorAll<HTMLElement>('.again')].map(textOf)
    return {
      number,
      folio,
      side: side === 'verso' ? 'verso' : 'recto',
      head,
      ...(lines && { lines }),
      ...(first?.dataset.continued !== undefined && { continued: true }),
      ...(repeated.length > 0 && { repeated }),
      blocks: textsOf(blocks),
      notes: notesOf(notes)
    }
  }

  /** The notes; one that goes on in the next column of its page is one. */
  function notesOf(parts: readonly HTMLElement[]): Page['notes'] {
    const first = parts.filter(
      (d, index) => parts.findIndex((e) => e.dataset.note === d.dataset.note) === index
    )
    return first.map((note) => {
      const own = parts.filter((d) => d.dataset.note === note.dataset.note)
      return {
        number: Number(note.dataset.note),
        text: textsOf(own.flatMap(blocksIn)).join(' '),
        continued: note.dataset.continued !== undefined
      }
    })
  }

  /** Blocks with words of the text: what is said once more, or only to the eye, is not among them. */
  function blocksIn(element: HTMLElement): HTMLElement[] {
    const blocks = [...element.querySelectorAll<HTMLElement>('[data-block]')]
    return blocks.filter((d) => !d.matches('.label, [aria-hidden]'))
  }

  function linesOf(blocks: readonly HTMLElement[]): readonly [number, number] | undefined {
    const numbers = blocks.map((d) => Number(d.dataset.line ?? 0)).filter((d) => d > 0)
    return numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : undefined
  }

  /** The words of each block; one that goes on in the next column of its page is one. */
  function textsOf(blocks: readonly HTMLElement[]): string[] {
    const texts: string[] = []
    let before: HTMLElement | undefined
    for (const block of blocks) {
      const goesOn = block.dataset.continued !== undefined && texts.length > 0
      const end = before?.querySelector<HTMLElement>('.l:last-child')?.dataset.e ?? ''
      const between = /^(?:soft|hard|dash|inside)$/u.test(end) ? '' : ' '
      if (goesOn) texts.push(`${texts.pop() ?? ''}${between}${textOf(block)}`)
      else texts.push(textOf(block))
      before = block
    }
    return texts.filter(Boolean)
  }

  /** A block's words without the hyphens that were put in; a call is `[^7]`, as in the manuscript. */
  function textOf(block: HTMLElement): string {
    const lines = [...block.querySelectorAll<HTMLElement>('.l')].map((line) => {
      const text = wordsOf(line).replace(/ $/u, '')
      if (line.dataset.e === 'soft') return text.replace(/-$/u, '')
      if (line.dataset.e === 'hard') return text.replace(/\u2010$/u, '-')
      return /^(?:dash|inside)$/u.test(line.dataset.e ?? '') ? text : `${text} `
    })
    return lines.join('').replace(/\s+/gu, ' ').trim()
  }

  function wordsOf(node: Node): string {
    if (node instanceof Text) return node.data
    if (node instanceof HTMLElement && node.dataset.made !== undefined) return ''
    if (node instanceof HTMLElement && node.dataset.call !== undefined)
      return `[^${node.dataset.call}]`
    return [...node.childNodes].map(wordsOf).join('')
  }

  /** Every line as wide as was reckoned, and on its page. */
  function measure(section: HTMLElement, number: number): void {
    const trim = section.querySelector('.trim')?.getBoundingClientRect()
    if (!trim) return
    for (const line of section.querySelectorAll<HTMLElement>('.l')) {
      const box = line.getBoundingClientRect()
      const width = widthOf(line, box)
      const turned =
        TURNED.test(line.textContent ?? '') ||
        line.closest('.pg [dir]') ||
        line.querySelector('[dir]')
      const wider = turned ? 0 : width - Number(line.dataset.w)
      widest = Math.max(widest, Math.abs(wider) / 10)
      if (Math.abs(wider) > TOLERANCE) report(line, number, { wider: wider / 10 })
      const middle = (box.top + box.bottom) / 2
      const beyond = Math.max(
        trim.left - box.left,
        box.left + width - trim.right,
        trim.top - middle,
        middle - trim.bottom
      )
      if (beyond > 0) report(line, number, { beyond: beyond / PIXELS_PER_MM })
    }
  }

  /** The width without the space at the end, to which the last letter may be kerned: that moves no ink. */
  function widthOf(line: HTMLElement, box: DOMRect): number {
    const text = line.lastChild
    if (!(text instanceof Text) || !text.data.endsWith(' ')) return box.width
    const range = document.createRange()
    range.setStart(text, text.data.length - 1)
    range.setEnd(text, text.data.length)
    const width = range.getBoundingClientRect().left - box.left
    if (Math.abs(width - Number(line.dataset.w)) <= TOLERANCE) return width
    const { data } = text
    text.data = data.slice(0, -1)
    const alone = line.getBoundingClientRect().width
    text.data = data
    return alone
  }

  function report(line: HTMLElement, page: number, fault: Partial<StrayLine>): void {
    const at = Number(line.closest<HTMLElement>('[data-line]')?.dataset.line ?? 1)
    stray.push({ page, line: at, text: (line.textContent ?? '').trim(), ...fault })
  }
}
