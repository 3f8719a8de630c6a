// The colours in which letters are painted, as the PDF names them: `DeviceGray 0` prints in black ink alone, `DeviceRGB 0
// 0 0` may become four inks. Each with its part of all bytes of text, from 0 to 1.
import {
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFName,
  PDFRawStream,
  decodePDFRawStream
} from '../../src/pdf.ts'
import type { PDFDocument, PDFObject } from '../../src/pdf.ts'
import { operations } from './content.ts'

const SPACES: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  rg: 'DeviceRGB',
  k: 'DeviceCMYK'
}
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])
const BLACK = 'DeviceGray 0'

export function textColours(document: PDFDocument): Map<string, number> {
  const counts = new Map<string, number>()
  for (const page of document.getPages()) {
    const resources = page.node.Resources()
    const streams = partsOf(page.node.Contents()).map((d) => textOf(document.context.lookup(d)))
    count(streams.join('\n'), resources, counts, BLACK)
  }
  const all = [...counts.values()].reduce((a, b) => a + b, 0)
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1])
  return new Map(sorted.map(([name, d]) => [name, d / all]))
}

function partsOf(contents: PDFObject | undefined): PDFObject[] {
  if (contents === undefined) return []
  return contents instanceof PDFArray ? contents.asArray() : [contents]
}

function textOf(stream: PDFObject | undefined): string {
  if (stream instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  return stream instanceof PDFContentStream
    ? Buffer.from(stream.getUnencodedContents()).toString('latin1')
    : ''
}

function count(
  content: string,
  resources: PDFDict | undefined,
  counts: Map<string, number>,
  begin: string
): void {
  const kept: { colour: string; space: string }[] = []
  let [colour, space] = [begin, 'DeviceGray']
  for (const { name, given } of operations(content)) {
    const values = given.filter((d) => typeof d === 'number')
    const plain = SPACES[name]
    if (name === 'q') kept.push({ colour, space })
    else if (name === 'Q') ({ colour, space } = kept.pop() ?? { colour, space })
    else if (plain !== undefined) [colour, space] = [[plain, ...values].join(' '), plain]
    else if (name === 'cs')
      [colour, space] = [`${String(given[0]).slice(1)} 0`, String(given[0]).slice(1)]
    else if (name === 'sc' || name === 'scn') colour = [space, ...values].join(' ')
    else if (SHOWS.has(name)) {
      const bytes = values.filter((d) => d > 0).reduce((a, b) => a + b, 0)
      counts.set(colour, (counts.get(colour) ?? 0) + bytes)
    } else if (name === 'Do') {
      const form = formOf(resources, String(given[0]).slice(1))
      const inner = form?.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources
      if (form) count(textOf(form), inner, counts, colour)
    }
  }
}

function formOf(resources: PDFDict | undefined, name: string): PDFRawStream | undefined {
  const forms = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const found = forms?.lookup(PDFName.of(name))
  if (!(found instanceof PDFRawStream)) return undefined
  return found.dict.get(PDFName.of('Subtype')) === PDFName.of('Form') ? found : undefined
}
