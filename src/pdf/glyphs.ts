// A TrueType font in, what is known of its glyphs out: which one draws a letter, how wide it is, its outline as bytes.
// Only what a few words in small type need: outlines without instructions.
// https://learn.microsoft.com/typography/opentype/spec/glyf
import { tableAt } from '../faces/table-at.ts'

/** A font, open for reading. */
export interface Glyphs {
  view: DataView
  /** Where the table `head` begins. */
  head: number
  /** Units of an em. */
  em: number
  /** The glyph of a code point; 0 where there is none. */
  glyphOf: (code: number) => number
  /** Width in units. */
  widthOf: (glyph: number) => number
  /** Left side bearing in units. */
  bearingOf: (glyph: number) => number
  /** The outline as it stands in the font; empty for a space. */
  outlineOf: (glyph: number) => Uint8Array
}

/** @param font the bytes of a `.ttf` */
export function readGlyphs(font: Uint8Array): Glyphs {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const at = (tag: string) => {
    const offset = tableAt(view, tag)
    if (offset === undefined) throw new Error(`A face without its table ${tag}`)
    return offset
  }
  const [head, hmtx, loca, glyf] = [at('head'), at('hmtx'), at('loca'), at('glyf')]
  const metrics = view.getUint16(at('hhea') + 34)
  const isLong = view.getInt16(head + 50) === 1
  const start = (glyph: number) =>
    isLong ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2
  return {
    view,
    head,
    em: view.getUint16(head + 18),
    glyphOf: lettersAt(view, at('cmap')),
    widthOf: (glyph) => view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4),
    bearingOf: (glyph) =>
      view.getInt16(
        glyph < metrics ? hmtx + glyph * 4 + 2 : hmtx + metrics * 4 + (glyph - metrics) * 2
      ),
    outlineOf: (glyph) => font.slice(glyf + start(glyph), glyf + start(glyph + 1))
  }
}

/** Format 4 of `cmap`, which every such font has: the first 65,536 characters. */
function lettersAt(view: DataView, cmap: number): Glyphs['glyphOf'] {
  const count = view.getUint16(cmap + 2)
  const starts = Array.from({ length: count }, (_, i) => cmap + view.getUint32(cmap + 8 + i * 8))
  const start = starts.find((d) => view.getUint16(d) === 4)
  if (start === undefined) throw new Error('A face without letters')
  const size = view.getUint16(start + 6)
  return (code) => {
    for (let at = start + 14; at < start + 14 + size; at += 2) {
      if (view.getUint16(at) < code) continue
      const first = view.getUint16(at + size + 2)
      if (first > code) return 0
      const delta = view.getUint16(at + 2 * size + 2)
      const offsetAt = at + 3 * size + 2
      const offset = view.getUint16(offsetAt)
      if (offset === 0) return (code + delta) & 0xff_ff
      const glyph = view.getUint16(offsetAt + offset + 2 * (code - first))
      return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff
    }
    return 0
  }
}
