// The edits in the order of the manuscript: what each is, where, by whom, and what it did to the pages.
import type { Element } from 'hast'
import { contextOf } from '../edit-context.ts'
import { pagesSaid } from '../page-names.ts'
import type { PageNames } from '../page-names.ts'
import type { Proof, ProofedEdit } from '../../proof.ts'
import { editSaid, kindSaid } from './edit-said.ts'
import { element } from './element.ts'
import { table } from './table.ts'

/** @param texts of the manuscripts */
export function editsTable(
  { edits }: Proof,
  names: PageNames,
  texts: { old: string; new: string }
): Element {
  const rows = edits.map((edit) =>
    element(
      'tr',
      { id: `edit-${edit.number}`, dataEdit: edit.number, dataSign: edit.kind },
      element('th', { scope: 'row' }, numberLink(edit)),
      element('td', { dataHead: 'Where' }, whereSaid(edit)),
      element(
        'td',
        { dataHead: 'Edit', className: ['what'] },
        element('p', { className: ['kind', edit.kind] }, kindSaid(edit)),
        editSaid(edit, contextOf(edit, texts.new, texts.old))
      ),
      element('td', { dataHead: 'Pages', className: ['did'] }, didSaid(edit, names))
    )
  )
  return table('Edits in the order of the manuscript', ['No.', 'Where', 'Edit', 'Pages'], rows)
}

/** Leads to the edit on the pages; where it has no place there, it is no link. */
function numberLink({ number, marks, oldMarks }: ProofedEdit): Element | string {
  const side = marks.length > 0 ? 'new' : oldMarks.length > 0 ? 'old' : undefined
  if (!side) return String(number)
  const label = `Edit ${number}: show on the page`
  return element('a', { href: `#e${number}-${side}`, ariaLabel: label }, String(number))
}

function whereSaid({ newAt, author, commit }: ProofedEdit): Element[] {
  const by = [author, commit].filter((d) => d !== undefined)
  return [
    element('p', {}, `line ${newAt.line}`),
    ...(by.length > 0 ? [element('p', { className: ['by'] }, by.join(', '))] : [])
  ]
}

function didSaid({ changed, pushed, end }: ProofedEdit, names: PageNames): Element[] {
  const sentences = [
    changed.length > 0 ? `changed ${pagesSaid(changed, names.new)}` : '',
    pushed.length > 0 ? `pushed ${pagesSaid(pushed, names.new)}` : '',
    end === '' ? '' : `as far as ${end}`
  ].filter(Boolean)
  return (sentences.length > 0 ? sentences : ['no page changed']).map((d) => element('p', {}, d))
}
