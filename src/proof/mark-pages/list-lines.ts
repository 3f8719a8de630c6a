// The list behind the marked pages: what an edit is called on them, where it is, and its words before and after, for
// someone who has nothing but the paper.
import { shorten } from '../edit-context.ts'
import { pageNames, pagesSaid } from '../page-names.ts'
import type { PageNames } from '../page-names.ts'
import type { ProofQuery } from '../proof-query.ts'
import type { Proof, ProofedEdit } from '../../proof.ts'

/** A paragraph of the list; its name stands before it, in the margin of the list. */
export interface ListLine {
  name: string
  text: string
  heading?: true
}

export function listLines(proof: Proof, queries: readonly ProofQuery[]): ListLine[] {
  const names = pageNames(proof)
  return [
    { name: '', text: `Proof of ${proof.title}`, heading: true },
    { name: '', text: `Compared with ${proof.against}. ${proof.verdict}` },
    ...(proof.edits.length > 0 ? [{ name: '', text: 'Edits', heading: true as const }] : []),
    ...proof.edits.map((d) => ({ name: String(d.number), text: editLine(d, names) })),
    ...(queries.length > 0 ? [{ name: '', text: 'Queries', heading: true as const }] : []),
    ...queries.map((d) => ({ name: `AQ${d.number}`, text: queryLine(d, names) })),
    ...(proof.faults.length > 0 ? [{ name: '', text: 'New faults', heading: true as const }] : []),
    ...proof.faults.map((d) => ({ name: '!', text: `page ${d.folio || d.page}: ${d.reason}` }))
  ]
}

function editLine(edit: ProofedEdit, names: PageNames): string {
  const places = [
    `line ${edit.newAt.line}`,
    edit.changed.length > 0 ? pagesSaid(edit.changed, names.new) : '',
    edit.author ?? ''
  ]
  return `${places.filter(Boolean).join(' · ')}: ${wordsSaid(edit)}`
}

function wordsSaid(edit: ProofedEdit): string {
  const [old, now] = [shorten(edit.oldText), shorten(edit.newText)].map((d) => `“${d}”`)
  const before = edit.before?.new?.text ?? ''
  const after = before === '' ? '' : `, after “${before}”`
  switch (edit.kind) {
    case 'added':
      return `${now} added${after}`
    case 'deleted':
      return `${old} deleted${after}`
    case 'moved':
      return `${now} moved here from line ${edit.oldAt.line}`
    case 'restyled':
      return `${now} restyled`
    default:
      // A setting or a picture may have come in, or gone.
      if (edit.oldText === '') return `${now} added`
      return edit.newText === '' ? `${old} deleted` : `${old} → ${now}`
  }
}

function queryLine({ line, text, box }: ProofQuery, names: PageNames): string {
  const place = box ? ` · page ${names.new(box.page)}` : ''
  return `line ${line}${place}: ${text}`
}
