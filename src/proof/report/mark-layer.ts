// What is drawn over a page: the signs as an SVG drawing in the measure of the page, and the numbers of the edits in its
// outer margin as links.
import type { Element } from 'hast'
import { markedPage } from '../marked-page.ts'
import type { MarkedPage, Sides, ToMark } from '../marked-page.ts'
import { queryShape, shapesOf } from '../sign-shapes.ts'
import type { Shape } from '../sign-shapes.ts'
import { kindSaid } from './edit-said.ts'
import { element } from './element.ts'
import type { PaperSize } from './page-side.ts'

/** From the edge of the text to the bar beside it, and how thick that is, in tenths of a point. */
const [AWAY, BAR] = [60, 10]
/** Where letters stand out in the margin, from these to the bar. */
const OFF = 20
/** The band behind the words of the edit that is looked at reaches so far beyond them. */
const AROUND = 8

/** @param page its number among the pages of the side */
export function markLayer(
  toMark: ToMark,
  page: number,
  { width, height, outer }: PaperSize
): Element[] {
  const { marks, queries, bars, spots } = markedPage(toMark, page)
  if (spots.length === 0) return []
  const isRecto = page % 2 === 1
  const place = ({ left, right }: Sides) =>
    isRecto ? Math.max(width - outer + AWAY, right + OFF) : Math.min(outer - AWAY, left - OFF) - BAR
  const beside = bars.map((d) =>
    element('rect', {
      className: ['bar'],
      x: tidy(place(d.ink)),
      y: tidy(d.top),
      width: BAR,
      height: tidy(d.height)
    })
  )
  const box = `0 0 ${tidy(width)} ${tidy(height)}`
  const svg = { className: ['marks'], viewBox: box, ariaHidden: 'true', focusable: 'false' }
  return [
    element('svg', svg, [
      ...beside,
      ...marks.map((d) => signElement(d, toMark.side)),
      ...queries.map(({ box: at, room }) =>
        element('g', { className: ['query'] }, shapeElement([queryShape(at, room)]))
      )
    ]),
    ...spots.map((d) =>
      element(
        'span',
        {
          className: ['spot', isRecto ? 'recto' : 'verso'],
          style: `top:${((100 * d.middle) / height).toFixed(2)}%`
        },
        ...d.edits.map((number) => editLink(toMark, number, page)),
        ...d.queries.map(queryLink)
      )
    )
  ]
}

/** The sign, and the band behind its words that is seen when they are looked at. */
function signElement(mark: MarkedPage['marks'][number], side: ToMark['side']): Element {
  const { left, top, width, height } = mark.box
  const band = {
    x: tidy(left - AROUND),
    y: tidy(top),
    width: tidy(width + 2 * AROUND),
    height: tidy(height)
  }
  return element(
    'g',
    { className: [mark.sign], dataEdit: mark.edit },
    element('rect', { className: ['band'], ...band }),
    shapeElement(shapesOf(mark, side, mark.room))
  )
}

function editLink({ edits, side }: ToMark, number: number, page: number): Element {
  const edit = edits.find((d) => d.number === number)
  const label = `Edit ${number}, ${edit ? kindSaid(edit) : ''}`
  // An edit may lie on two pages; the table leads to the first.
  const isFirst = (side === 'new' ? edit?.marks : edit?.oldMarks)?.[0]?.box.page === page
  const properties = {
    ...(isFirst && { id: `e${number}-${side}` }),
    href: `#edit-${number}`,
    dataEdit: number,
    ariaLabel: label,
    title: label
  }
  return element('a', properties, String(number))
}

function queryLink(number: number): Element {
  const properties = { href: `#query-${number}`, ariaLabel: `Query ${number}` }
  return element('a', { ...properties, className: ['asked'] }, `AQ${number}`)
}

function shapeElement(shapes: readonly Shape[]): Element {
  const surface = (d: Shape) => `M${d.map(([x, y]) => `${tidy(x)} ${tidy(y)}`).join('L')}Z`
  return element('path', { d: shapes.map(surface).join('') })
}

/** A hundredth of a tenth of a point is far below what a screen shows. */
function tidy(length: number): number {
  return Number(length.toFixed(2))
}
