// Pages whose origin moves in; the areas of their links, and the places to which links, names and outline lead, moved
// with them.
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef, PDFStream } from '../pdf.ts'
import type { PDFDocument, PDFObject } from '../pdf.ts'
import type { PagePlace } from './page-boxes.ts'

/** The operands of each kind of destination that are lengths (ISO 32000-1, 12.3.2.2): which coordinate each is. */
const LENGTHS: ReadonlyMap<string, readonly (0 | 1)[]> = new Map([
  ['/XYZ', [0, 1]],
  ['/FitH', [1]],
  ['/FitV', [0]],
  ['/FitR', [0, 1, 0, 1]],
  ['/FitBH', [1]],
  ['/FitBV', [0]]
])
const DECIMALS = 2

/** @param places where each page lies on its sheet, which begins at the origin */
export function moveLinks(document: PDFDocument, places: readonly PagePlace[]): void {
  const pages = document.getPages()
  const moves = new Map(
    pages.map((d, i) => [d.ref, [places[i]?.x ?? 0, places[i]?.y ?? 0] as const])
  )
  for (const page of pages) {
    const move = moves.get(page.ref) ?? [0, 0]
    for (const item of page.node.Annots()?.asArray() ?? []) {
      const dict = document.context.lookup(item)
      if (!(dict instanceof PDFDict)) continue
      for (const key of ['Rect', 'QuadPoints']) {
        const list = dict.lookup(PDFName.of(key))
        if (list instanceof PDFArray) shift(list, 0, [0, 1], move)
      }
    }
  }
  const seen = new Set<PDFObject>()
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object)

  function look(object: PDFObject): void {
    if (object instanceof PDFStream) look(object.dict)
    if (object instanceof PDFDict) for (const value of object.values()) look(value)
    if (!(object instanceof PDFArray) || seen.has(object)) return
    seen.add(object)
    const [page, kind] = [object.size() > 1 ? object.get(0) : undefined, object.asArray()[1]]
    const move = page instanceof PDFRef ? moves.get(page) : undefined
    const lengths = kind instanceof PDFName ? LENGTHS.get(kind.toString()) : undefined
    if (move && lengths) shift(object, 2, lengths, move)
    else for (const value of object.asArray()) look(value)
  }
}

/** Move the lengths of a list from a place on; which coordinate each is repeats. */
function shift(
  list: PDFArray,
  from: number,
  coordinates: readonly (0 | 1)[],
  move: readonly [number, number]
): void {
  const isRepeated = from === 0
  const end = isRepeated ? list.size() : Math.min(list.size(), from + coordinates.length)
  for (let i = from; i < end; i++) {
    const value = list.lookup(i)
    // No length means: as it is.
    if (value === PDFNull || !(value instanceof PDFNumber)) continue
    const coordinate = coordinates[(i - from) % coordinates.length] ?? 0
    list.set(i, PDFNumber.of(Number((value.asNumber() - move[coordinate]).toFixed(DECIMALS))))
  }
}
