// Each face is in the file once: twice is a sign of pages joined from two sources, whose letters may differ.
import { PDFName } from '../../pdf.ts'
import { quote } from '../findings.ts'
import type { Finding } from '../findings.ts'
import { fontsOf } from '../fonts-embedded.ts'
import type { Preflight } from './sheet.ts'

export function* fontsOnce({ document }: Preflight): Generator<Finding> {
  const counts = new Map<string, number>()
  for (const font of fontsOf(document)) {
    const base = font.lookup(PDFName.of('BaseFont'))
    const name = base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/u, '') : ''
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const [name, count] of counts)
    if (count > 1)
      yield { reason: `Unexpected font ${quote(name)} ${count} times, expected it once` }
}
