// A table with its caption and the heads of its columns; on a narrow screen each row stands as a card, and the cells say
// their heads themselves.
import type { Element } from 'hast'
import { element } from './element.ts'

export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly Element[]
): Element {
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map((d) => element('th', { scope: 'col' }, d)))
    ),
    element('tbody', {}, ...rows)
  )
}

/** A row of texts under these heads; the first is its name. */
export function row(heads: readonly string[], texts: readonly string[], id?: string): Element {
  const [name = '', ...rest] = texts
  return element(
    'tr',
    { ...(id !== undefined && { id }) },
    element('th', { scope: 'row' }, name),
    ...rest.map((d, index) => element('td', { dataHead: heads[index + 1] ?? '' }, d))
  )
}
