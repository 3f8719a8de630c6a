// Small PDFs for tests: each page says its number in large figures, and has what the case asks for.
import { VFile } from 'vfile'
import { PDFDocument, PDFHexString, PDFName } from '../../src/pdf.ts'
import type { PDFPage } from '../../src/pdf.ts'

const POINTS_PER_MM = 72 / 25.4

/** What the pages are like. */
export interface Pages {
  count: number
  /** In millimetres; A5 when missing. */
  size?: readonly [number, number]
  /** Changes a page before the file is written. */
  change?: (page: PDFPage, index: number) => void
}

/** A PDF of numbered pages. */
export async function makePdf({ count, size = [148, 210], change }: Pages): Promise<VFile> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const font = context.register(
    context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' })
  )
  for (let index = 0; index < count; index++) {
    const page = document.addPage([size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM])
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }))
    const text = `q 0.9 g 0 0 2000 20 re f Q BT /F1 96 Tf 40 60 Td (${index + 1}) Tj ET`
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(text)))
    change?.(page, index)
  }
  context.trailerInfo.Info = context.register(
    context.obj({ Title: PDFHexString.fromText('Numbers'), Producer: PDFHexString.fromText('x') })
  )
  return new VFile({ path: 'numbers.pdf', value: await document.save({ addDefaultPage: false }) })
}
