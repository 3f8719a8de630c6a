// A question of the editor's that is shown on a proof.
import type { Box } from '../places.ts'

/** A query of the manuscript, `[[q: is this date right?]]`, that nobody has answered. */
export interface ProofQuery {
  number: number
  text: string
  /** Line of the new manuscript. */
  line: number
  /** Where it stands on the new pages; missing where nothing is printed there. */
  box?: Box
}
