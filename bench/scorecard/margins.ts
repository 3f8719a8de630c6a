// Pages as painted in, their frames out: a frame is the type area of a page, or one column of it, with its lines and what
// each line is. Running heads, folios, notes, headings and quotations are told apart by size and place alone.
import { findGutter } from './columns.ts'
import type { Gutter } from './columns.ts'
import { isBody, isText, setFurniture } from './furniture.ts'
import type { Glyph, PaintedPage } from './glyphs.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import { grouped, mean, usual } from './statistics.ts'

/** Edges of a measure, in points. */
export interface Edges {
  left: number
  right: number
}

/** The type area of a page, or a column of it. */
export interface Frame {
  page: number
  column: number
  /** Lines of the text, headings among them, but without tables and code in small type. */
  flow: Line[]
  /** Baseline of the last line above the notes, whatever it is. */
  foot: number
  notes: Line[]
}

/** All that the rows of the card are counted from. */
export interface Sheet {
  /** Size of the text, and distance of its baselines, in points. */
  body: number
  leading: number
  columns: number
  pages: readonly PaintedPage[]
  /** Every line of a page, furniture and all. */
  lines: ReadonlyMap<number, readonly Line[]>
  /** Those with running text, in order. */
  frames: readonly Frame[]
  /** The measure in which a line stands. */
  edges: (line: Line) => Edges
}

/** A line is full when it ends within this many ems of its right edge. */
const FULL = 0.3
/** Lines of a smaller size than this part of the text's are no text. */
const SMALL = 0.87

/** Read a document. */
export function readSheet(pages: readonly PaintedPage[]): Sheet {
  const sizes = pages.flatMap((d) => d.glyphs.filter(isInk).map((glyph) => glyph.size))
  const body = usual(sizes, 0.1) ?? 10
  const gutter = findGutter(pages, body)
  const lines = new Map(pages.map((page) => [page.number, linesOfPage(page, gutter)]))
  const all = [...lines.values()]
  const leading = leadingOf(all, body)
  setFurniture(all, body, leading)
  const texts = pages.filter((page) => isText(page, lines.get(page.number) ?? [], body))
  const frames = texts.flatMap((page) => framesOf(page.number, lines.get(page.number) ?? [], body))
  const measures = measuresOf(frames.flatMap((d) => d.flow).filter((d) => isBody(d, body)))
  for (const frame of frames) {
    setRoles(frame, body, leading, measures)
    frame.flow = frame.flow.filter((d) => d.role !== 'small')
  }
  setQuotes(frames, body, measures)
  const quotes = measuresOf(frames.flatMap((d) => d.flow).filter((d) => d.role === 'quote'))
  const notes = measuresOf(
    frames.flatMap((d) => d.notes),
    30
  )
  const edges = (line: Line): Edges => {
    const own = line.role === 'note' ? notes : line.role === 'quote' ? quotes : measures
    return own.get(keyOf(line)) ?? measures.get(keyOf(line)) ?? { left: 0, right: Infinity }
  }
  for (const line of frames.flatMap((d) => [...d.flow, ...d.notes])) {
    const { left, right } = edges(line)
    line.full = line.role !== 'heading' && Math.abs(line.right - right) <= FULL * body
    line.indent = line.left - left
  }
  return { body, leading, columns: gutter ? 2 : 1, pages, lines, frames, edges }
}

/** Rectos and versos have other margins, and so has each column. */
export function keyOf(line: { page: number; column: number }): string {
  return `${line.page % 2} ${line.column}`
}

function isInk(glyph: Glyph): boolean {
  return glyph.text.trim() !== ''
}

function linesOfPage(page: PaintedPage, gutter: Gutter | undefined): Line[] {
  const at = gutter?.at(page)
  if (at === undefined) return linesOf(page.glyphs, page.number, 0)
  const right = (glyph: Glyph) => glyph.x >= at.x && !at.across(glyph)
  const columns = [page.glyphs.filter((d) => !right(d)), page.glyphs.filter(right)]
  return columns.flatMap((glyphs, column) => linesOf(glyphs, page.number, column))
}

/** The mean of all distances between lines of the text that are about the usual one. */
function leadingOf(all: readonly (readonly Line[])[], body: number): number {
  const steps = all.flatMap((lines) => stepsOf(lines))
  const likely = steps.map((d) => d.step).filter((d) => d > 0.9 * body && d < 2.2 * body)
  const first = usual(likely, 0.1) ?? 1.3 * body
  return mean(textSteps(steps, body, first).map((d) => d.step)) ?? first
}

interface Step {
  above: Line
  below: Line
  step: number
}

/** Each line with the one above it in its column. */
export function stepsOf(lines: readonly Line[]): Step[] {
  return lines.slice(1).flatMap((below, i) => {
    const above = lines[i]
    if (!above || above.column !== below.column) return []
    return [{ above, below, step: below.y - above.y }]
  })
}

/** The steps between two lines of the text. */
export function textSteps(steps: readonly Step[], body: number, leading: number): Step[] {
  return steps.filter(
    ({ above, below, step }) =>
      Math.abs(above.size - body) < 0.3 &&
      Math.abs(below.size - body) < 0.3 &&
      Math.abs(step - leading) <= 0.8
  )
}

/** The frames of a page; its notes are the small lines at the end of each. */
function framesOf(page: number, all: readonly Line[], body: number): Frame[] {
  const lines = all.filter((d) => d.role !== 'head' && d.role !== 'folio')
  const columns = [...new Set(lines.map((d) => d.column))].toSorted((a, b) => a - b)
  return columns.map((column) => {
    const own = lines.filter((d) => d.column === column)
    const last = own.findLastIndex((d) => d.size >= 0.9 * body)
    const notes = own.slice(last + 1)
    for (const line of notes) line.role = 'note'
    const text = own.slice(0, last + 1)
    return { page, column, flow: text, foot: text.at(-1)?.y ?? 0, notes }
  })
}

function measuresOf(lines: readonly Line[], long = 20): Map<string, Edges> {
  const measures = new Map<string, Edges>()
  for (const [key, own] of grouped(lines, keyOf)) {
    const left = usual(
      own.map((d) => d.left),
      0.25
    )
    const right = usual(
      own.filter((d) => d.text.length > long).map((d) => d.right),
      0.25
    )
    if (own.length > 2 && left !== undefined && right !== undefined)
      measures.set(key, { left, right })
  }
  return measures
}

function setRoles(
  { flow }: Frame,
  body: number,
  leading: number,
  measures: ReadonlyMap<string, Edges>
): void {
  for (const [i, line] of flow.entries()) {
    const [before, after] = [flow[i - 1], flow[i + 1]]
    const right = measures.get(keyOf(line))?.right ?? line.right
    line.above = before && line.y - before.y
    const below = after && after.y - line.y
    const short = line.right < right - 2 * body && line.text.length < 80
    const apart = (d: number | undefined) => d === undefined || d > 1.3 * leading
    const alone =
      apart(line.above) && apart(below) && (line.above !== undefined || below !== undefined)
    const ends = !/\p{L}/u.test(line.text) || /[.?!:”"’)…●]\d*$/u.test(line.text.trim())
    if (line.size > 1.12 * body || (short && (line.bold || (alone && !ends)))) line.role = 'heading'
    else if (line.size < SMALL * body) line.role = 'small'
  }
}

/** Quotations: a little smaller than the text, or at least two lines of a page that are set in at both sides. */
function setQuotes(
  frames: readonly Frame[],
  body: number,
  measures: ReadonlyMap<string, Edges>
): void {
  for (const { flow } of frames) {
    const smaller = (d: Line) => d.size < 0.98 * body && d.size >= SMALL * body
    const setIn = flow.map((line) => {
      const { left = 0, right = Infinity } = measures.get(keyOf(line)) ?? {}
      const inside = line.left > left + 0.8 * body && line.right < right - 0.5 * body
      return line.role === 'text' && inside
    })
    for (const [i, line] of flow.entries())
      if (line.role === 'text')
        if (smaller(line) || (setIn[i] && (setIn[i - 1] || setIn[i + 1]))) line.role = 'quote'
  }
}
