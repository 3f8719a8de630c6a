// The ledger: what import changed and what it asks, one line a message, in the order of the source. It is kept beside the
// manuscript, so that an editor can answer for every change.
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** The ledger of an imported file, as text. */
export function ledger(file: VFile): string {
  const name = file.basename ?? 'source'
  const sorted = file.messages.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  )
  const changes = sorted.filter((d) => d.fatal === undefined || d.fatal === null)
  const queries = sorted.filter((d) => d.fatal === false)
  return [
    `${count(changes.length, 'change', 'changes')}, ${count(queries.length, 'query', 'queries')}`,
    '',
    ...changes.map(
      (d) => `${place(name, d)} ${d.ruleId}: ${shown(d.actual)} → ${shown(d.expected?.[0])}`
    ),
    ...(queries.length > 0 ? ['', 'Queries', ''] : []),
    ...queries.map((d) => `${place(name, d)} ${d.ruleId}: ${shown(d.reason)}`),
    ''
  ].join('\n')
}

function place(name: string, { line, column }: VFileMessage): string {
  return `${name}:${line ?? 1}:${column ?? 1}`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

const LONGEST = 60

/** A text on one line, cut in the middle where it is long. */
function shown(text: string | undefined): string {
  const line = (text ?? '').replace(/\s*\n\s*/gu, '⏎')
  if (line.length <= LONGEST * 2) return line === '' ? '(nothing)' : line
  return `${line.slice(0, LONGEST)} … ${line.slice(-LONGEST)}`
}
