// The outline in, as Chromium makes it from the words of the headings: `Part I¹`, with the number of a note that is called
// there. Out: titles without such numbers, and each entry with the tag of its heading as it is now.
import { PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'
import type { Kid, Tag } from './tags/read-tags.ts'

const SE = PDFName.of('SE')
const TITLE = PDFName.of('Title')

/**
 * Mend the outline.
 *
 * @param tags all tags, with the references by which they were known
 * @param written the new reference of each old one
 * @param labelOf label of the note that a link calls
 */
export function mendOutline(
  document: PDFDocument,
  tags: readonly Tag[],
  written: ReadonlyMap<PDFRef, PDFRef>,
  labelOf: (kid: Kid) => string | undefined
): void {
  const calls = new Map<PDFRef, string>()
  for (const tag of tags) findCalls(tag)
  for (const [, item] of document.context.enumerateIndirectObjects()) {
    const old = item instanceof PDFDict ? item.get(SE) : undefined
    if (!(item instanceof PDFDict) || !(old instanceof PDFRef)) continue
    const fresh = written.get(old)
    if (fresh) item.set(SE, fresh)
    else item.delete(SE)
    const title = item.lookup(TITLE)
    const label = calls.get(old)
    if (label === undefined || !(title instanceof PDFHexString || title instanceof PDFString))
      continue
    const text = title.decodeText()
    if (text.endsWith(label)) item.set(TITLE, PDFHexString.fromText(text.slice(0, -label.length)))
  }

  /** Headings that end with a call. */
  function findCalls(tag: Tag): void {
    const last = tag.kids.at(-1)
    const link = last?.kind === 'tag' && last.type === 'Reference' ? last.kids[0] : undefined
    const thing = link?.kind === 'tag' ? link.kids.find((d) => d.kind === 'thing') : undefined
    const label = thing && labelOf(thing)
    if (label !== undefined && tag.origin) calls.set(tag.origin, label)
    for (const kid of tag.kids) if (kid.kind === 'tag') findCalls(kid)
  }
}
