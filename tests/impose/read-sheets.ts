// What stands on the sheets of a PDF, read out of its content as a printer would, for goldens: the pages of make-pdf.ts know
// their number, so each drawing of one is told with its lower left corner, its scale and its turn. Shares no code with the
// imposer.
import type { VFile } from 'vfile'
import {
  decodePDFRawStream,
  openPdf,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream
} from '../../src/pdf.ts'
import type { PDFPage } from '../../src/pdf.ts'

const MM = 72 / 25.4

/** A page as it is drawn; lengths in millimetres from the lower left corner of the sheet. */
export interface DrawnPage {
  page: number
  /** The corner that is lower left when the page stands upright. */
  x: number
  y: number
  scale: number
  turn: number
}

/** A line that is drawn, from end to end, in millimetres. */
export type Stroke = readonly [x1: number, y1: number, x2: number, y2: number]

/** One side of a sheet. */
export interface DrawnSide {
  width: number
  height: number
  trim: readonly number[] | undefined
  pages: readonly DrawnPage[]
  strokes: readonly Stroke[]
  /** Where texts begin. */
  texts: readonly (readonly [x: number, y: number])[]
}

type Matrix = readonly number[]

export async function readSheets(file: VFile): Promise<DrawnSide[]> {
  const document = await openPdf(file)
  return document.getPages().map((page) => readSide(page))
}

function readSide(page: PDFPage): DrawnSide {
  const { height, width } = page.getSize()
  const trim = page.node.lookupMaybe(PDFName.of('TrimBox'), PDFArray)?.asArray().map(Number)
  const forms = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const content = page.node.Contents()
  const parts =
    content instanceof PDFArray ? content.asArray().map((_, i) => content.lookup(i)) : [content]
  const text = parts.map((d) => (d instanceof PDFRawStream ? decoded(d) : '')).join('\n')
  const pages: DrawnPage[] = []
  const strokes: Stroke[] = []
  const texts: [number, number][] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let operands: string[] = []
  let from: readonly number[] = []
  let to: readonly number[] = []
  let at: [number, number] = [0, 0]
  let shown: number | undefined
  for (const word of text.split(/\s+/u)) {
    if (/^[-\d./<[\]]/u.test(word)) {
      operands.push(word)
      continue
    }
    const numbers = operands.map(Number)
    if (word === 'q') saved.push(matrix)
    if (word === 'Q') matrix = saved.pop() ?? matrix
    if (word === 'cm') matrix = multiply(numbers, matrix)
    if (word === 'm') from = apply(matrix, numbers)
    if (word === 'l') to = apply(matrix, numbers)
    if (word === 'S' && to.length > 0) strokes.push([...from, ...to].map(inMm) as unknown as Stroke)
    if (word === 'Td') at = apply(matrix, numbers).map(inMm) as [number, number]
    // Pages write their number in brackets, our own type in hexadecimal digits.
    if (word === 'Tj' && shown === undefined) texts.push(at)
    if (word === 'Tj' && shown !== undefined) pages.push(placed(shown, matrix))
    shown = /^\((\d+)\)$/u.test(word) ? Number(word.slice(1, -1)) : undefined
    if (word === 'Do') {
      const form = forms?.lookup(PDFName.of(operands.at(-1)?.slice(1) ?? ''))
      if (form instanceof PDFRawStream) pages.push(drawnPage(form, matrix))
    }
    if (word === 'S' || word === 's') to = []
    operands = []
  }
  return { width: inMm(width), height: inMm(height), trim: trim?.map(inMm), pages, strokes, texts }
}

function drawnPage(form: PDFRawStream, matrix: Matrix): DrawnPage {
  return placed(Number(/\((\d+)\) Tj/u.exec(decoded(form))?.[1]), matrix)
}

function placed(page: number, matrix: Matrix): DrawnPage {
  const [a = 0, b = 0] = matrix
  const [x = 0, y = 0] = apply(matrix, [0, 0])
  return {
    page,
    x: inMm(x),
    y: inMm(y),
    scale: Math.hypot(a, b),
    turn: Math.round((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
  }
}

function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function multiply([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix, by: Matrix): Matrix {
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = by
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l
  ]
}

function apply(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix,
  [x = 0, y = 0]: readonly number[]
) {
  return [a * x + c * y + e, b * x + d * y + f]
}

function inMm(points: number): number {
  return points / MM
}
