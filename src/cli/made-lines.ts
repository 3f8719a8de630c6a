// The files that were made, one a line, with what a person wants to know of each:
//
//     build/handbook/read.pdf  113 kB  12 pages, 36 notes, 4,012 words
import type { Made } from '../press.ts'
import { escape } from './escape.ts'

const COUNTED = ['pages', 'sheets', 'notes', 'words'] as const

/** One line a file, in columns. */
export function madeLines(made: readonly Made[]): string {
  const rows = made.map((d) => [escape(d.path), facts(d), size(d.bytes)] as const)
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
  return rows
    .map(
      (row) =>
        `${row[0].padEnd(width(0))}  ${row[2].padStart(width(2))}  ${row[1]}`.trimEnd() + '\n'
    )
    .join('')
}

function facts(made: Made): string {
  return COUNTED.flatMap((name) => {
    const count = made[name]
    if (count === undefined) return []
    return [`${count.toLocaleString('en-GB')} ${count === 1 ? name.slice(0, -1) : name}`]
  }).join(', ')
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024).toLocaleString('en-GB')} kB`
}
