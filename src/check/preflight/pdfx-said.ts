// The file says to which standard of exchange it keeps, or a print shop's machine takes it for any PDF.
import type { Finding } from '../findings.ts'
import { infoOf, packetOf } from './record.ts'
import type { Preflight } from './sheet.ts'

export function* pdfxSaid({ document }: Preflight): Generator<Finding> {
  const said = /GTS_PDFXVersion[^>]*>[^<]*PDF\/X/u.test(packetOf(document))
  if (!said && !infoOf(document, 'GTS_PDFXVersion').startsWith('PDF/X'))
    yield {
      reason:
        'Unexpected PDF that keeps to no PDF/X, expected PDF/X-4 or PDF/X-1a: `press build` makes it as `print.pdf`'
    }
}
