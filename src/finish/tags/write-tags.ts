// Plain tags in, the structure tree of the document out, with the tree of parents by which a reader gets from a piece
// of a page to its tag (ISO 32000-1, 14.7.4.4).
import { PDFDict, PDFName, PDFNumber, PDFString } from '../../pdf.ts'
import type { PDFArray, PDFDocument, PDFObject, PDFRef } from '../../pdf.ts'
import type { Tag } from './read-tags.ts'

/** Types that PDF 1.7 does not know, and what they are there. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['Aside', 'Div'],
  ['Em', 'Span'],
  ['FENote', 'Note'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Title', 'P']
])

/**
 * Put the tags in the place of those of the document.
 *
 * @returns the new reference of each tag that had one
 */
export function writeTags(
  document: PDFDocument,
  tags: readonly Tag[]
): ReadonlyMap<PDFRef, PDFRef> {
  const { context, catalog } = document
  const pages = document.getPages()
  const parents: Map<number, PDFRef>[] = pages.map(() => new Map())
  const things = new Map<PDFRef, PDFRef>()
  const roles = new Map<string, string>()
  const written = new Map<PDFRef, PDFRef>()
  const root = context.nextRef()
  const tops = tags.map((d) => write(d, root, catalogLanguage(catalog)))

  const numbers: PDFObject[] = []
  for (const [i, page] of pages.entries()) {
    page.node.delete(PDFName.of('StructParents'))
    // Links are walked through as they stand in the text.
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const own = parents[i] ?? new Map<number, PDFRef>()
    if (own.size === 0) continue
    const list: PDFArray = context.obj([])
    const most = Math.max(...own.keys())
    for (let n = 0; n <= most; n++) list.push(own.get(n) ?? context.obj(null))
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(i))
    numbers.push(PDFNumber.of(i), context.register(list))
  }
  let next = pages.length
  for (const [thing, parent] of things) {
    const dict = context.lookup(thing)
    if (!(dict instanceof PDFDict)) continue
    dict.set(PDFName.of('StructParent'), PDFNumber.of(next))
    numbers.push(PDFNumber.of(next++), parent)
  }
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: tops,
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: next,
      ...(roles.size > 0 && { RoleMap: Object.fromEntries(roles) })
    })
  )
  catalog.set(PDFName.of('StructTreeRoot'), root)
  return written

  function write(tag: Tag, parent: PDFRef, outer: string): PDFRef {
    const ref = context.nextRef()
    const dict = context.obj({ S: tag.type, P: parent })
    context.assign(ref, dict)
    if (tag.origin) written.set(tag.origin, ref)
    const role = ROLES.get(tag.type)
    if (role !== undefined) roles.set(tag.type, role)
    for (const [key, value] of tag.entries) dict.set(PDFName.of(key), value)
    const { language = outer, note } = tag
    if (language !== outer) dict.set(PDFName.of('Lang'), PDFString.of(language))
    if (note !== undefined) dict.set(PDFName.of('ID'), PDFString.of(`note-${note}`))
    const page = tag.kids.find((d) => d.kind === 'content')?.page
    const here = page === undefined ? undefined : pages[page]?.ref
    if (here) dict.set(PDFName.of('Pg'), here)
    const kids = tag.kids.map((kid) => {
      if (kid.kind === 'tag') return write(kid, ref, language)
      const there = pages[kid.page]?.ref
      if (kid.kind === 'thing') {
        things.set(kid.ref, ref)
        return context.obj({
          Type: 'OBJR',
          Obj: kid.ref,
          ...(there && there !== here && { Pg: there })
        })
      }
      parents[kid.page]?.set(kid.number, ref)
      if (kid.page === page || !there) return PDFNumber.of(kid.number)
      return context.obj({ Type: 'MCR', Pg: there, MCID: kid.number })
    })
    const [only] = kids
    if (only) dict.set(PDFName.of('K'), kids.length === 1 ? only : context.obj(kids))
    return ref
  }
}

function catalogLanguage(catalog: PDFDict): string {
  const language = catalog.lookup(PDFName.of('Lang'))
  return language instanceof PDFString ? language.decodeText() : ''
}
