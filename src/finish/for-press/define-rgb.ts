// Pictures in red, green and blue say nothing of which red they mean; a print shop's file must (ISO 15930-7:2010, 6.2.4).
// It is that of screens: sRGB (IEC 61966-2-1), as a profile of 0.5 kB made here.
import { PDFDict, PDFName } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'
import { srgbProfile } from './srgb-profile.ts'

const SPACE = PDFName.of('ColorSpace')
const DEFAULT = PDFName.of('DefaultRGB')

/** Define what RGB is on each page that may have some. */
export function defineRgb(document: PDFDocument): void {
  const { context } = document
  const stream = context.nextRef()
  let used = false
  for (const page of document.getPages()) {
    const resources = page.node.Resources()
    if (!resources || !resources.has(PDFName.of('XObject'))) continue
    const known = resources.lookup(SPACE)
    const spaces = known instanceof PDFDict ? known : context.obj({})
    spaces.set(DEFAULT, context.obj([PDFName.of('ICCBased'), stream]))
    resources.set(SPACE, spaces)
    used = true
  }
  if (used) context.assign(stream, context.flateStream(srgbProfile(), { N: 3 }))
}
