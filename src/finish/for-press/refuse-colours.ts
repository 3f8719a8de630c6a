// PDF/X-1a holds ink alone, and knows no transparency (ISO 15930-4:2003, 6.2 and 6.12). A file that has more is not made to
// look as if it had not: it stops, with the page.
import type { VFile } from 'vfile'
import { failAt } from '../../failure.ts'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, unpack } from '../../pdf.ts'
import type { PDFDocument, PDFObject, PDFPage } from '../../pdf.ts'

const START = { line: 1, column: 1 }
/** Operators that set a colour of the screen, or of a space that may be one. */
const COLOUR = /(?:^|[\s\])>])(?:rg|RG|scn?|SCN?)(?=\s|$)/u
const GREYS: ReadonlySet<string> = new Set(['/DeviceGray', '/DeviceCMYK'])

/** Stop at the first page that PDF/X-1a cannot hold. */
export function refuseColours(document: PDFDocument, file: VFile): void {
  for (const [index, page] of document.getPages().entries()) {
    const found = foundOn(page)
    if (found)
      failAt(
        file,
        START,
        'pdfx',
        `Unexpected ${found} on page ${index + 1}, expected black ink alone for PDF/X-1a: take pictures in grey, or leave \`--pdfx\` away for PDF/X-4`
      )
  }
}

function foundOn(page: PDFPage): string | undefined {
  const resources = page.node.Resources()
  const clear = thingsOf(resources, 'ExtGState').some(isClear)
  const pictures = thingsOf(resources, 'XObject').filter((d) => d instanceof PDFRawStream)
  const masked = pictures.some(({ dict }) => dict.has(PDFName.of('SMask')))
  if (clear || masked) return 'transparency'
  const isImage = ({ dict }: PDFRawStream) => dict.has(PDFName.of('Width'))
  const spaces = pictures.filter(isImage).map(({ dict }) => dict.lookup(PDFName.of('ColorSpace')))
  if (spaces.some((d) => d !== undefined && !GREYS.has(String(d)))) return 'colours of a picture'
  const drawn = [...contentsOf(page), ...pictures.filter((d) => !isImage(d))]
  const text = drawn.map((d) => Buffer.from(unpack(d)).toString('latin1')).join('\n')
  return COLOUR.test(text) ? 'colours' : undefined
}

function contentsOf(page: PDFPage): PDFRawStream[] {
  const contents = page.node.Contents()
  const list =
    contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents]
  return list.filter((d) => d instanceof PDFRawStream)
}

function thingsOf(resources: PDFDict | undefined, category: string): (PDFObject | undefined)[] {
  const dict = resources?.lookup(PDFName.of(category))
  return dict instanceof PDFDict ? dict.keys().map((d) => dict.lookup(d)) : []
}

function isClear(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFDict)) return false
  const alpha = ['ca', 'CA'].map((d) => object.lookup(PDFName.of(d)))
  const blend = object.lookup(PDFName.of('BM'))
  const mask = object.lookup(PDFName.of('SMask'))
  return (
    alpha.some((d) => d instanceof PDFNumber && d.asNumber() < 1) ||
    (blend !== undefined && blend !== PDFName.of('Normal')) ||
    (mask !== undefined && mask !== PDFName.of('None'))
  )
}
