// A cover as a handbill: each line of the title in the size in which it is as wide as the sheet, between the rules of a
// newspaper's head; subtitle and author in bands of their own at the foot.
import type { Line } from '../composition.ts'
import { divideEvenly } from './cover-lines.ts'
import { drawBox, drawLine } from './cover-drawing.ts'
import type { Drawing } from './cover-drawing.ts'
import { coverStyle, drawWords, setWords } from './cover-text.ts'
import type { CoverText, CoverType } from './cover-text.ts'
import type { CoverWords } from './set-cover.ts'
import type { Setter } from './text-block.ts'

const LEFT = 110
const WIDTH = 1380
const HEAD = 110
const FOOT = 110
const THICK = 34
const THIN = 6
/** Between the thick and the thin rule, and between a rule and words. */
const APART = 14
const PAD = 60
/** Lines of a title, and how much larger the largest may be than the smallest. */
const MOST_LINES = 14
const RATIO = 1.6
const LARGEST = 600
/** A little narrower than the sheet, where one line more is gained by it. */
const NARROWEST = 0.85 * WIDTH
/** In smaller letters lines of one width are no ornament any more. */
const SMALLEST = 84
/** Below a line and above its capitals, in ems: letters such as h are higher than these. */
const BELOW = 0.24
const ABOVE = 0.1

/** A line of the title, and its baseline below the top of the title. */
interface WideLine {
  line: Line
  baseline: number
  size: number
}

/** Draw it. */
export function coverHandbill(drawing: Drawing, words: CoverWords, setter: Setter): void {
  const { parts } = setter.design
  const common = { align: 'center', width: WIDTH, leading: 1.2 } as const
  const set = (text: string | undefined, more: Omit<CoverType, 'align' | 'width' | 'leading'>) =>
    text === undefined ? undefined : setWords(text, { ...common, ...more }, setter)
  const publisher = set(words.publisher, {
    part: parts.publisher,
    largest: 64,
    smallest: 40,
    height: 110,
    tracking: 0.08
  })
  const under = set(words.subtitle, {
    part: parts.subtitle,
    largest: 108,
    smallest: 50,
    height: 330
  })
  const bold = { ...parts.title, caps: parts.author.caps } as const
  const author = set(words.author, { part: bold, largest: 120, smallest: 56, height: 200 })
  const rule = (top: number, height: number) =>
    drawBox(drawing, { left: LEFT, top, width: WIDTH, height })
  rule(HEAD, THICK)
  rule(HEAD + THICK + APART, THIN)
  const end = drawing.height - FOOT
  rule(end - THICK, THICK)
  rule(end - THICK - APART - THIN, THIN)
  let top = HEAD + THICK + APART + THIN
  if (publisher) {
    drawWords(drawing, publisher, LEFT, top + PAD, setter)
    top += publisher.height + 2 * PAD
    rule(top, THIN)
    top += THIN
  }
  let foot = end - THICK - APART - THIN
  const band = (text: CoverText | undefined) => {
    if (!text) return
    foot -= text.height + PAD
    drawWords(drawing, text, LEFT, foot, setter)
    foot -= PAD + THIN
    rule(foot, THIN)
  }
  band(author)
  band(under)
  drawTitle(drawing, words.title, top, foot, setter)
}

/** The title in the middle of its room. */
function drawTitle(
  drawing: Drawing,
  title: string,
  top: number,
  foot: number,
  setter: Setter
): void {
  const room = foot - top - PAD / 2
  const wide = wideLines(title, room, setter)
  if (wide) {
    const height = heightOf(wide)
    const begin = top + (foot - top - height) / 2
    for (const { line, baseline } of wide)
      drawLine(drawing, line, LEFT + (WIDTH - line.width) / 2, begin + baseline, setter)
    return
  }
  const part = setter.design.parts.title
  const type = { part, align: 'center', largest: LARGEST, smallest: SMALLEST } as const
  const size = { width: WIDTH, height: room, leading: 1.08 }
  const text = setWords(title, { ...type, ...size }, setter)
  drawWords(drawing, text, LEFT, top + (foot - top - text.height) / 2, setter)
}

/** The division into lines that fills the room best; undefined where it would be too small to be seen. */
function wideLines(title: string, room: number, setter: Setter): WideLine[] | undefined {
  const words = title.split(' ')
  let best: WideLine[] | undefined
  for (let count = 1; count <= Math.min(words.length, MOST_LINES); count += 1) {
    const texts = divideEvenly(words, count, (d) => widthOf(d, setter))
    const full = widen(texts, WIDTH, setter)
    const narrow = Math.floor((WIDTH * room) / heightOf(full))
    const lines = narrow < WIDTH && narrow >= NARROWEST ? widen(texts, narrow, setter) : full
    const height = heightOf(lines)
    if (height <= room && height > heightOf(best ?? [])) best = lines
  }
  return best?.every((d) => d.size >= SMALLEST) ? best : undefined
}

/** With what hangs below the last. */
function heightOf(lines: readonly WideLine[]): number {
  const last = lines.at(-1)
  return last ? last.baseline + BELOW * last.size : 0
}

/** Width of letters in a size of 1000. */
function widthOf(text: string, setter: Setter): number {
  return oneLine(text, 1000, setter).width
}

function widen(texts: readonly string[], width: number, setter: Setter): WideLine[] {
  const sizes = texts.map((d) => (width / widthOf(d, setter)) * 1000)
  const most = Math.min((LARGEST * width) / WIDTH, RATIO * Math.min(...sizes))
  const { title } = setter.design.parts
  const { capitals } = setter.metricsOf(coverStyle(title, 1, 0, setter).face)
  let baseline = 0
  let before = 0
  return texts.map((text, index) => {
    const size = Math.floor(Math.min(sizes[index] ?? most, most))
    baseline += BELOW * before + (ABOVE + capitals) * size
    before = size
    return { line: oneLine(text, size, setter), baseline, size }
  })
}

function oneLine(text: string, size: number, setter: Setter): Line {
  const style = coverStyle(setter.design.parts.title, size, 0, setter)
  const [set] = setter.lines.set({
    runs: [{ text, style, wraps: [] }],
    measure: 1e7,
    indent: 0,
    align: 'center',
    hyphenate: false,
    variants: false,
    leading: size
  })
  const [line] = set?.lines() ?? []
  if (!line) throw new Error('A title has letters')
  return { ...line, left: 0 }
}
