// What the ledger needs beside the messages: where in the manuscript a place of the source has come to stand, and the record
// for the way back.
import type { VFileMessage } from 'vfile-message'
import type { Draft } from './draft.ts'
import type { Entries } from './ledger.ts'
import { pointsOf } from './points.ts'
import { writeRecord } from './record.ts'
import type { Stretch } from './stretch.ts'
import { placesIn, wayBack } from './way-back.ts'

/** The entries of an import; `received` is the source in bytes. */
export function entriesOf(
  draft: Draft,
  manuscript: Stretch,
  received: Uint8Array,
  left: readonly VFileMessage[]
): Entries {
  const { source, spelling } = draft
  const places = placesIn(source, manuscript)
  const [there, here] = [pointsOf(source), pointsOf(manuscript.text)]
  return {
    inManuscript: ({ line = 1, column = 1 }) => {
      const point = here.at(places[there.offset(line, column)] ?? 0)
      return `manuscript.md:${point.line}:${point.column}`
    },
    left,
    record: writeRecord(manuscript.text, wayBack(source, manuscript), spelling, received)
  }
}
