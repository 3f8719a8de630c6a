// What else a change did, as tables: what stands on another page than before, what is wrong now, what it means at the
// printer, and which questions are open.
import type { Element } from 'hast'
import { rangesOf } from '../page-names.ts'
import type { PageNames } from '../page-names.ts'
import type { ProofQuery } from '../proof-query.ts'
import type { Move, Proof } from '../../proof.ts'
import { element } from './element.ts'
import { row, table } from './table.ts'

const KINDS: Readonly<Record<Move['what'], string>> = {
  note: 'Note',
  contents: 'Entry of the contents',
  head: 'Running head'
}

/** A section with its heading; one line where there is nothing to show. */
export function factSection(
  id: string,
  title: string,
  nothing: string,
  content: readonly Element[]
): Element {
  return element(
    'section',
    { id, ariaLabelledBy: [`${id}-name`] },
    element('h2', { id: `${id}-name` }, title),
    content.length > 0 ? [...content] : element('p', { className: ['nothing'] }, nothing)
  )
}

export function movesTable({ moves }: Proof): Element[] {
  const heads = ['What', 'Which', 'From page', 'To page']
  const rows = moves.map((d) => row(heads, [KINDS[d.what], d.name, d.from || '–', d.to || '–']))
  return rows.length > 0 ? [table('What stands on another page', heads, rows)] : []
}

export function faultsTable({ faults }: Proof): Element[] {
  const heads = ['Page', 'Fault', 'What is wrong', 'Line']
  const rows = faults.map((d) =>
    row(heads, [d.folio || `[${d.page}]`, d.rule, d.reason, d.line > 0 ? String(d.line) : '–'])
  )
  return rows.length > 0 ? [table('Faults that were not there before', heads, rows)] : []
}

export function sheetsSaid({ sheets }: Proof): Element[] {
  const { old, new: now, reprint, blanks, linesFree } = sheets
  const facts: readonly (readonly [string, string])[] = [
    ['Sheets of the booklet', old === now ? String(now) : `${now}, before ${old}`],
    ['To print again', reprint.length === 0 ? 'none' : rangesOf(reprint, String)],
    ['Empty pages at the end', String(blanks)],
    ['Lines free before one page more', String(linesFree)]
  ]
  return [
    element(
      'dl',
      {},
      ...facts.flatMap(([term, d]) => [element('dt', {}, term), element('dd', {}, d)])
    )
  ]
}

export function queriesTable(queries: readonly ProofQuery[], names: PageNames): Element[] {
  const heads = ['Query', 'Line', 'Page', 'Question']
  const rows = queries.map((d) =>
    row(
      heads,
      [`AQ${d.number}`, String(d.line), d.box ? names.new(d.box.page) : '–', d.text],
      `query-${d.number}`
    )
  )
  return rows.length > 0 ? [table('Questions that nobody has answered', heads, rows)] : []
}
