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
    const [facts, ...steps] = part
      .trimEnd()
      .split('\n')
      .map((d): unknown => JSON.parse(d))
    if (!isFacts(facts) || !steps.every((d) => isStep(d))) return undefined
    const { manuscript, source, ...spelling } = facts
    return { manuscript, source, spelling, steps }
  } catch {
    return undefined
  }
}

type Facts = Spelling & Pick<WayBack, 'manuscript' | 'source'>

const ENCODINGS: readonly unknown[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']
const LINE_ENDS: readonly unknown[] = ['\n', '\r\n', '\r']

/** Whether this is the first line of a record; someone may have changed it. */
function isFacts(value: unknown): value is Facts {
  if (typeof value !== 'object' || value === null) return false
  const facts: Partial<Record<keyof Facts, unknown>> = value
  return (
    typeof facts.manuscript === 'string' &&
    typeof facts.source === 'string' &&
    ENCODINGS.includes(facts.encoding) &&
    LINE_ENDS.includes(facts.lineEnd) &&
    isListOf(facts.strays, (d) => isRow(d, [isCount, isByte])) &&
    isListOf(facts.odd, (d) => isRow(d, [isCount, isCount, isText])) &&
    isListOf(facts.tail, isByte)
  )
}

function isStep(value: unknown): value is Step {
  const step = [isCount, isText, isText]
  return isRow(value, step) || isRow(value, [...step, isCount])
}

function isListOf(value: unknown, fits: (d: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((d) => fits(d))
}

function isRow(value: unknown, fits: readonly ((d: unknown) => boolean)[]): boolean {
  return Array.isArray(value) && value.length === fits.length && fits.every((d, i) => d(value[i]))
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isByte(value: unknown): boolean {
  return isCount(value) && Number(value) < 256
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

/** The bytes of the source, or undefined where the manuscript is not as it was imported. */
export function undo(manuscript: string, record: WayBack): Uint8Array | undefined {
  if (hashOf(manuscript) !== record.manuscript || !canTake(manuscript, record)) return undefined
  const bytes = spell(goBack(manuscript, record.steps), record.spelling)
  return hashOf(bytes) === record.source ? bytes : undefined
}

/** The manuscript as it was imported, from the text of the source; undefined where that is another source. */
export function redo(source: string, record: WayBack): string | undefined {
  if (!canTake(source, record)) return undefined
  const manuscript = goForth(source, record.steps)
  return hashOf(manuscript) === record.manuscript ? manuscript : undefined
}

/** No unit is taken twice, so a record that takes more than there is was changed, and might make a text without end. */
function canTake(text: string, { steps }: WayBack): boolean {
  return steps.reduce((sum, [alike]) => sum + alike, 0) <= text.length
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
