// A page in, the kinds of things that lie on it and are not part of it out: comments, stamps, form fields. Links have no
// use on paper; the rest may matter, and a booklet does not carry it.
import { PDFDict, PDFName } from '../pdf.ts'
import type { PDFPage } from '../pdf.ts'

const NO_LOSS: ReadonlySet<string> = new Set(['/Link', '/Popup'])
/** The second bit of an annotation's flags (ISO 32000-1, 12.5.3). */
const HIDDEN = 2

/** The kinds, such as `Stamp`; each once. */
export function leftOut(page: PDFPage): readonly string[] {
  const annotations = page.node.Annots()?.asArray() ?? []
  const kinds = annotations.map((ref) => {
    const annotation = page.doc.context.lookup(ref)
    if (!(annotation instanceof PDFDict) || !annotation.has(PDFName.of('AP'))) return ''
    const flags = Number(annotation.get(PDFName.of('F'))?.toString() ?? 0)
    const kind = annotation.get(PDFName.of('Subtype'))?.toString() ?? ''
    return NO_LOSS.has(kind) || (flags & HIDDEN) !== 0 ? '' : kind.slice(1)
  })
  return [...new Set(kinds.filter(Boolean))]
}
