// A print shop's file says for which printing it is meant (ISO 15930-7, 6.2.2), so that its colours can be made those.
import { PDFArray, PDFDict, PDFName, PDFStream } from '../../pdf.ts'
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* outputIntent({ document }: Preflight): Generator<Finding> {
  const list = document.catalog.lookup(PDFName.of('OutputIntents'))
  const intents = list instanceof PDFArray ? list.asArray().map((_, i) => list.lookup(i)) : []
  const forPress = intents
    .filter((d) => d instanceof PDFDict)
    .find((d) => d.lookup(PDFName.of('S')) === PDFName.of('GTS_PDFX'))
  if (!forPress)
    yield {
      reason:
        'Unexpected PDF without an output intent, expected the condition of printing: `press build` names one in `print.pdf`'
    }
  else if (!(forPress.lookup(PDFName.of('DestOutputProfile')) instanceof PDFStream))
    yield {
      reason: 'Unexpected output intent without its profile, expected an ICC profile in the file'
    }
}
