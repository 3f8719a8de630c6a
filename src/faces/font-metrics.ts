// A TrueType font in, how high its letters stand out: as shares of the size, as a browser takes them (`hhea`, or the
// typographic ones of `OS/2` where the font says so).
// https://learn.microsoft.com/typography/opentype/spec/os2#fsselection
import { tableAt } from './table-at.ts'

/** Heights above and below the baseline, in ems. */
export interface FontMetrics {
  ascent: number
  descent: number
  /** Height of capitals. */
  capitals: number
}

const USE_TYPO_METRICS = 128
/** Where a font does not say how high its capitals are. */
const USUAL_CAPITALS = 0.66

/** @param font the bytes of a `.ttf` */
export function fontMetrics(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const em = view.getUint16((tableAt(view, 'head') ?? 0) + 18)
  const hhea = tableAt(view, 'hhea') ?? 0
  const os2 = tableAt(view, 'OS/2')
  const typographic = os2 !== undefined && (view.getUint16(os2 + 62) & USE_TYPO_METRICS) !== 0
  const at = typographic ? os2 + 68 : hhea + 4
  const modern = os2 !== undefined && view.getUint16(os2) >= 2
  return {
    ascent: view.getInt16(at) / em,
    descent: -view.getInt16(at + 2) / em,
    capitals: (modern && view.getInt16(os2 + 88) / em) || USUAL_CAPITALS
  }
}
