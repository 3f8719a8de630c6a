// The files that were made, one a line, with what a person wants to know of each:
//
//     build/handbook/read.pdf  113 kB  12 pages, 36 notes, 4,012 words
import type { Made } from '../press.ts'
import { count } from '../press/count.ts'
import { escape } from './escape.ts'

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
  const { pages, sheets, notes, words } = made
  const counted = [
    pages !== undefined && count(pages, 'page'),
    sheets !== undefined && count(sheets, 'sheet'),
    notes !== undefined && count(notes, 'note'),
    words !== undefined && count(words, 'word')
  ]
  return counted.filter(Boolean).join(', ')
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024).toLocaleString('en-GB')} kB`
}
