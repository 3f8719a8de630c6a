// A cover in a frame of rules, as title pages of the hand press had it: all in the middle, the author above, the title
// somewhat over the middle, an ornament under it, the publisher at the foot.
import { drawBox, drawFrame, drawLine } from './cover-drawing.ts'
import type { Drawing } from './cover-drawing.ts'
import { coverStyle, drawWords, setWords } from './cover-text.ts'
import type { CoverText, CoverType } from './cover-text.ts'
import type { CoverWords } from './set-cover.ts'
import type { Setter } from './text-block.ts'

/** Thick and thin rule: distance from the edge, and thickness. */
const FRAME = [
  [84, 16],
  [114, 5]
] as const
const LEFT = 200
const WIDTH = 1200
/** Top of the first capitals, and the last baseline over the lower edge. */
const HEAD = 300
const FOOT = 300
/** Between parts of the cover, and between title and subtitle. */
const GAP = 130
const UNDER_TITLE = 110
/** Height about which title and subtitle stand, as a share of the sheet's. */
const MIDDLE = 0.3875
const ORNAMENT = '❦'
const ORNAMENT_SIZE = 230
/** Height of its drawing, in ems. */
const ORNAMENT_HIGH = 0.7
const SHORT_RULE = { width: 240, height: 8 }

/** Draw it. */
export function coverFrame(drawing: Drawing, words: CoverWords, setter: Setter): void {
  const { parts } = setter.design
  const { width, height } = drawing
  for (const [edge, thickness] of FRAME) {
    const box = { left: edge, top: edge, width: width - 2 * edge, height: height - 2 * edge }
    drawFrame(drawing, box, thickness)
  }
  const common = { align: 'center', width: WIDTH } as const
  const small = { ...common, height: 190, leading: 1.3, smallest: 44, tracking: 0.08 }
  const set = (text: string | undefined, type: CoverType) =>
    text === undefined ? undefined : setWords(text, type, setter)
  const capitals = { ...parts.author, caps: 'small' } as const
  const author = set(words.author, { ...small, part: capitals, largest: 100 })
  const publisher = set(words.publisher, { ...small, part: parts.publisher, largest: 68 })
  const top = HEAD + (author ? author.height + GAP : 0)
  const end = height - FOOT
  const foot = end - (publisher ? publisher.height + GAP : 0)
  const line = { ...common, height: 330, leading: 1.25, smallest: 50 }
  const under = set(words.subtitle, { ...line, part: parts.subtitle, largest: 92 })
  const below = under ? UNDER_TITLE + under.height : 0
  const room = foot - top - below - GAP
  const title = setWords(
    words.title,
    { ...common, part: parts.title, largest: 280, smallest: 80, height: room, leading: 1.08 },
    setter
  )
  const begin = Math.max(top, MIDDLE * height - (title.height + below) / 2)
  if (author) drawWords(drawing, author, LEFT, HEAD, setter)
  drawWords(drawing, title, LEFT, begin, setter)
  if (under) drawWords(drawing, under, LEFT, begin + title.height + UNDER_TITLE, setter)
  if (publisher) drawWords(drawing, publisher, LEFT, end - publisher.height, setter)
  drawOrnament(drawing, begin + title.height + below, foot, title, setter)
}

/** In the middle of the room between title and foot, where there is enough. */
function drawOrnament(
  drawing: Drawing,
  top: number,
  foot: number,
  title: CoverText,
  setter: Setter
): void {
  const high = ORNAMENT_HIGH * ORNAMENT_SIZE
  if (foot - top < 2 * high + GAP) return
  const middle = (top + foot) / 2
  if (!setter.lines.has(title.style.face, ORNAMENT.codePointAt(0) ?? 0)) {
    const box = { ...SHORT_RULE, left: (drawing.width - SHORT_RULE.width) / 2, top: middle }
    drawBox(drawing, box)
    return
  }
  const style = coverStyle(setter.design.parts.title, ORNAMENT_SIZE, 0, setter)
  const width = setter.lines.width(ORNAMENT, style)
  const pieces = [{ text: ORNAMENT, run: { text: ORNAMENT, style, wraps: [] } }]
  const line = {
    pieces,
    end: 'end',
    left: 0,
    width,
    wordSpace: 0,
    tracking: 0,
    stretch: 1
  } as const
  drawLine(drawing, line, (drawing.width - width) / 2, middle + high / 2, setter)
}
