// A font of a PDF in, the width of each code out: what a reader moves on by after drawing it.
import { PDFArray, PDFDict, PDFName, PDFNumber } from '../../pdf.ts'
import type { PDFObject } from '../../pdf.ts'

/** How the text of a font is read and measured. */
export interface GlyphWidths {
  /** Bytes of a code: 2 in the fonts that Chromium embeds, 1 in simple ones. */
  bytes: 1 | 2
  /** In thousandths of the size. */
  widthOf: (code: number) => number
}

/** The widths of a font; undefined where the font does not say them, or draws its letters with procedures (Type 3). */
export function glyphWidths(font: PDFDict): GlyphWidths | undefined {
  const kind = font.get(PDFName.of('Subtype'))
  if (kind === PDFName.of('Type0')) return wideFont(font)
  const list = font.lookup(PDFName.of('Widths'))
  if (kind === PDFName.of('Type3') || !(list instanceof PDFArray)) return undefined
  const first = numberOf(font.lookup(PDFName.of('FirstChar')), 0)
  const missing = font.lookup(PDFName.of('FontDescriptor'))
  const other =
    missing instanceof PDFDict ? numberOf(missing.lookup(PDFName.of('MissingWidth')), 0) : 0
  const widths = list.asArray().map((_, i) => numberOf(list.lookup(i), other))
  return { bytes: 1, widthOf: (code) => widths[code - first] ?? other }
}

function wideFont(font: PDFDict): GlyphWidths | undefined {
  const below = font.lookup(PDFName.of('DescendantFonts'))
  const inner = below instanceof PDFArray ? below.lookup(0) : undefined
  const isPlain = font.get(PDFName.of('Encoding')) === PDFName.of('Identity-H')
  if (!(inner instanceof PDFDict) || !isPlain) return undefined
  const usual = numberOf(inner.lookup(PDFName.of('DW')), 1000)
  const list = inner.lookup(PDFName.of('W'))
  const widths = list instanceof PDFArray ? readWidths(list) : new Map<number, number>()
  return { bytes: 2, widthOf: (code) => widths.get(code) ?? usual }
}

/** `c [w1 w2]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function readWidths(list: PDFArray): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let i = 0; i < list.size();) {
    const first = numberOf(list.lookup(i), 0)
    const next = list.lookup(i + 1)
    if (next instanceof PDFArray) {
      for (let k = 0; k < next.size(); k++) widths.set(first + k, numberOf(next.lookup(k), 0))
      i += 2
    } else {
      const width = numberOf(list.lookup(i + 2), 0)
      for (let code = first; code <= numberOf(next, -1); code++) widths.set(code, width)
      i += 3
    }
  }
  return widths
}

function numberOf(object: PDFObject | undefined, otherwise: number): number {
  return object instanceof PDFNumber ? object.asNumber() : otherwise
}
