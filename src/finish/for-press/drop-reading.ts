// What serves a reader at a screen does not belong to a print shop's file, and PDF/X-4 forbids some of it (6.17,
// annotations within the bleed): links, outline, named places. Tags stay, but for the links that they hold.
import { PDFArray, PDFDict, PDFName } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'

const CATALOG = ['Outlines', 'PageMode', 'Dests', 'Names', 'OpenAction', 'AA', 'AcroForm']
const PAGE = ['Annots', 'AA', 'StructParents', 'Tabs']
const K = PDFName.of('K')
const TYPE = PDFName.of('Type')
const OBJECT = PDFName.of('OBJR')

/** Drop what leads elsewhere. */
export function dropReading(document: PDFDocument): void {
  for (const name of CATALOG) document.catalog.delete(PDFName.of(name))
  for (const { node } of document.getPages())
    for (const name of PAGE) if (name !== 'StructParents') node.delete(PDFName.of(name))
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.has(K)) dropObjects(object)
}

/** Take the references to annotations out of a tag. */
function dropObjects(tag: PDFDict): void {
  const kids = tag.lookup(K)
  if (kids instanceof PDFDict && kids.lookup(TYPE) === OBJECT) tag.delete(K)
  if (!(kids instanceof PDFArray)) return
  const isObject = (index: number) => {
    const kid = kids.lookup(index)
    return kid instanceof PDFDict && kid.lookup(TYPE) === OBJECT
  }
  for (let index = kids.size() - 1; index >= 0; index -= 1) if (isObject(index)) kids.remove(index)
}
