// Whether a document is set in two columns, and where the gutter of a page lies: a strip of white that nearly no line
// crosses while many have words on both sides of it.
import type { Glyph, PaintedPage } from './glyphs.ts'

/** The gutter between two columns. */
export interface Gutter {
  /** Its middle on a page, and whether a glyph belongs to a line that runs across it; undefined on a page without. */
  at: (page: PaintedPage) => { x: number; across: (glyph: Glyph) => boolean } | undefined
}

interface Row {
  y: number
  glyphs: Glyph[]
}

/** At least this many lines stand side by side on a page with columns. */
const SIDE_BY_SIDE = 8
/** And at most this part of all lines runs across. */
const ACROSS = 0.2

/** The gutter, when most pages with much text have one. */
export function findGutter(pages: readonly PaintedPage[], body: number): Gutter | undefined {
  const found = new Map<number, { x: number; across: (glyph: Glyph) => boolean }>()
  let texts = 0
  for (const page of pages) {
    const rows = rowsOf(page.glyphs)
    if (rows.length < 2 * SIDE_BY_SIDE) continue
    texts += 1
    const x = gutterOf(rows, body)
    if (x === undefined) continue
    const crossing = rows.filter((d) => sideOf(d, x, body) === 'across')
    found.set(page.number, { x, across: (d) => crossing.some((row) => Math.abs(row.y - d.y) < 1) })
  }
  return found.size > texts / 2 ? { at: (page) => found.get(page.number) } : undefined
}

/** Of the places that the fewest lines cross, the one with the widest white. */
function gutterOf(rows: readonly Row[], body: number): number | undefined {
  const left = Math.min(...rows.map((d) => d.glyphs[0]?.x ?? Infinity))
  const right = Math.max(...rows.map((d) => d.glyphs.at(-1)?.end ?? 0))
  let best: number | undefined
  let [fewest, widest] = [ACROSS * rows.length, 0]
  for (let x = left + (right - left) * 0.35; x < left + (right - left) * 0.65; x += 1) {
    const sides = rows.map((d) => sideOf(d, x, body))
    const across = sides.filter((d) => d === 'across').length
    const whites = sides.filter((d) => typeof d === 'number')
    if (whites.length < SIDE_BY_SIDE) continue
    const white = Math.min(...whites)
    if (across < fewest || (across === fewest && white > widest))
      [best, fewest, widest] = [x, across, white]
  }
  return best
}

/** The white of a row at a place, `one` when it has words on one side only, `across` when it has too little white. */
function sideOf(row: Row, x: number, body: number): 'across' | 'one' | number {
  const before = row.glyphs.filter((d) => (d.x + d.end) / 2 < x)
  const after = row.glyphs.filter((d) => (d.x + d.end) / 2 >= x)
  if (before.length === 0 || after.length === 0) return 'one'
  const end = Math.max(...before.map((d) => d.end))
  const begin = Math.min(...after.map((d) => d.x))
  return begin - end > 0.75 * body && end < x && begin > x ? begin - end : 'across'
}

function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: Row[] = []
  for (const glyph of glyphs.filter((d) => d.text.trim() !== '').toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last && glyph.y - last.y <= 0.6) last.glyphs.push(glyph)
    else rows.push({ y: glyph.y, glyphs: [glyph] })
  }
  for (const row of rows) row.glyphs.sort((a, b) => a.x - b.x)
  return rows
}
