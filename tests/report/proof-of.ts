// Two manuscripts as text in, the proof of the second against the first out, with all that its report shows.
import type { VFile } from 'vfile'
import { reportParts } from '../../src/press/report-parts.ts'
import { proof } from '../../src/proof.ts'
import type { Proof, ReportParts } from '../../src/proof.ts'
import { openText, sheetsOf } from '../proof/typeset-text.ts'

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
  const make = openText(path)
  const old = await make(before)
  const now = await make(after)
  const made = proof(old, now, {
    against: 'the approved build',
    sheets: sheetsOf,
    authors: () => ({ author: 'E. Ditor', commit: '1a2b3c4' })
  })
  return { made, old, now, parts: await reportParts(old, now) }
}
