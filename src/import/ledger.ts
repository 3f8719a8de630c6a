// The ledger: what import changed and why, what it asks, and the exact way back from the manuscript to the source. It is
// kept beside the manuscript, so that an editor can answer for every change and undo all of them.
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { between, visible } from '../queries/quote.ts'
import { WHY } from './why.ts'

/** What the ledger is made of, beside the messages on the file. */
export interface Entries {
  /** Where in the manuscript something of the source stands: offset to line and column. */
  inManuscript: (message: VFileMessage) => string
  /** Queries that were too weak to be asked, in words. */
  left: readonly VFileMessage[]
  /** The record for `--undo`, line by line. */
  record: readonly string[]
}

const LONGEST = 60

/** The ledger of an imported file, as text. */
export function ledger(file: VFile, { inManuscript, left, record }: Entries): string {
  const name = file.basename ?? 'source'
  const sorted = inOrder(file.messages)
  const repairs = sorted.filter((d) => d.fatal === undefined || d.fatal === null)
  const queries = sorted.filter((d) => d.fatal === false)
  const place = (d: VFileMessage) => `${name}:${d.line ?? 1}:${d.column ?? 1}  ${inManuscript(d)}`
  const asked = (d: VFileMessage) => `  ${place(d)}  ${d.ruleId}: ${shown(d.reason)}`
  const kinds = [...new Set([...Object.keys(WHY), ...repairs.map((d) => d.ruleId ?? '')])]
  const lines = [
    `${counted(repairs.length, 'repair')}, ${counted(queries.length, 'query', 'queries')}`,
    ...kinds.flatMap((kind) => {
      const own = repairs.filter((d) => d.ruleId === kind)
      if (own.length === 0) return []
      const why = WHY[kind]
      return [
        '',
        `${kind} (${own.length})${why === undefined ? '' : `: ${why}`}`,
        ...own.map((d) => `  ${place(d)}  ${change(d)}`)
      ]
    }),
    ...chapter(
      'Queries: nothing was changed; answer or dismiss each in the manuscript',
      queries,
      asked
    ),
    ...chapter('Weaker doubts, which were not asked', inOrder(left), asked)
  ]
  // Names of files and letters of the text are read in a terminal, which must not obey them; the record stays exact.
  return [...lines.map(visible), '', ...record, ''].join('\n')
}

/** How many repairs of each kind there are, the most frequent first. */
export function countKinds(messages: readonly VFileMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { fatal, ruleId = '' } of messages)
    if (fatal === undefined || fatal === null) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  return new Map([...counts].toSorted(([, a], [, b]) => b - a))
}

function inOrder(messages: readonly VFileMessage[]): VFileMessage[] {
  return messages.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  )
}

function chapter(
  title: string,
  messages: readonly VFileMessage[],
  line: (message: VFileMessage) => string
): string[] {
  return messages.length === 0 ? [] : ['', title, ...messages.map(line)]
}

function change({ actual, expected, note }: VFileMessage): string {
  const [before, after] = [shown(actual), shown(expected?.[0])]
  return `${before} → ${after}${note === undefined ? '' : ` (${note})`}`
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** A text on one line, cut in the middle where it is long. */
function shown(text: string | undefined): string {
  const line = (text ?? '').replace(/\s*\n\s*/gu, '⏎')
  if (line.length <= LONGEST * 2) return line === '' ? '(nothing)' : line
  const [head, tail] = [LONGEST, line.length - LONGEST].map((d) => between(line, d))
  return `${line.slice(0, head)} … ${line.slice(tail)}`
}
