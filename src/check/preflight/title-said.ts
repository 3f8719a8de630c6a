// A file in a print shop's queue is known by its title.
import type { Finding } from '../findings.ts'
import { infoOf, packetOf } from './record.ts'
import type { Preflight } from './sheet.ts'

export function* titleSaid({ document }: Preflight): Generator<Finding> {
  if (infoOf(document, 'Title') === '' && !/<dc:title>/u.test(packetOf(document)))
    yield { reason: 'Unexpected PDF without a title, expected one in its record' }
}
