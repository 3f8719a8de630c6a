// What is to be drawn on a page in, the operators that draw it out: signs in their colours, bars and numbers in grey that
// is dark enough for a printer without colours.
import type { SmallType } from '../../pdf/small-type.ts'
import type { MarkedPage, Sides, Spot } from '../marked-page.ts'
import { queryShape, shapesOf } from '../sign-shapes.ts'
import type { Shape } from '../sign-shapes.ts'
import type { Mark } from '../../proof.ts'

/** The trimmed page, in points, from the lower left corner. */
export interface Paper {
  x: number
  y: number
  width: number
  height: number
  /** The margin at its outer edge. */
  outer: number
  side: 'recto' | 'verso'
}

/** Red, green and blue, from 0 to 1: those of the report. */
const COLOURS: Readonly<Record<Mark['sign'], string>> = {
  added: '0.04 0.42 0.18',
  deleted: '0.7 0.15 0.12',
  caret: '0.7 0.15 0.12',
  moved: '0.04 0.31 0.7',
  restyled: '0.43 0.16 0.66'
}
/** From the edge of the text to the bar, how thick that is, and from there to the numbers, in points. */
const [AWAY, BAR, GAP] = [6, 1, 3]
/** Where letters stand out in the margin, from these to the bar, in points. */
const OFF = 2
/** Of numbers, in points; capitals and figures are about two thirds as high. */
const [SIZE, LEADING, FIGURES] = [7, 8, 0.65]
/** At the edge of the paper nothing is printed, in points. */
const EDGE = 4

/** @returns '' where nothing is to be drawn */
export function drawMarks(marked: MarkedPage, paper: Paper, type: SmallType): string {
  const { marks, queries, bars, spots } = marked
  if (spots.length === 0) return ''
  const away = Math.min(AWAY, paper.outer / 4)
  const isRecto = paper.side === 'recto'
  const place = ({ left, right }: Sides) =>
    paper.x +
    (isRecto
      ? Math.max(paper.width - paper.outer + away, right / 10 + OFF)
      : Math.min(paper.outer - away, left / 10 - OFF) - BAR)
  const top = paper.y + paper.height
  const drawn = [
    ...marks.flatMap((mark) => {
      const colour = COLOURS[mark.sign]
      return shapesOf(mark, 'new', mark.room).map((d) => shape(d, paper, colour))
    }),
    ...queries.map(({ box, room }) => shape(queryShape(box, room), paper, '0.2 0.2 0.2')),
    '0.2 g\n',
    ...bars.map(({ top: from, height, ink }) => {
      const bottom = top - (from + height) / 10
      return `${number(place(ink))} ${number(bottom)} ${BAR} ${number(height / 10)} re f\n`
    }),
    '0 g\n',
    ...spots.map((d) => spot(d, top, place(d.ink) + (isRecto ? BAR + GAP : -GAP), paper, type))
  ]
  return drawn.join('')
}

/** The numbers on a line, or below each other where the margin has no room for that. */
function spot(
  { middle, edits, queries }: Spot,
  top: number,
  at: number,
  { x, width, side }: Paper,
  type: SmallType
): string {
  const numbers = [...edits.map(String), ...queries.map((d) => `AQ${d}`)]
  const room = side === 'recto' ? x + width - EDGE - at : at - x - EDGE
  const joined = numbers.join(', ')
  const lines = type.widthOf(joined, SIZE) <= room ? [joined] : numbers
  const baseline = top - middle / 10 - (SIZE * FIGURES) / 2
  return lines
    .map((d, index) => {
      const left = side === 'recto' ? at : at - type.widthOf(d, SIZE)
      return type.show(d, left, baseline - index * LEADING, SIZE)
    })
    .join('')
}

function shape(corners: Shape, paper: Paper, colour: string): string {
  const path = corners.map(([x, y], index) => {
    const [right, up] = [paper.x + x / 10, paper.y + paper.height - y / 10]
    return `${number(right)} ${number(up)} ${index === 0 ? 'm' : 'l'}`
  })
  return `${colour} rg ${path.join(' ')} h f\n`
}

/** A thousandth of a point. */
function number(value: number): string {
  return String(Number(value.toFixed(3)))
}
