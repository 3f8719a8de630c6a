// The rows of the table: what each is called, what it must be, and how it is read off a card.
import type { Card } from './card.ts'

/** One row. */
export interface Row {
  name: string
  /** The bar as it is written; '' where there is none. */
  bar: string
  show: (card: Card) => string
  /** Whether the bar is met; undefined where there is none, or nothing to measure. */
  holds: (card: Card) => boolean | undefined
  /** Where what is counted stands. */
  places?: (card: Card) => readonly string[]
}

/** An A5 page and others are exact to so many millimetres. */
const EXACT = 0.01
/** A jitter that is shown as 0.00. */
const STILL = 0.005

export const ROWS: readonly Row[] = [
  told('pages (with text)', (d) => `${d.pages} (${d.textPages})`),
  told('text and leading, pt; measure, pt', (d) =>
    [`${fixed(d.body, 1)}/${fixed(d.leading, 2)}`, fixed(d.measure, 1)].join('; ')
  ),
  limit('word space: deviation', (d) => d.spaces.text.deviation, 0.09),
  {
    ...limit('word space: widest', (d) => d.spaces.text.greatest, 1.5, 2),
    places: (d) => [d.spaces.text.worst]
  },
  part('word space: lines over 1.5 ×', (d) => d.spaces.text.wide, 0),
  part('word space: lines below 0.8 ×', (d) => d.spaces.text.narrow, 0.03),
  told('word space: mean; contrast of neighbours', (d) =>
    [d.spaces.text.mean, d.spaces.text.contrast].map((e) => fixed(e, 3)).join('; ')
  ),
  told('deviation in quotations; in notes', (d) =>
    [d.spaces.quote.deviation, d.spaces.note.deviation].map((e) => fixed(e, 3)).join('; ')
  ),
  part('hyphens at line ends: text', (d) => d.hyphens.text.share, 0.05),
  part('hyphens at line ends: notes', (d) => d.hyphens.note.share, 0.03),
  limit('longest ladder', (d) => Math.max(d.hyphens.text.ladder, d.hyphens.note.ladder), 2, 0),
  limit('rivers of four lines or more', (d) => d.rivers, 0, 0),
  none('runts', (d) => d.faults.runts),
  none('fragments', (d) => d.faults.fragments),
  none('widows', (d) => d.faults.widows),
  none('orphans', (d) => d.faults.orphans),
  none('stranded headings', (d) => d.faults.stranded),
  none('hyphens over a page', (d) => d.faults.hyphensOverPage),
  none('pages short by over half a line', (d) => d.bottoms.short),
  none('openings of unequal depth', (d) => d.bottoms.unequal),
  told('short: mean; most, pt', (d) =>
    [d.bottoms.mean, d.bottoms.greatest].map((e) => fixed(e, 1)).join('; ')
  ),
  {
    name: 'text on one grid',
    bar: '100 %',
    show: (d) => percent(d.grid.onGrid),
    holds: (d) => (d.grid.onGrid === undefined ? undefined : d.grid.onGrid === 1),
    places: (d) => d.grid.off
  },
  limit('leading jitter, pt', (d) => d.grid.jitter, STILL),
  {
    name: 'notes on the page of their call',
    bar: 'all',
    show: (d) => `${d.notes.onPage} of ${d.notes.calls}`,
    holds: (d) => (d.notes.calls === 0 ? undefined : d.notes.away.length === 0),
    places: (d) => d.notes.away
  },
  {
    name: 'notes continued; though they had room',
    bar: '0',
    show: (d) => `${d.notes.continued.length}; ${d.notes.needless.length}`,
    holds: (d) => d.notes.needless.length === 0,
    places: (d) => d.notes.needless
  },
  told('links to notes; back', (d) => `${d.notes.links}; ${d.notes.backLinks}`),
  holds('tagged; language', (d) => [
    `${yes(d.file.tagged)}; ${d.file.language ?? 'none'}`,
    d.file.tagged && d.file.language !== undefined
  ]),
  holds('fonts embedded; Type 3', (d) => [
    `${yes(d.file.embedded)}; ${d.file.type3}`,
    d.file.embedded && d.file.type3 === 0
  ]),
  told('trimmed page, mm', (d) => d.file.trim.map((e) => e.toFixed(3)).join(' × ')),
  holds('page labels; XMP', (d) => [
    `${yes(d.file.labels)}; ${yes(d.file.xmp)}`,
    d.file.labels && d.file.xmp
  ]),
  told('colour of most letters', (d) => Object.keys(d.colours)[0] ?? 'none'),
  told('KiB', (d) => String(Math.round(d.file.kilobytes)))
]

/** Whether a PDF has the size that was asked for, in millimetres. */
export function hasSize(card: Card, width: number, height: number): boolean {
  const [w, h] = card.file.trim
  return Math.abs(w - width) <= EXACT && Math.abs(h - height) <= EXACT
}

function told(name: string, show: (card: Card) => string): Row {
  return { name, bar: '', show, holds: () => undefined }
}

function limit(
  name: string,
  read: (card: Card) => number | undefined,
  most: number,
  digits = 3
): Row {
  return {
    name,
    bar: most === 0 ? '0' : `≤ ${most}`,
    show: (card) => fixed(read(card), digits),
    holds: (card) => atMost(read(card), most)
  }
}

function part(name: string, read: (card: Card) => number | undefined, most: number): Row {
  return {
    name,
    bar: most === 0 ? '0' : `≤ ${most * 100} %`,
    show: (card) => percent(read(card)),
    holds: (card) => atMost(read(card), most)
  }
}

function none(name: string, read: (card: Card) => readonly string[]): Row {
  return { ...limit(name, (card) => read(card).length, 0, 0), places: read }
}

function holds(name: string, read: (card: Card) => readonly [string, boolean]): Row {
  return { name, bar: 'yes', show: (card) => read(card)[0], holds: (card) => read(card)[1] }
}

function atMost(found: number | undefined, most: number): boolean | undefined {
  return found === undefined ? undefined : found <= most + 1e-9
}

function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits)
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${(100 * value).toFixed(1)} %`
}

function yes(holdsTrue: boolean): string {
  return holdsTrue ? 'yes' : 'no'
}
