// A page in, the same page as it can be drawn on a sheet out, with the size a reader sees: cut to its trim, turned as
// `/Rotate` says. The content is not changed, so that a booklet is no larger than its pages. What a page has beyond its
// trim, as its bleed box says, is kept for the knife.
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
import { standsAlone } from './stands-alone.ts'

/** A page, ready to be drawn. */
export interface PageForm {
  /** Whether there is anything to draw. */
  drawn: boolean
  /** The page as a form, new in the document. */
  form: () => PDFRef
  /** Its content as a part of a larger one; undefined where it must be a form. */
  inline: () => Inline | undefined
  /** Width and height as seen, in points. */
  width: number
  height: number
  /** Moves the page, as seen, with its lower left corner to the origin: a PDF matrix. */
  matrix: readonly [number, number, number, number, number, number]
  /** How far the page is printed beyond its trim at the widest edge, in points. */
  bleed: number
}

/** Operators that draw a page, one character a byte, and the things that they name. */
export interface Inline {
  operators: string
  resources: PDFDict
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
  const box = [x - left, y - below, x + width + right, y + height + above]
  const resources = page.node.Resources() ?? context.obj({})
  const group = page.node.get(PDFName.of('Group'))
  return {
    drawn: stream !== undefined,
    form: () => {
      if (!stream) throw new Error('A page without content is not drawn')
      const form = PDFRawStream.of(copy(stream.dict), packed(stream))
      const entries: Readonly<Record<string, PDFObject | undefined>> = {
        Type: PDFName.of('XObject'),
        Subtype: PDFName.of('Form'),
        BBox: context.obj(box),
        Resources: resources,
        Group: group
      }
      for (const [key, value] of Object.entries(entries))
        if (value) form.dict.set(PDFName.of(key), value)
      return context.register(form)
    },
    inline: () =>
      stream && !group && !hasPatterns(resources) ? inline(stream, box, resources) : undefined,
    width: (isTurned ? height : width) * unit,
    height: (isTurned ? width : height) * unit,
    matrix: turned(turn, { x, y, width, height }, unit),
    bleed: Math.max(...beyond) * unit
  }
}

/** The content of a page as one stream. */
function contentOf(context: PDFContext, page: PDFPage): PDFRawStream | undefined {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  const raw = streams.map((d) => (d instanceof PDFRef ? context.lookup(d) : d))
  const parts = raw.filter((d) => d instanceof PDFRawStream)
  const [first, ...rest] = parts
  if (!first || rest.length === 0) return first
  const texts = parts.flatMap((d) => [decodePDFRawStream(d).decode(), Buffer.from('\n')])
  return context.flateStream(Buffer.concat(texts))
}

/** A pattern lies in the coordinates of the whole content, which for a form are those of the page (8.7.3.1). */
function hasPatterns(resources: PDFDict): boolean {
  const patterns = resources.lookup(PDFName.of('Pattern'))
  return patterns instanceof PDFDict && patterns.keys().length > 0
}

/** Unpacked content of more bytes is a drawing, and stays by itself. */
const MOST_INLINE = 512 * 1024

function inline(stream: PDFRawStream, box: number[], resources: PDFDict): Inline | undefined {
  if (stream.contents.length > MOST_PACKED) return undefined
  try {
    const content = unpack(stream)
    if (content.length > MOST_INLINE || !standsAlone(content)) return undefined
    const [left = 0, bottom = 0, right = 0, top = 0] = box
    const cut = [left, bottom, right - left, top - bottom].map(exact).join(' ')
    return { operators: `${cut} re W n\n${Buffer.from(content).toString('latin1')}`, resources }
  } catch {
    return undefined
  }
}

function exact(value: number): number {
  return Math.round(value * 1e5) / 1e5
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
