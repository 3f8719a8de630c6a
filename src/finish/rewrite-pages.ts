// The pages as Chromium drew them in, the same marks at the same places in far less out: Chromium writes each letter by
// itself as soon as letters are spaced, and each stretched line as a drawing of its own (890 KB for 28 pages, of which
// 550 KB are these). The origin moves to the lower left corner of the trim.
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '../pdf.ts'
import type { PDFContext, PDFDocument, PDFObject, PDFPage } from '../pdf.ts'
import { contentOf, namesIn, newNames } from './content/page-names.ts'
import type { Names, Used } from './content/page-names.ts'
import { readMarks } from './content/read-marks.ts'
import { writeMarks } from './content/write-marks.ts'
import type { Owner, Sequence } from './content/write-marks.ts'
import { writeNumber } from './content/write-number.ts'
import type { PagePlace } from './page-boxes.ts'

const CONTENTS = PDFName.of('Contents')
const RESOURCES = PDFName.of('Resources')

/** The place of a page, without its bleed. */
type Box = Omit<PagePlace, 'bleed'>

/** Who owns the content of a number on a page, from 0. */
export type Owners = (page: number, content: number) => Owner | undefined

/**
 * Write every page anew.
 *
 * @param places where each page lies on its sheet
 * @returns the pieces of marked content on each page; undefined where a page has something that is not known, and was
 *   only moved
 */
export function rewritePages(
  document: PDFDocument,
  places: readonly PagePlace[],
  owners: Owners
): readonly (readonly Sequence[] | undefined)[] {
  const names = newNames(document)
  return document.getPages().map((page, number) => {
    const place = places[number] ?? page.getMediaBox()
    try {
      return rewrite(names, page, place, (content) => owners(number, content))
    } catch {
      moveOnly(document.context, page, place)
      return undefined
    }
  })
}

function rewrite(
  names: Names,
  page: PDFPage,
  { x, y, width, height }: Box,
  ownerOf: (content: number) => Owner | undefined
): readonly Sequence[] {
  const { context } = names.document
  const used: Used = new Map()
  const content = streamsOf(context, page)
    .map((d) => (d instanceof PDFRawStream ? contentOf(d) : unknown()))
    .join('\n')
  const named = namesIn(names, page.node.Resources(), used)
  const marks = readMarks(content, [1, 0, 0, 1, -x, -y], [0, 0, width, height], named)
  const written = writeMarks(marks, ownerOf)
  const stream = context.flateStream(Buffer.from(written.content, 'latin1'))
  page.node.set(CONTENTS, context.register(stream))
  page.node.set(RESOURCES, resources(context, used))
  return written.sequences
}

function unknown(): never {
  throw new Error('Unexpected content, expected a stream')
}

function streamsOf(context: PDFContext, page: PDFPage): readonly (PDFObject | undefined)[] {
  const contents = page.node.get(CONTENTS)
  const object = contents instanceof PDFRef ? context.lookup(contents) : contents
  if (object === undefined) return []
  const list = object instanceof PDFArray ? object.asArray() : [object]
  return list.map((d) => context.lookup(d))
}

function resources(context: PDFContext, used: Used): PDFDict {
  const all = context.obj({})
  for (const [category, things] of used) {
    const dict = context.obj({})
    for (const [name, thing] of things) dict.set(PDFName.of(name.slice(1)), thing)
    all.set(PDFName.of(category), dict)
  }
  return all
}

function moveOnly(context: PDFContext, page: PDFPage, { x, y }: Box): void {
  const contents = page.node.get(CONTENTS)
  const object = contents instanceof PDFRef ? context.lookup(contents) : contents
  const old = object instanceof PDFArray ? object.asArray() : contents ? [contents] : []
  if ((x === 0 && y === 0) || old.length === 0) return
  const before = context.flateStream(`q 1 0 0 1 ${writeNumber(-x, 5)} ${writeNumber(-y, 5)} cm\n`)
  const after = context.flateStream('\nQ\n')
  page.node.set(CONTENTS, context.obj([context.register(before), ...old, context.register(after)]))
}
