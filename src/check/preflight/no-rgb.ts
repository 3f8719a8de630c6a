// Red, green and blue without a profile mean a screen, and no press knows which (ISO 15930-7, 6.2.4).
import { PDFDict, PDFName } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { PressPage, Preflight } from './sheet.ts'

export function* noRgb(subject: Preflight): Generator<Finding> {
  const found = marked(subject, ({ ink }, page) => ink.space === 'DeviceRGB' && !isDefined(page))
  if (found)
    yield {
      reason: `Unexpected RGB without a profile on ${found.on}, expected grey, CMYK, or a profile`
    }
}

/** Whether the page says what its RGB is. */
function isDefined({ page }: PressPage): boolean {
  const spaces = page.node.Resources()?.lookup(PDFName.of('ColorSpace'))
  return spaces instanceof PDFDict && spaces.has(PDFName.of('DefaultRGB'))
}
