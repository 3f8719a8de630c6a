// Glyphs and their letters in, a font in a document out: embedded as TrueType, cut down to these glyphs, with a way back to
// Unicode, so that what is written can be searched (ISO 32000-1, 9.7 and 9.10).
import type { FontMetrics } from '../faces/font-metrics.ts'
import { PDFString } from '../pdf.ts'
import type { PDFDocument, PDFRef } from '../pdf.ts'
import { cutFont } from './cut-font.ts'
import type { Glyphs } from './glyphs.ts'

/** Six letters and a plus say that this is a part of a font. */
const NAME = 'PRESSA+SourceSans3-Regular'
/** Letters beyond Latin-1 among them. */
const SYMBOLIC = 4
/** Thickness of upright strokes; a guess that only matters to readers that do without the font. */
const STEM = 80

/**
 * @param ref where the font is to be in the document
 * @param used by the numbers that they are shown with, from 0
 */
export function embedFont(
  document: PDFDocument,
  ref: PDFRef,
  glyphs: Glyphs,
  used: readonly (readonly [glyph: number, letter: string])[],
  metrics: FontMetrics
): void {
  const { context } = document
  const per1000 = (units: number) => Math.round((units * 1000) / glyphs.em)
  const order = used.map(([glyph]) => glyph)
  const file = cutFont(glyphs, order)
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: NAME,
    Flags: SYMBOLIC,
    FontBBox: [36, 38, 40, 42].map((d) => per1000(glyphs.view.getInt16(glyphs.head + d))),
    ItalicAngle: 0,
    Ascent: Math.round(metrics.ascent * 1000),
    Descent: -Math.round(metrics.descent * 1000),
    CapHeight: Math.round(metrics.capitals * 1000),
    StemV: STEM,
    FontFile2: context.register(context.flateStream(file, { Length1: file.length }))
  })
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: NAME,
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0
    },
    FontDescriptor: context.register(descriptor),
    W: [0, order.map((d) => per1000(glyphs.widthOf(d)))],
    CIDToGIDMap: 'Identity'
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: NAME,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(toUnicode(used.map(([, letter]) => letter))))
  })
  context.assign(ref, font)
}

/** At most a hundred letters stand in a block of the map. */
const BLOCK = 100

function toUnicode(letters: readonly string[]): string {
  const rows = letters.map(
    (letter, i) => `<${hex(i)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`
  )
  const blocks = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, i) => {
    const block = rows.slice(i * BLOCK, (i + 1) * BLOCK)
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`
  })
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Press def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end'
  ].join('\n')
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
