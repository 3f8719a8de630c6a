// Turning pages: which the reader is at, and the ways to others.
import type { Book } from './book.ts'
import { part } from './elements.ts'
import { leafAtCentre } from './keep-place.ts'

export interface Turn {
  on: () => void
  back: () => void
  first: () => void
  last: () => void
  /** To a page, or to a thing on it. */
  to: (target: Element | undefined) => void
  /** Say where the reader is. */
  say: () => void
}

export function openTurn(book: Book): Turn {
  const where = part('.where')
  let waits = false
  addEventListener('scroll', () => {
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      say()
    })
  })
  return {
    on: () => to(rows().find((d) => d.offsetTop > (here()?.offsetTop ?? -1))),
    back: () => to(rows().findLast((d) => d.offsetTop < (here()?.offsetTop ?? 0))),
    first: () => to(book.leaves()[0]),
    last: () => to(book.leaves().at(-1)),
    to,
    say
  }

  function here(): HTMLElement | undefined {
    return leafAtCentre(book.leaves())
  }
  /** The first leaf of each row. */
  function rows(): HTMLElement[] {
    return book.leaves().filter((d, index, all) => all[index - 1]?.offsetTop !== d.offsetTop)
  }
  function to(target: Element | undefined): void {
    if (!target) return
    const leaf = target.closest('.preview-leaf') ?? target
    const room = innerHeight - part('.bar').offsetHeight
    // A page that does not fit is read from its top, and a thing on it stands in the middle.
    const whole = leaf.getBoundingClientRect().height <= room
    const shown = whole ? leaf : target
    const block = whole || shown !== leaf ? 'center' : 'start'
    shown.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' })
    say()
  }
  function say(): void {
    const leaves = book.leaves()
    const leaf = here()
    const row = leaves.filter((d) => d.offsetTop === leaf?.offsetTop)
    const labels = row.map((d) => part('.preview-label', d).textContent ?? '')
    const all = leaves.length
    where.textContent = all === 0 ? '' : `${labels.join('–')} of ${all}`
  }
}
