// Where a table of a TrueType font begins. https://learn.microsoft.com/typography/opentype/spec/otff#table-directory

/** @returns the offset of the table, undefined where the font has none of this tag */
export function tableAt(view: DataView, tag: string): number | undefined {
  const wanted = [...tag].reduce((sum, d) => sum * 256 + (d.codePointAt(0) ?? 0), 0)
  for (let index = 0; index < view.getUint16(4); index += 1)
    if (view.getUint32(12 + index * 16) === wanted) return view.getUint32(12 + index * 16 + 8)
  return undefined
}
