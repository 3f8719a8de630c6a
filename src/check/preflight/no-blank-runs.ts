// Three blank pages in a row are more likely a mistake than a design.
import type { Finding } from '../findings.ts'
import { pagesSaid } from './sheet.ts'
import type { Preflight } from './sheet.ts'

const MOST = 3

export function* noBlankRuns({ pages }: Preflight): Generator<Finding> {
  let run: number[] = []
  for (const { number, marks } of pages) {
    if (marks.length === 0) run.push(number)
    if (marks.length > 0 || number === pages.length) {
      if (run.length > MOST)
        yield { reason: `Unexpected blanks, ${pagesSaid(run)}, expected at most ${MOST} in a row` }
      run = []
    }
  }
}
