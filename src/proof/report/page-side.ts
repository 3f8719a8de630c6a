// A page as print writes it, on a sheet of paper that is as large as there is room for, with its signs over it.
import type { Element } from 'hast'
import type { ToMark } from '../marked-page.ts'
import type { InkOf } from '../ink-rows.ts'
import { element } from './element.ts'
import { markLayer } from './mark-layer.ts'

/** The size of a page, and the margin at its outer edge: tenths of a point. */
export interface PaperSize {
  width: number
  height: number
  outer: number
}

/** Pages of an edition, in HTML: what print writes for a screen. */
export interface PagesOfSide {
  size: PaperSize
  /** `<section class="pg">` for each, in order; a page that is not to be shown may be ''. */
  html: readonly string[]
  ink: InkOf
}

/** @param number of the page; `undefined` where there is none on this side */
export function pageSide(
  side: 'old' | 'new' | 'alone',
  number: number | undefined,
  name: string,
  pages: PagesOfSide | undefined,
  toMark: ToMark
): Element {
  const when = { old: 'Before: ', new: 'After: ', alone: '' }[side]
  if (number === undefined)
    return element('figure', { className: [side, 'none'] }, [
      element('figcaption', {}, side === 'old' ? 'Before' : 'After'),
      element('p', { className: ['empty'] }, side === 'old' ? 'No page before' : 'No page after')
    ])
  const html = pages?.html[number - 1]
  const caption = element('figcaption', {}, `${when}page ${name}`)
  if (!pages || !html)
    return element('figure', { className: [side, 'none'] }, [
      caption,
      element(
        'p',
        { className: ['empty'] },
        'The picture of this page is not known: only its words were compared'
      )
    ])
  const { width, height } = pages.size
  const style = `--wide:${width.toFixed(4)}px;--high:${height.toFixed(4)}px`
  return element(
    'figure',
    { className: [side] },
    caption,
    element(
      'div',
      { className: ['sheet'], style },
      element('div', { className: ['ink'] }, { type: 'raw', value: html }),
      ...markLayer({ ...toMark, ink: pages.ink }, number, pages.size)
    )
  )
}
