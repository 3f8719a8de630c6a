// Glyphs of a page in, its lines out, from the top: what stands on one baseline, with the calls of notes that are raised
// above it, and the gaps between its words. A space is seen by the gap that it leaves, not by a space character.
import type { Glyph } from './glyphs.ts'
import { quantile, usual } from './statistics.ts'

/** A glyph in its line. */
export interface Letter extends Glyph {
  /** It stands above the baseline, as the call of a note does. */
  raised: boolean
}

/** A word space. */
export interface Gap {
  left: number
  right: number
}

/** What a line is to a reader. */
export type Role = 'head' | 'folio' | 'heading' | 'text' | 'quote' | 'note' | 'small'

/** A line of type; lengths in points from the top left corner of the page. */
export interface Line {
  page: number
  column: number
  y: number
  left: number
  right: number
  size: number
  text: string
  bold: boolean
  letters: readonly Letter[]
  gaps: readonly Gap[]
  role: Role
  /** It reaches the right edge of its measure. */
  full: boolean
  /** From the left edge of its measure. */
  indent: number
  /** Distance from the line above; undefined for the first of a page. */
  above: number | undefined
  /** The note that begins here. */
  begins: number | undefined
}

interface Row {
  y: number
  size: number
  letters: Letter[]
}

/** Glyphs within this many points of height are on one baseline. */
const SAME = 0.6

/** The lines of one page, or of one column of it. */
export function linesOf(glyphs: readonly Glyph[], page: number, column: number): Line[] {
  const spaces = glyphs.filter((d) => d.text === ' ')
  const solid = glyphs.filter((d) => d.text === '' || d.text.trim() !== '')
  const rows = joinRaised(rowsOf(solid))
  return rows.map((row) => lineOf(row, spaces, page, column)).toSorted((a, b) => a.y - b.y)
}

function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: { top: number; letters: Letter[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    const letter = { ...glyph, raised: false }
    if (last && glyph.y - last.top <= SAME) last.letters.push(letter)
    else rows.push({ top: glyph.y, letters: [letter] })
  }
  return rows.map(({ letters }) => {
    const size = usualSize(letters)
    const ys = letters.filter((d) => Math.abs(d.size - size) < 0.3).map((d) => d.y)
    return { y: quantile(ys, 0.5) ?? 0, size, letters }
  })
}

/** A few small letters less than 0.62 em above a row are its note calls; what is within 0.12 em of it belongs to it. */
function joinRaised(rows: readonly Row[]): Row[] {
  const gone = new Set<Row>()
  for (const [i, row] of rows.entries()) {
    for (const next of rows.slice(i + 1)) {
      const up = next.y - row.y
      if (up > 0.62 * next.size) break
      const small = row.letters.length <= 12 && row.letters.every((d) => d.size <= 0.84 * next.size)
      if (!small && up >= 0.12 * next.size) continue
      if (small) for (const letter of row.letters) letter.raised = true
      next.letters.push(...row.letters)
      gone.add(row)
      break
    }
  }
  return rows.filter((d) => !gone.has(d))
}

function lineOf(row: Row, all: readonly Glyph[], page: number, column: number): Line {
  const letters = row.letters.toSorted((a, b) => a.x - b.x)
  const size = usualSize(letters.filter((d) => !d.raised))
  const left = Math.min(...letters.map((d) => d.x))
  const right = Math.max(...letters.map((d) => d.end))
  const spaces = all.filter((d) => Math.abs(d.y - row.y) < 0.7 && d.x > left - 1 && d.x < right + 1)
  const gaps: Gap[] = []
  let text = ''
  let last: Letter | undefined
  for (const letter of letters) {
    if (last && isSpace(last, letter, size, spaces)) {
      gaps.push({ left: last.end, right: letter.x })
      text += ' '
    }
    text += letter.text
    last = letter
  }
  const bold = letters.every((d) => d.raised || /bold|semi|black|heavy/iu.test(d.font))
  const unknown = {
    role: 'text',
    full: false,
    indent: 0,
    above: undefined,
    begins: undefined
  } as const
  return { page, column, y: row.y, left, right, size, text, bold, letters, gaps, ...unknown }
}

function isSpace(before: Letter, after: Letter, size: number, spaces: readonly Glyph[]): boolean {
  const width = after.x - before.end
  if (width > 0.1 * size) return true
  if (width <= 0.04 * size || after.raised) return false
  return spaces.some(
    (d) => d.x >= before.x && d.x >= before.end - 0.3 * size && d.x < after.x + 0.01
  )
}

function usualSize(letters: readonly Glyph[]): number {
  return (
    usual(
      letters.map((d) => d.size),
      0.1
    ) ?? 0
  )
}
