// Soft hyphens have done their work when the lines are broken. Every page, and every drawing within a page, loses them,
// and so do the titles of the outline, so that each word is found whole.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString
} from '../pdf.ts'
import type { PDFContext, PDFDocument } from '../pdf.ts'
import { unspanSoftHyphens } from './unspan-soft-hyphens.ts'
import { visibleHyphens } from './visible-hyphens.ts'

const SOFT_HYPHEN = /\u00AD/gu
/** Entries whose text a reader shows or speaks. */
const SPOKEN = ['Title', 'Alt', 'ActualText', 'E', 'Contents'].map((d) => PDFName.of(d))

/** Take the soft hyphens out of a document. */
export function joinWords(document: PDFDocument): void {
  const { context } = document
  const fonts = new Map<PDFDict, ReadonlySet<string>>()
  for (const page of document.getPages()) {
    const resources = page.node.Resources()
    for (const ref of contentsOf(page.node.get(PDFName.of('Contents')), context))
      joinStream(context, ref, resources, fonts)
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) joinTexts(object)
    const isForm =
      object instanceof PDFRawStream &&
      object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
    if (isForm)
      joinStream(context, ref, object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), fonts)
  }
}

function contentsOf(contents: unknown, context: PDFContext): PDFRef[] {
  const object = contents instanceof PDFRef ? context.lookup(contents) : contents
  if (object instanceof PDFArray) return object.asArray().filter((d) => d instanceof PDFRef)
  return contents instanceof PDFRef ? [contents] : []
}

function joinStream(
  context: PDFContext,
  ref: PDFRef,
  resources: PDFDict | undefined,
  fonts: Map<PDFDict, ReadonlySet<string>>
): void {
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) return
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const named = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const isVisible = (name: string, code: string) => {
    const font = named?.lookupMaybe(PDFName.of(name), PDFDict)
    return font !== undefined && hyphensOf(font, fonts).has(code)
  }
  const joined = unspanSoftHyphens(content, isVisible)
  if (joined === content) return
  const fresh = context.flateStream(Buffer.from(joined, 'latin1'))
  for (const [key, value] of stream.dict.entries())
    if (!['/Length', '/Filter', '/DecodeParms'].includes(key.toString())) fresh.dict.set(key, value)
  context.assign(ref, fresh)
}

function hyphensOf(font: PDFDict, known: Map<PDFDict, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(font)
  if (before) return before
  const map = font.lookup(PDFName.of('ToUnicode'))
  const text =
    map instanceof PDFRawStream
      ? Buffer.from(decodePDFRawStream(map).decode()).toString('latin1')
      : ''
  const hyphens = visibleHyphens(text)
  known.set(font, hyphens)
  return hyphens
}

function joinTexts(dict: PDFDict): void {
  for (const key of SPOKEN) {
    const value = dict.get(key)
    if (!(value instanceof PDFHexString || value instanceof PDFString)) continue
    const text = value.decodeText()
    if (text.includes('\u00AD')) dict.set(key, PDFHexString.fromText(text.replace(SOFT_HYPHEN, '')))
  }
}
