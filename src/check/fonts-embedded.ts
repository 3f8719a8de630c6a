// Every font is in the file, or the printer's machine sets the text in another; and none is of Type 3, whose letters are
// drawings that no hinting and no search reaches.
import { PDFArray, PDFDict, PDFName } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'

const FILES = ['FontFile', 'FontFile2', 'FontFile3'].map((d) => PDFName.of(d))

/** Fonts that are missing from the file, or of Type 3; each name once. */
export function* fontsEmbedded(document: PDFDocument): Generator<Finding> {
  const told = new Set<string>()
  for (const font of fontsOf(document)) {
    const name = nameIn(font, 'BaseFont')
    const reason =
      nameIn(font, 'Subtype') === 'Type3'
        ? 'Unexpected font of Type 3, expected TrueType or CFF'
        : `Unexpected font ${quote(name.replace(/^[A-Z]{6}\+/u, ''))} outside the file, expected it embedded`
    const sound = nameIn(font, 'Subtype') !== 'Type3' && embedded(font)
    if (!sound && !told.has(reason)) yield { reason }
    told.add(reason)
  }
}

/** The dictionaries of all fonts; those that only serve another (descendants) are read through it. */
export function fontsOf(document: PDFDocument): PDFDict[] {
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
  return objects
    .filter((d) => d instanceof PDFDict)
    .filter((d) => nameIn(d, 'Type') === 'Font' && !nameIn(d, 'Subtype').startsWith('CIDFont'))
}

function embedded(font: PDFDict): boolean {
  const children = font.lookup(PDFName.of('DescendantFonts'))
  const child = children instanceof PDFArray ? children.lookup(0) : font
  if (!(child instanceof PDFDict)) return false
  const descriptor = child.lookup(PDFName.of('FontDescriptor'))
  return descriptor instanceof PDFDict && FILES.some((d) => descriptor.has(d))
}

function nameIn(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}
