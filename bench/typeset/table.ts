// One text's table: the rows with their bars, the press first, then whatever is set beside it.
import { ROWS } from '../scorecard/rows.ts'
import type { SetText } from './set-text.ts'

/** A row of the whole table: like those of the card, but it may look at more than the PDF. */
export interface TableRow {
  name: string
  bar: string
  show: (d: SetText) => string
  holds: (d: SetText) => boolean | undefined
  places?: (d: SetText) => readonly string[]
}

/** A text as one program set it, or why it could not. */
export interface Column {
  name: string
  made: SetText | string
}

const NAME = 48
const BAR = 9
const CELL = 26
/** Places that are listed of each bar that is missed. */
const PLACES = 8

/** @param more rows of this text behind those of the card */
export function rowsFor(more: readonly TableRow[]): TableRow[] {
  const rows = ROWS.map(({ name, bar, show, holds, places = () => [] }) => ({
    name,
    bar,
    show: ({ card }: SetText) => show(card),
    holds: ({ card }: SetText) => holds(card),
    places: ({ card }: SetText) => places(card)
  }))
  return [...rows, ...more]
}

/** The names of the bars that the first column misses. */
export function missed(rows: readonly TableRow[], { made }: Column): string[] {
  if (typeof made === 'string') return ['build']
  return rows.filter((d) => d.holds(made) === false).map((d) => d.name)
}

export function tableOf(
  title: string,
  rows: readonly TableRow[],
  columns: readonly Column[]
): string {
  const failures = columns.filter((d) => typeof d.made === 'string')
  const set = columns.filter((d) => typeof d.made !== 'string')
  const head = `${'bar'.padEnd(BAR)}${set.map((d) => d.name.padEnd(CELL)).join('')}`
  const lines = rows.map((row) => {
    const cells = columns.flatMap(({ made }, i) => {
      if (typeof made === 'string') return []
      const verdict = row.holds(made)
      const mark = i > 0 || verdict === undefined ? '' : verdict ? ' ok' : ' FAIL'
      return [`${row.show(made)}${mark}`.padEnd(CELL)]
    })
    return `${row.name.padEnd(NAME)}${row.bar.padEnd(BAR)}${cells.join('')}`.trimEnd()
  })
  return [
    '',
    `== ${title}`,
    ...failures.map((d) => `${d.name} FAILED: ${String(d.made)}`),
    ...(set.length > 0 ? [`${''.padEnd(NAME)}${head}`.trimEnd(), ...lines] : []),
    ...placesOf(rows, columns[0]?.made),
    ''
  ].join('\n')
}

/** Where the press misses a bar. */
function placesOf(rows: readonly TableRow[], made: SetText | string | undefined): string[] {
  if (made === undefined || typeof made === 'string') return []
  const failed = rows.filter((d) => d.holds(made) === false)
  return failed.flatMap(({ name, places = () => [] }) => {
    const found = places(made)
    const more = found.length > PLACES ? [`… ${found.length - PLACES} more`] : []
    return [...found.slice(0, PLACES), ...more].map((d) => `  ${name}: ${d}`)
  })
}
