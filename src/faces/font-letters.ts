// A TrueType font in, the code points that it has a glyph for out: its `cmap` table in the two formats that such fonts
// have, 4 for the first 65,536 characters and 12 for all.
// https://learn.microsoft.com/typography/opentype/spec/cmap
import { tableAt } from './table-at.ts'

/** @param font the bytes of a `.ttf` */
export function fontLetters(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const letters = new Set<number>()
  const cmap = tableAt(view, 'cmap')
  const count = cmap === undefined ? 0 : view.getUint16(cmap + 2)
  for (let index = 0; index < count; index += 1) {
    const start = (cmap ?? 0) + view.getUint32((cmap ?? 0) + 8 + index * 8)
    const format = view.getUint16(start)
    if (format === 4) readSegments(view, start, letters)
    if (format === 12) readGroups(view, start, letters)
  }
  return letters
}

/** Format 4: ends, starts, deltas and offsets, one array after another; a glyph 0 is none. */
function readSegments(view: DataView, start: number, letters: Set<number>): void {
  const size = view.getUint16(start + 6)
  for (let at = start + 14; at < start + 14 + size; at += 2) {
    const last = view.getUint16(at)
    const first = view.getUint16(at + size + 2)
    const delta = view.getUint16(at + 2 * size + 2)
    const offsetAt = at + 3 * size + 2
    const offset = view.getUint16(offsetAt)
    for (let code = first; code <= last && code < 0xff_ff; code += 1) {
      const glyph =
        offset === 0
          ? (code + delta) & 0xff_ff
          : view.getUint16(offsetAt + offset + 2 * (code - first))
      if (glyph !== 0) letters.add(code)
    }
  }
}

/** Format 12: groups of first code, last code and first glyph. */
function readGroups(view: DataView, start: number, letters: Set<number>): void {
  const groups = view.getUint32(start + 12)
  for (let at = start + 16; at < start + 16 + groups * 12; at += 12)
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code += 1) letters.add(code)
}
