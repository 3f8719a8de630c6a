// The tags of a table carry identifiers, so that a cell can name its heading. Chromium takes them from its own count of
// nodes, which is another in each run; here they count in reading order, so that equal pages are equal bytes.
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '../pdf.ts'
import type { PDFContext, PDFDocument, PDFObject } from '../pdf.ts'

const A = PDFName.of('A')
const HEADERS = PDFName.of('Headers')
const ID = PDFName.of('ID')
const K = PDFName.of('K')

/** A tag, with the reference by which others know it. */
interface Tag {
  dict: PDFDict
  ref: PDFRef | undefined
}

/** Give the tags of a document identifiers in reading order. */
export function numberTags(document: PDFDocument): void {
  const { context } = document
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return
  const tags = tagsInOrder(context, root)
  const named = tags.filter(({ dict, ref }) => ref && dict.has(ID))
  const names = new Map<string, PDFString>()
  for (const [i, { dict }] of named.entries()) {
    const name = PDFString.of(`tag-${String(i + 1).padStart(6, '0')}`)
    names.set(textOf(dict.lookup(ID)), name)
    dict.set(ID, name)
  }
  for (const { dict } of tags)
    for (const headers of headersOf(context, dict)) rename(headers, names)
  root.delete(PDFName.of('IDTree'))
  if (named.length === 0) return
  const leaf = named.flatMap(({ dict, ref }) =>
    [dict.lookup(ID), ref].filter((d) => d !== undefined)
  )
  root.set(PDFName.of('IDTree'), context.register(context.obj({ Names: leaf })))
}

/** All tags below a root, each before its children. */
function tagsInOrder(context: PDFContext, root: PDFDict): readonly Tag[] {
  const tags: Tag[] = []
  const seen = new Set<PDFObject>()
  const waiting: (PDFObject | undefined)[] = [root.get(K)]
  while (waiting.length > 0) {
    const next = waiting.pop()
    const object = next instanceof PDFRef ? context.lookup(next) : next
    if (object === undefined || seen.has(object)) continue
    if (object instanceof PDFArray) waiting.push(...object.asArray().toReversed())
    if (!(object instanceof PDFDict)) continue
    seen.add(object)
    tags.push({ dict: object, ref: next instanceof PDFRef ? next : undefined })
    waiting.push(object.get(K))
  }
  return tags
}

/** The lists of headings that a cell names, in one attribute or several. */
function headersOf(context: PDFContext, tag: PDFDict): readonly PDFArray[] {
  const attributes = tag.lookup(A)
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  return list
    .map((d) => (d instanceof PDFRef ? context.lookup(d) : d))
    .map((d) => (d instanceof PDFDict ? d.lookup(HEADERS) : undefined))
    .filter((d) => d instanceof PDFArray)
}

function rename(headers: PDFArray, names: ReadonlyMap<string, PDFString>): void {
  for (const [i, old] of headers.asArray().entries()) {
    const name = names.get(textOf(old))
    if (name) headers.set(i, name)
  }
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
