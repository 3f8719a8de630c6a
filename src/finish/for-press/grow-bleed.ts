// Pages cut to their trim in, the same pages with room around them for the knife out (ISO 32000-1, 14.11.2): media and
// bleed end there, the trim stays what it was. No box has a negative corner, at which some programmes stumble.
import { PDFArray, PDFName, PDFNumber, PDFRef } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'

const CONTENTS = PDFName.of('Contents')
const DECIMALS = 5

/**
 * Give every page its bleed.
 *
 * @param bleed in points, on each side
 */
export function growBleed(document: PDFDocument, bleed: number): void {
  const { context } = document
  const number = (d: number) => PDFNumber.of(Number(d.toFixed(DECIMALS)))
  const by = String(number(bleed))
  const before = context.register(context.stream(`q 1 0 0 1 ${by} ${by} cm\n`))
  const after = context.register(context.stream('\nQ\n'))
  for (const page of document.getPages()) {
    const { width, height } = page.getTrimBox()
    const whole = [0, 0, width + 2 * bleed, height + 2 * bleed]
    const trim = [bleed, bleed, width + bleed, height + bleed]
    const boxes = { MediaBox: whole, CropBox: whole, BleedBox: whole, TrimBox: trim }
    for (const [name, box] of Object.entries(boxes))
      page.node.set(PDFName.of(name), context.obj(box.map(number)))
    const old = page.node.get(CONTENTS)
    const list = old instanceof PDFRef ? context.lookup(old) : old
    const streams = list instanceof PDFArray ? list.asArray() : old ? [old] : []
    if (streams.length > 0) page.node.set(CONTENTS, context.obj([before, ...streams, after]))
  }
}
