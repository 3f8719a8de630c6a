// Where an edited manuscript and a new import differed, import left both versions between marks; one of them has to go before
// anything is printed, or the paragraph would stand there twice.
//
//     <!-- conflict: as edited -->
import { conflictLines } from '../manuscript/conflict-marks.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** Marks of a conflict that nobody has settled. */
export function* conflictsSettled({ rows }: Prose): Generator<Finding> {
  for (const line of conflictLines(rows.join('\n')))
    yield {
      place: { line, column: 1 },
      reason:
        'Unexpected mark of a conflict, expected one version: keep the words you want, delete the marks'
    }
}
