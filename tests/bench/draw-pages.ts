// Lines with places in, a PDF out: pages whose figures are known beforehand, so that the scorecard can be tried on them.
import { PDFDocument } from '../../src/pdf.ts'

/** A line of words, set from `left` to `right`, or with natural spaces where there is no `right`. */
export interface Drawn {
  text: string
  /** Baseline from the top of the page, in points. */
  y: number
  left: number
  right?: number
  size: number
  /** A number drawn behind it, small and raised. */
  call?: string
}

export const WIDTH = 400
export const HEIGHT = 600

/** Word space of Helvetica, in ems. */
export const SPACE = 0.278

export async function drawPages(pages: readonly (readonly Drawn[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont('Helvetica')
  for (const lines of pages) {
    const page = document.addPage([WIDTH, HEIGHT])
    for (const { text, y, left, right, size, call } of lines) {
      const words = text.split(' ')
      const widths = words.map((d) => font.widthOfTextAtSize(d, size))
      const letters = widths.reduce((a, b) => a + b, 0)
      const space =
        right === undefined ? SPACE * size : (right - left - letters) / (words.length - 1)
      let x = left
      for (const [i, word] of words.entries()) {
        page.drawText(word, { x, y: HEIGHT - y, size, font })
        x += (widths[i] ?? 0) + space
      }
      if (call)
        page.drawText(call, { x: x - space, y: HEIGHT - y + size / 3, size: 0.6 * size, font })
    }
  }
  return document.save()
}
