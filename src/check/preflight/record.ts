// The record of a document: what its information dictionary and its XMP packet say.
import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, unpack } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'

/** An entry of the information dictionary as text; '' when it is missing. */
export function infoOf(document: PDFDocument, key: string): string {
  const info = document.context.lookup(document.context.trailerInfo.Info)
  const value = info instanceof PDFDict ? info.lookup(PDFName.of(key)) : undefined
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  return value instanceof PDFName ? value.decodeText() : ''
}

/** The XMP packet; '' when there is none. */
export function packetOf(document: PDFDocument): string {
  const stream = document.catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) return ''
  return Buffer.from(unpack(stream)).toString('utf8')
}
