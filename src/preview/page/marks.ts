// Places of the manuscript on the pages, shown for a while.
import type { Mark } from '../told.ts'
import type { Book } from './book.ts'
import { make } from './elements.ts'

/** How long, in milliseconds. */
const SHOWN = 6000
/** White at either end of the words, in tenths of a point. */
const WHITE = 12

/** Take away what was marked, and mark this; the first mark, which may be on no page. */
export function showMarks(book: Book, marks: readonly Mark[]): HTMLElement | undefined {
  for (const old of document.querySelectorAll('.preview-mark')) old.remove()
  const made = marks.flatMap(({ id, left, top, width, height }) => {
    const paper = book.leafOf(id)?.querySelector('.preview-paper')
    if (!paper) return []
    const mark = make('div', 'preview-mark')
    mark.style.left = `${left - WHITE}px`
    mark.style.top = `${top}px`
    mark.style.width = `${width + 2 * WHITE}px`
    mark.style.height = `${height}px`
    paper.append(mark)
    setTimeout(() => mark.remove(), SHOWN)
    return [mark]
  })
  return made[0]
}
