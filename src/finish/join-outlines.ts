// The outlines of the parts of a document in, one out. A heading stands below the last one of a higher level, be that in
// another part; its level is that of its tag.
import { PDFDict, PDFName, PDFNumber, PDFRef } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'

const [FIRST, NEXT, OUTLINES, S, SE] = ['First', 'Next', 'Outlines', 'S', 'SE'].map((d) =>
  PDFName.of(d)
) as [PDFName, PDFName, PDFName, PDFName, PDFName] // five in, five out
const BELOW = ['First', 'Last', 'Count'].map((d) => PDFName.of(d))
const HEADING = /^H(?<level>\d)$/u

interface Entry {
  ref: PDFRef
  dict: PDFDict
  level: number
  below: Entry[]
}

/** @param catalogs those of the parts, whose objects are in the document already */
export function joinOutlines(document: PDFDocument, catalogs: readonly PDFDict[]): void {
  const { context, catalog } = document
  const roots = catalogs.map((d) => d.lookup(OUTLINES)).filter((d) => d instanceof PDFDict)
  const entries = roots.flatMap((d) => entriesBelow(d))
  if (entries.length === 0) return
  const top: Entry = { ref: context.nextRef(), dict: context.obj({}), level: -1, below: [] }
  const open = [top]
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? -1) >= entry.level) open.pop()
    open.at(-1)?.below.push(entry)
    open.push(entry)
  }
  relate(top)
  top.dict.set(PDFName.of('Type'), OUTLINES)
  context.assign(top.ref, top.dict)
  catalog.set(OUTLINES, top.ref)
}

/** In the order in which they are read. */
function entriesBelow(dict: PDFDict): Entry[] {
  const entries: Entry[] = []
  for (let next = dict.get(FIRST); next instanceof PDFRef;) {
    const item: unknown = dict.context.lookup(next)
    if (!(item instanceof PDFDict)) break
    entries.push({ ref: next, dict: item, level: levelOf(item), below: [] })
    entries.push(...entriesBelow(item))
    next = item.get(NEXT)
  }
  return entries
}

function levelOf(item: PDFDict): number {
  const tag = item.lookup(SE)
  const type = tag instanceof PDFDict ? tag.lookup(S) : undefined
  const level = type instanceof PDFName ? HEADING.exec(type.decodeText())?.groups?.level : undefined
  return Number(level ?? 1)
}

/** @returns how many entries stand below */
function relate({ ref, dict, below }: Entry): number {
  for (const key of BELOW) dict.delete(key)
  let count = below.length
  for (const [index, entry] of below.entries()) {
    count += relate(entry)
    const beside = { Prev: below[index - 1]?.ref, Next: below[index + 1]?.ref, Parent: ref }
    for (const [key, value] of Object.entries(beside)) {
      if (value) entry.dict.set(PDFName.of(key), value)
      else entry.dict.delete(PDFName.of(key))
    }
  }
  const [first, last] = [below[0], below.at(-1)]
  if (!first || !last) return 0
  dict.set(FIRST, first.ref)
  dict.set(PDFName.of('Last'), last.ref)
  dict.set(PDFName.of('Count'), PDFNumber.of(count))
  return count
}
