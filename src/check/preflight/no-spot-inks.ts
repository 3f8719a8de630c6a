// A fifth ink is a fifth plate, and costs accordingly.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* noSpotInks(subject: Preflight): Generator<Finding> {
  const found = marked(subject, ({ ink }) => /^(Separation|DeviceN)$/u.test(ink.space))
  if (found) yield { reason: `Unexpected spot ink on ${found.on}, expected black, or CMYK` }
}
