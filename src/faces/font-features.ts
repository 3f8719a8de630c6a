// A TrueType font in, the OpenType features that its letters can be set with out: the tags of its `GSUB` table, such as
// `smcp` (small capitals), `onum` (old-style figures) and `sups` (superiors). What is missing is imitated by the typesetting.
// https://learn.microsoft.com/typography/opentype/spec/chapter2#feature-list-table
import { tableAt } from './table-at.ts'

/** @param font the bytes of a `.ttf` */
export function fontFeatures(font: Uint8Array): ReadonlySet<string> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const gsub = tableAt(view, 'GSUB')
  if (gsub === undefined) return new Set()
  const list = gsub + view.getUint16(gsub + 6)
  const tags = Array.from({ length: view.getUint16(list) }, (_, index) =>
    tagAt(view, list + 2 + index * 6)
  )
  return new Set(tags)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCodePoint(...[0, 1, 2, 3].map((d) => view.getUint8(at + d)))
}
