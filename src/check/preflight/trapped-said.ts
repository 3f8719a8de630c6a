// Whether inks are made to overlap is said, or nobody dares to do it (ISO 15930-7, 6.13).
import type { Finding } from '../findings.ts'
import { infoOf } from './record.ts'
import type { Preflight } from './sheet.ts'

export function* trappedSaid({ document }: Preflight): Generator<Finding> {
  const value = infoOf(document, 'Trapped')
  if (value !== 'True' && value !== 'False')
    yield { reason: 'Unexpected silence about trapping, expected `Trapped` to be True or False' }
}
