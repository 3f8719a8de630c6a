// The two records of a PDF give one title.
import type { Finding } from '../findings.ts'
import { quote } from '../findings.ts'
import { infoOf, packetOf } from './record.ts'
import type { Preflight } from './sheet.ts'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function* titlesAgree({ document }: Preflight): Generator<Finding> {
  const old = infoOf(document, 'Title')
  const packed = /<dc:title>[^]*?<rdf:li[^>]*>([^<]*)</u.exec(packetOf(document))?.[1]
  const other = packed?.replace(/&(amp|lt|gt|quot|apos);/gu, (_, d: string) => NAMED[d] ?? '')
  if (old !== '' && other !== undefined && old !== other)
    yield {
      reason: `Unexpected title ${quote(other)} in the XMP packet, expected ${quote(old)} as in the record`
    }
}
