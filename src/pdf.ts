// The one file that names pdf-lib. PDF bytes in, a document of objects out, and back: without the objects that nothing
// refers to any more, and with an identifier that comes from the content, so that equal documents are equal bytes.
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream
} from '@cantoo/pdf-lib'
import type { VFile } from 'vfile'
import { failAt } from './failure.ts'

export {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFPage,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString
} from '@cantoo/pdf-lib'
export type { PDFContext, PDFObject } from '@cantoo/pdf-lib'

const START = { line: 1, column: 1 }
const NO_IDENTIFIER = '0'.repeat(32)
/** In the trailer, or the dictionary that stands for one: neither is packed nor encrypted itself. */
const ENCRYPTED = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u

/**
 * The objects of a PDF with at least one page.
 *
 * @throws {VFileMessage} exit 2 when it is none, damaged, or locked with a password
 */
export async function openPdf(file: VFile): Promise<PDFDocument> {
  const bytes = typeof file.value === 'string' ? Buffer.from(file.value) : file.value
  if (!bytes || !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    return failAt(file, START, 'pdf', 'Unexpected file, expected a PDF: it does not begin `%PDF-`')
  if (!Buffer.from(bytes.subarray(-1024)).includes('%%EOF'))
    failAt(file, START, 'pdf', 'Unexpected end of the PDF, expected a whole one: fetch it anew')
  try {
    // pdf-lib would write to the terminal about an object that it cannot read, and leave it out.
    const options = { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: Infinity }
    const document = await PDFDocument.load(bytes, options)
    countPages(document)
    if (document.getPages().length > 0) return document
  } catch (cause) {
    if (cause instanceof EncryptedPDFError || ENCRYPTED.test(Buffer.from(bytes).toString('latin1')))
      failAt(
        file,
        START,
        'pdf',
        'Unexpected encryption, expected an open PDF: save it without a password, or `qpdf --decrypt in.pdf out.pdf`'
      )
    damaged(file)
  }
  return failAt(file, START, 'pdf', 'Unexpected PDF without pages, expected at least one')
}

/** A page that cannot be found, or its content, would be left out without a word. */
function countPages(document: PDFDocument): void {
  const pages = document.getPages()
  const expected = document.catalog.Pages().Count().asNumber()
  if (pages.length !== expected) throw new Error(`${pages.length} pages of ${expected}`)
  for (const [i, { node }] of pages.entries()) {
    node.MediaBox()
    if (node.has(PDFName.of('Contents')) && !node.Contents())
      throw new Error(`page ${i + 1} without its content`)
  }
}

/** Fail because an object of the document is not what the standard says. */
export function damaged(file: VFile): never {
  return failAt(
    file,
    START,
    'pdf',
    'Unexpected damage in the PDF, expected a whole one: print it to a new PDF, or make it anew'
  )
}

/**
 * The bytes of a document; equal documents give equal bytes.
 *
 * @param packed whether objects are packed into streams, which PDF 1.4 does not know
 */
export async function closePdf(document: PDFDocument, packed = true): Promise<Uint8Array> {
  const { context } = document
  await document.flush()
  const blank = PDFHexString.of(NO_IDENTIFIER)
  context.trailerInfo.ID = context.obj([blank, blank])
  sweep(document)
  const saved = Buffer.from(
    await document.save({
      useObjectStreams: packed,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Infinity
    })
  )
  const identifier = createHash('sha256').update(saved).digest('hex').slice(0, 32)
  // The trailer is the last dictionary of the file, and stands there as plain text.
  const at = saved.lastIndexOf(`<${NO_IDENTIFIER}>`)
  const before = saved.lastIndexOf(`<${NO_IDENTIFIER}>`, at - 1)
  for (const start of [before, at]) saved.write(identifier, start + 1, 'latin1')
  return new Uint8Array(saved)
}

/** The bytes of a stream, unpacked: by the system where it can, which is far quicker. */
export function unpack({ dict, contents }: PDFRawStream): Uint8Array {
  const isPlain =
    dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms'))
  return isPlain
    ? new Uint8Array(inflateSync(contents))
    : decodePDFRawStream(PDFRawStream.of(dict, contents)).decode()
}

/** Delete what cannot be reached from the trailer. */
function sweep(document: PDFDocument): void {
  const { context } = document
  const reached = new Set<PDFRef>()
  const waiting: unknown[] = [context.trailerInfo.Root, context.trailerInfo.Info]
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFArray) waiting.push(...object.asArray())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
