// What a PDF says of itself: tags, language, fonts, boxes, labels, metadata, weight.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString
} from '../../src/pdf.ts'
import type { PDFDocument } from '../../src/pdf.ts'

/** Width and height of a box, in millimetres. */
export type BoxSize = readonly [width: number, height: number]

export interface FileFacts {
  kilobytes: number
  tagged: boolean
  language: string | undefined
  showsTitle: boolean
  outline: boolean
  labels: boolean
  xmp: boolean
  pdfua: boolean
  fonts: readonly string[]
  kinds: readonly string[]
  type3: number
  embedded: boolean
  /** Of the first page; a box that is missing is as large as the one around it. */
  media: BoxSize
  trim: BoxSize
}

const INCH = 72
const MM = 25.4

export function fileFacts(document: PDFDocument, bytes: number): FileFacts {
  const { catalog } = document
  const xmp = catalog.lookup(PDFName.of('Metadata'))
  const record =
    xmp instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(xmp).decode()).toString() : ''
  const marks = dictIn(catalog, 'MarkInfo')?.get(PDFName.of('Marked'))
  const views = dictIn(catalog, 'ViewerPreferences')?.get(PDFName.of('DisplayDocTitle'))
  const language = catalog.lookup(PDFName.of('Lang'))
  const fonts = fontsOf(document)
  return {
    kilobytes: bytes / 1024,
    tagged: catalog.has(PDFName.of('StructTreeRoot')) && String(marks) === 'true',
    language:
      language instanceof PDFString || language instanceof PDFHexString
        ? language.decodeText()
        : undefined,
    showsTitle: String(views) === 'true',
    outline: dictIn(catalog, 'Outlines')?.has(PDFName.of('First')) ?? false,
    labels: catalog.has(PDFName.of('PageLabels')),
    xmp: record !== '',
    pdfua: /pdfuaid:part/u.test(record),
    fonts: [...new Set(fonts.map((d) => d.name.replace(/^[A-Z]{6}\+/u, '')))],
    kinds: [...new Set(fonts.map((d) => d.kind))],
    type3: fonts.filter((d) => d.kind === 'Type3').length,
    embedded: fonts.every((d) => d.embedded),
    media: boxOf(document, 'MediaBox') ?? [0, 0],
    trim: boxOf(document, 'TrimBox') ??
      boxOf(document, 'CropBox') ??
      boxOf(document, 'MediaBox') ?? [0, 0]
  }
}

interface Font {
  name: string
  kind: string
  embedded: boolean
}

function fontsOf(document: PDFDocument): Font[] {
  const fonts = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((d) => d instanceof PDFDict)
    .filter((d) => d.get(PDFName.of('Type')) === PDFName.of('Font'))
  return fonts.map(fontOf).filter((d) => !d.kind.startsWith('CIDFont'))
}

function fontOf(font: PDFDict): Font {
  const kind = nameIn(font, 'Subtype')
  const inner = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0)
  const holder = inner instanceof PDFDict ? inner : font
  const described = dictIn(holder, 'FontDescriptor')
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((d) => described?.has(PDFName.of(d)))
  return {
    name: nameIn(font, 'BaseFont'),
    kind: holder === font ? kind : `${kind}/${nameIn(holder, 'Subtype')}`,
    embedded: embedded || kind === 'Type3'
  }
}

function nameIn(dict: PDFDict, key: string): string {
  return dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? ''
}

function dictIn(dict: PDFDict, key: string): PDFDict | undefined {
  const found = dict.lookup(PDFName.of(key))
  return found instanceof PDFDict ? found : undefined
}

function boxOf(document: PDFDocument, name: string): BoxSize | undefined {
  const box = document.getPages()[0]?.node.getInheritableAttribute(PDFName.of(name))
  const found = box && document.context.lookup(box)
  if (!(found instanceof PDFArray)) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((i) =>
    found.lookup(i, PDFNumber).asNumber()
  )
  const mm = (points: number) => Math.round((points / INCH) * MM * 1000) / 1000
  return [mm(c - a), mm(d - b)]
}
