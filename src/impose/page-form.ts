// A page in, the same page as a form that can be drawn on a sheet out, with the size a reader sees: cut to its trim,
// turned as `/Rotate` says. The content is not copied or changed, so that a booklet is no larger than its pages. What a
// page has beyond its trim, as its bleed box says, is kept for the knife.
import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  unpack
} from '../pdf.ts'
import type { PDFContext, PDFDocument, PDFObject, PDFPage } from '../pdf.ts'

/** A page, ready to be drawn. */
export interface PageForm {
  /** The form; undefined for a page without content. */
  ref: PDFRef | undefined
  /** Width and height as seen, in points. */
  width: number
  height: number
  /** Moves the page, as seen, with its lower left corner to the origin: a PDF matrix. */
  matrix: readonly [number, number, number, number, number, number]
  /** How far the page is printed beyond its trim at the widest edge, in points. */
  bleed: number
}

/** Ten millimetres in points: what lies further out is a printing house's, and no bleed. */
const MOST_BLEED = 10 * (72 / 25.4)

/** Make the form of a page. */
export function pageForm(document: PDFDocument, page: PDFPage): PageForm {
  const { context } = document
  const { x, y, width, height } = page.getTrimBox()
  const printed = page.node.has(PDFName.of('BleedBox')) ? page.getBleedBox() : page.getTrimBox()
  const beyond = [
    x - printed.x,
    y - printed.y,
    printed.x + printed.width - x - width,
    printed.y + printed.height - y - height
  ].map((d) => Math.min(Math.max(d, 0), MOST_BLEED)) as [number, number, number, number] // four in, four out
  const [left, below, right, above] = beyond
  const unit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const isTurned = turn === 90 || turn === 270
  const stream = contentOf(context, page)
  const box = context.obj([x - left, y - below, x + width + right, y + height + above])
  const entries: Readonly<Record<string, PDFObject | undefined>> = {
    Type: PDFName.of('XObject'),
    Subtype: PDFName.of('Form'),
    BBox: box,
    Resources: page.node.Resources() ?? context.obj({}),
    Group: page.node.get(PDFName.of('Group'))
  }
  for (const [key, value] of Object.entries(entries))
    if (value) stream?.dict.set(PDFName.of(key), value)
  return {
    ref: stream && context.register(stream),
    width: (isTurned ? height : width) * unit,
    height: (isTurned ? width : height) * unit,
    matrix: turned(turn, { x, y, width, height }, unit),
    bleed: Math.max(...beyond) * unit
  }
}

/** The content of a page as one new stream; a single one is the same content, packed as well as can be. */
function contentOf(context: PDFContext, page: PDFPage): PDFRawStream | undefined {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  const raw = streams.map((d) => (d instanceof PDFRef ? context.lookup(d) : d))
  const parts = raw.filter((d) => d instanceof PDFRawStream)
  const [first, ...rest] = parts
  if (!first || rest.length === 0) return first && PDFRawStream.of(copy(first.dict), packed(first))
  const texts = parts.flatMap((d) => [decodePDFRawStream(d).decode(), Buffer.from('\n')])
  return context.flateStream(Buffer.concat(texts))
}

/** Larger content is mostly a drawing, and takes too long to pack anew; in bytes. */
const MOST_PACKED = 256 * 1024

/** The bytes of a stream packed anew, where that makes them fewer. */
function packed(stream: PDFRawStream): Uint8Array {
  const { contents, dict } = stream
  const isFlate = dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
  if (!isFlate || dict.has(PDFName.of('DecodeParms')) || contents.length > MOST_PACKED)
    return contents
  try {
    const anew = deflateSync(unpack(stream), { level: 9, memLevel: 9 })
    return anew.length < contents.length ? new Uint8Array(anew) : contents
  } catch {
    // What cannot be unpacked to its end is drawn as far as it goes, as readers do.
    return contents
  }
}

/** The entries of a stream that say how it is packed; pdf-lib writes its length. */
function copy(dict: PDFDict): PDFDict {
  const entries = dict.context.obj({})
  for (const name of ['Filter', 'DecodeParms'].map((d) => PDFName.of(d))) {
    const value = dict.get(name)
    if (value) entries.set(name, value)
  }
  return entries
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** `/Rotate` turns clockwise; each turn brings another corner to the lower left. */
function turned(turn: number, { x, y, width, height }: Box, unit: number): PageForm['matrix'] {
  const u = unit
  if (turn === 90) return [0, -u, u, 0, -y * u, (x + width) * u]
  if (turn === 180) return [-u, 0, 0, -u, (x + width) * u, (y + height) * u]
  if (turn === 270) return [0, u, -u, 0, (y + height) * u, -x * u]
  return [u, 0, 0, u, -x * u, -y * u]
}
