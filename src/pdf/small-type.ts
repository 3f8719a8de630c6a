// The type of slug lines, test sheet, leaflet and the list behind a proof: words in, operators that show them out, and at the end one font in the
// document that holds the letters that were used.
import { faceBytes } from '../faces.ts'
import type { FaceName } from '../faces.ts'
import { fontMetrics } from '../faces/font-metrics.ts'
import type { PDFDocument, PDFRef } from '../pdf.ts'
import { embedFont } from './embed-font.ts'
import { readGlyphs } from './glyphs.ts'

/** Small type of a document. */
export interface SmallType {
  /** The font, in the document once `embed` has run. */
  ref: PDFRef
  /** Whether the face has every letter of a text. */
  has: (text: string) => boolean
  /** Width of a text of a size, in points. */
  widthOf: (text: string, size: number) => number
  /** Operators that show a text from a point on; the font is called `TYPE` there. */
  show: (text: string, x: number, y: number, size: number) => string
  /** Put the font into the document, if any of it was used. */
  embed: () => void
}

/** What the font is called on every side. */
export const TYPE = 'F'
const FACE: FaceName = 'Source Sans 3 roman'
/** In place of a letter that the face has not. */
const MISSING = '?'

/** Type to write with in a document. */
export async function smallType(document: PDFDocument): Promise<SmallType> {
  const bytes = await faceBytes(FACE)
  const glyphs = readGlyphs(bytes)
  const ref = document.context.nextRef()
  const letters = new Map<string, number>()
  /** Glyphs and their letters, by the numbers that they get in the font; the first is for none. */
  const used: (readonly [glyph: number, letter: string])[] = [[0, '\uFFFD']]
  const glyphOf = (letter: string) => glyphs.glyphOf(letter.codePointAt(0) ?? 0)
  const codeOf = (letter: string): number => {
    const known = letters.get(letter)
    if (known !== undefined) return known
    const glyph = glyphOf(letter)
    if (glyph === 0) return codeOf(MISSING)
    letters.set(letter, used.push([glyph, letter]) - 1)
    return used.length - 1
  }
  return {
    ref,
    has: (text) => [...text].every((d) => glyphOf(d) !== 0),
    widthOf: (text, size) =>
      ([...text].reduce((sum, d) => sum + glyphs.widthOf(glyphOf(d) || glyphOf(MISSING)), 0) *
        size) /
      glyphs.em,
    show: (text, x, y, size) => {
      const codes = [...text].map((d) => codeOf(d).toString(16).padStart(4, '0'))
      return `BT /${TYPE} ${size} Tf ${round(x)} ${round(y)} Td <${codes.join('')}> Tj ET\n`
    },
    embed: () => {
      if (used.length > 1) embedFont(document, ref, glyphs, used, fontMetrics(bytes))
    }
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
