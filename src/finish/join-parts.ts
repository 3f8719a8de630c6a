// The parts of a long document, each a PDF with its pages as Chromium prints them, in; one document out: pages, tags,
// named places and outline follow each other as if all had been printed at once.
import { PDFArray, PDFDict, PDFName, PDFPage, PDFPageLeaf, PDFRawStream, PDFRef } from '../pdf.ts'
import type { PDFDocument, PDFObject } from '../pdf.ts'
import { joinOutlines } from './join-outlines.ts'

const [DESTS, K, ROOT, S] = ['Dests', 'K', 'StructTreeRoot', 'S'].map((d) => PDFName.of(d)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName
] // four in, four out

/** Put the pages of other documents behind those of the first, which becomes the whole. */
export function joinParts(whole: PDFDocument, others: readonly PDFDocument[]): void {
  if (others.length === 0) return
  const catalogs = [whole.catalog, ...others.map((d) => adopt(whole, d))]
  joinTags(catalogs)
  joinPlaces(whole, catalogs)
  joinOutlines(whole, catalogs)
}

/**
 * Take the objects and pages of a document into another.
 *
 * @returns its catalog there
 */
function adopt(whole: PDFDocument, other: PDFDocument): PDFDict {
  const { context } = whole
  const by = context.largestObjectNumber
  const moved = (ref: PDFRef) => PDFRef.of(ref.objectNumber + by, ref.generationNumber)
  const leaves = other.getPages().map((d) => d.ref)
  const isLeaf = new Set(leaves)
  for (const [ref, object] of other.context.enumerateIndirectObjects())
    context.assign(moved(ref), copy(object, isLeaf.has(ref)))
  for (const ref of leaves.map(moved)) {
    const leaf = context.lookup(ref, PDFDict) as PDFPageLeaf // copied as one
    whole.addPage(PDFPage.of(leaf, ref, whole))
  }
  return copy(other.catalog) as PDFDict // of a dictionary

  function copy(object: PDFObject, leaf = false): PDFObject {
    if (object instanceof PDFRef) return moved(object)
    if (object instanceof PDFRawStream)
      return PDFRawStream.of(copy(object.dict) as PDFDict, object.contents) // of a dictionary
    if (object instanceof PDFDict) {
      const map = new Map(object.entries().map(([key, value]) => [key, copy(value)]))
      return leaf
        ? PDFPageLeaf.fromMapWithContext(map, context)
        : PDFDict.fromMapWithContext(map, context)
    }
    if (!(object instanceof PDFArray)) return object
    const array = PDFArray.withContext(context)
    for (const item of object.asArray()) array.push(copy(item))
    return array
  }
}

/** What stands in the tag around all of each part goes into that of the first. */
function joinTags(catalogs: readonly PDFDict[]): void {
  const tops = catalogs.map((d) => topOf(d))
  const [first, ...rest] = tops
  if (!first) return
  const kids = [first, ...rest].flatMap((d) => (d ? kidsOf(d) : []))
  first.set(K, first.context.obj(kids))
}

/** The tag `Document`; the root itself where there is none. */
function topOf(catalog: PDFDict): PDFDict | undefined {
  const root = catalog.lookup(ROOT)
  if (!(root instanceof PDFDict)) return undefined
  const [only, ...more] = kidsOf(root)
  const top = only instanceof PDFRef ? root.context.lookup(only) : only
  const isAround = top instanceof PDFDict && top.get(S) === PDFName.of('Document')
  return isAround && more.length === 0 ? top : root
}

function kidsOf(tag: PDFDict): PDFObject[] {
  const kids = tag.lookup(K)
  return kids instanceof PDFArray ? kids.asArray() : [tag.get(K)].filter((d) => d !== undefined)
}

function joinPlaces({ context, catalog }: PDFDocument, catalogs: readonly PDFDict[]): void {
  const places = catalogs.map((d) => d.lookup(DESTS)).filter((d) => d instanceof PDFDict)
  if (places.length > 0)
    catalog.set(
      DESTS,
      context.register(
        PDFDict.fromMapWithContext(new Map(places.flatMap((d) => d.entries())), context)
      )
    )
}
