// What slug lines call an edition: its title, or the name of its file where it has none that the small type can write.
import { basename } from 'node:path'
import type { VFile } from 'vfile'
import { PDFDict, PDFHexString, PDFName, PDFString } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'
import type { SmallType } from '../pdf/small-type.ts'

const LONGEST = 120

export function titleOf({ context }: PDFDocument, file: VFile, type: SmallType): string {
  const info = context.lookup(context.trailerInfo.Info)
  const value = info instanceof PDFDict ? context.lookup(info.get(PDFName.of('Title'))) : undefined
  const isText = value instanceof PDFString || value instanceof PDFHexString
  const names = [file.data.edition?.title, isText ? value.decodeText() : '', basename(file.path)]
  const texts = names.map((d) => (d ?? '').replaceAll(/[\p{Z}\p{C}]+/gu, ' ').trim())
  return (texts.find((d) => d !== '' && type.has(d)) ?? 'untitled').slice(0, LONGEST)
}
