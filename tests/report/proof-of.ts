// Two manuscripts as text in, the proof of the second against the first out, with all that its report shows.
import { VFile } from 'vfile'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import { reportParts } from '../../src/press/report-parts.ts'
import { proof } from '../../src/proof.ts'
import type { Proof, ReportParts } from '../../src/proof.ts'
import { newMemory, typeset } from '../../src/typeset.ts'
import type { Memory } from '../../src/typeset.ts'

/** A proof, and what it is made of. */
export interface Proofed {
  made: Proof
  old: VFile
  now: VFile
  parts: ReportParts
}

/** @param path of the manuscript, beside which its pictures lie */
export async function proofOf(
  before: string,
  after: string,
  path = 'manuscript.md'
): Promise<Proofed> {
  const memory: Memory & Composed = newMemory()
  const setOf = async (value: string) =>
    typeset(await compose(new VFile({ path, value }), memory), memory)
  const old = await setOf(before)
  const now = await setOf(after)
  const made = proof(old, now, {
    against: 'the approved build',
    sheets: sheetsOf,
    authors: () => ({ author: 'E. Ditor', commit: '1a2b3c4' })
  })
  return { made, old, now, parts: await reportParts(old, now) }
}

/** Four pages a sheet, in their order: what is folded how is of no weight here. */
function sheetsOf(pages: number): number[][] {
  return Array.from({ length: Math.ceil(pages / 4) }, (_, sheet) =>
    [1, 2, 3, 4].map((d) => (sheet * 4 + d <= pages ? sheet * 4 + d : 0))
  )
}
