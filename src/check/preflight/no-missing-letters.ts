// A letter that its font does not have is printed as a box.
import type { Finding } from '../findings.ts'
import { marked } from './sheet.ts'
import type { Preflight } from './sheet.ts'

export function* noMissingLetters(subject: Preflight): Generator<Finding> {
  const found = marked(subject, (d) => d.missing === true)
  if (found)
    yield {
      reason: `Unexpected letters without a drawing on ${found.on}, expected a font that has them`
    }
}
