// The last part of the ledger, for the press itself: how the source was written in bytes, and the way back. From it and the
// manuscript comes the source; from it and the source, the manuscript as it was imported.
import { createHash } from 'node:crypto'
import { spell } from './spelling.ts'
import type { Spelling } from './spelling.ts'
import { goBack, goForth } from './way-back.ts'
import type { Step } from './way-back.ts'

/** What the record holds. */
export interface WayBack {
  spelling: Spelling
  steps: readonly Step[]
  /** SHA-256 of the manuscript as imported, in hexadecimal. */
  manuscript: string
  /** SHA-256 of the source's bytes. */
  source: string
}

const HEAD = 'The way back, for `press import --undo`; not to be edited'

/** The record of an import, as lines of the ledger; `received` is the source in bytes. */
export function writeRecord(
  manuscript: string,
  steps: readonly Step[],
  spelling: Spelling,
  received: Uint8Array
): string[] {
  const facts = { manuscript: hashOf(manuscript), source: hashOf(received), ...spelling }
  return [HEAD, JSON.stringify(facts), ...steps.map((d) => JSON.stringify(d))]
}

/** The record in a ledger, or undefined where there is none that can be read. */
export function readRecord(ledger: string): WayBack | undefined {
  const [, part] = ledger.split(`\n${HEAD}\n`)
  if (part === undefined) return undefined
  try {
    const [first = '', ...rest] = part.trimEnd().split('\n')
    const { manuscript, source, ...spelling } = JSON.parse(first) as Spelling & Hashes // written above; hashes prove it
    const steps = rest.map((d) => JSON.parse(d) as Step)
    return { manuscript, source, spelling, steps }
  } catch {
    return undefined
  }
}

type Hashes = Pick<WayBack, 'manuscript' | 'source'>

/** The bytes of the source, or undefined where the manuscript is not as it was imported. */
export function undo(manuscript: string, record: WayBack): Uint8Array | undefined {
  if (hashOf(manuscript) !== record.manuscript) return undefined
  const bytes = spell(goBack(manuscript, record.steps), record.spelling)
  return hashOf(bytes) === record.source ? bytes : undefined
}

/** The manuscript as it was imported, from the text of the source; undefined where that is another source. */
export function redo(source: string, record: WayBack): string | undefined {
  const manuscript = goForth(source, record.steps)
  return hashOf(manuscript) === record.manuscript ? manuscript : undefined
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
