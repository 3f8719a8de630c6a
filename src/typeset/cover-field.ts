// A cover of two fields: the title in white at the foot of a black one, all else in black on the white one below; ranged
// left on one edge, with a bar as the only ornament.
import { drawBox } from './cover-drawing.ts'
import type { Drawing } from './cover-drawing.ts'
import { drawWords, setWords } from './cover-text.ts'
import type { CoverType } from './cover-text.ts'
import type { CoverWords } from './set-cover.ts'
import type { Setter } from './text-block.ts'

const LEFT = 130
const WIDTH = 1340
/** Height of the black field, as a share of the sheet's. */
const FIELD = 0.65
const BAR = { left: LEFT, top: 140, width: 280, height: 40 }
/** From the bar to the title at least, and from the title's last baseline to the edge of its field. */
const UNDER_BAR = 130
const OVER_EDGE = 150
/** From the edge to the capitals below, between parts there, and the last baseline over the lower edge. */
const UNDER_EDGE = 120
const GAP = 90
const FOOT = 130

/** Draw it. */
export function coverField(drawing: Drawing, words: CoverWords, setter: Setter): void {
  const { parts } = setter.design
  const common = { align: 'left', width: WIDTH } as const
  const field = Math.round(FIELD * drawing.height)
  const end = drawing.height - FOOT
  drawBox(drawing, { left: 0, top: 0, width: drawing.width, height: field })
  drawBox(drawing, BAR, 'white')
  const height = field - OVER_EDGE - BAR.top - BAR.height - UNDER_BAR
  const type = { ...common, part: parts.title, largest: 360, smallest: 90, height }
  const title = setWords(words.title, { ...type, leading: 1.02, tracking: -0.012 }, setter)
  drawWords(drawing, title, LEFT, field - OVER_EDGE - title.height, setter, 'white')
  const set = (text: string | undefined, more: Omit<CoverType, 'align' | 'width' | 'leading'>) =>
    text === undefined ? undefined : setWords(text, { ...common, leading: 1.2, ...more }, setter)
  const bold = { ...parts.title, caps: parts.author.caps } as const
  const author = set(words.author, { part: bold, largest: 96, smallest: 50, height: 190 })
  const publisher = set(words.publisher, {
    part: parts.publisher,
    largest: 62,
    smallest: 40,
    height: 110
  })
  const foot = end - (publisher ? publisher.height + GAP : 0)
  const top = field + UNDER_EDGE
  const room = foot - top - (author ? author.height + GAP : 0)
  const under = set(words.subtitle, {
    part: parts.subtitle,
    largest: 100,
    smallest: 50,
    height: room
  })
  if (under) drawWords(drawing, under, LEFT, top, setter)
  if (author) drawWords(drawing, author, LEFT, foot - author.height, setter)
  if (publisher) drawWords(drawing, publisher, LEFT, end - publisher.height, setter)
}
