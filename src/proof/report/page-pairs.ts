// The pages, old and new beside each other in the order of the new ones; those that are as they were stand together as
// small pictures, the one that is asked for as large as the others.
import type { Element } from 'hast'
import { pageNames } from '../page-names.ts'
import type { PageNames } from '../page-names.ts'
import type { ProofQuery } from '../proof-query.ts'
import type { PageChange, Proof, ProofedEdit } from '../../proof.ts'
import { element } from './element.ts'
import { anchorOf, CLASSES, nameOf } from './page-map.ts'
import { pageSide } from './page-side.ts'
import type { PagesOfSide } from './page-side.ts'

/** The pages of both sides; of an old PDF there are none. */
export interface PagesOfProof {
  old?: PagesOfSide
  new: PagesOfSide
}

export function pagePairs(
  proof: Proof,
  queries: readonly ProofQuery[],
  pages: PagesOfProof
): Element[] {
  const work = { edits: proof.edits, queries, names: pageNames(proof), pages }
  const rows: Element[] = []
  let run: PageChange[] = []
  const endRun = () => {
    if (run.length > 0) rows.push(sameRun(run, work))
    run = []
  }
  for (const page of proof.pages) {
    if (page.class === 'identical') run.push(page)
    else {
      endRun()
      rows.push(pair(page, work))
    }
  }
  endRun()
  return rows
}

/** What the rows have in common. */
interface Work {
  edits: readonly ProofedEdit[]
  queries: readonly ProofQuery[]
  names: PageNames
  pages: PagesOfProof
}

function pair(page: PageChange, { edits, queries, names, pages }: Work): Element {
  const id = anchorOf(page)
  const { old, new: now } = page
  const before = old === undefined ? '' : names.old(old)
  const after = now === undefined ? '' : names.new(now)
  return element(
    'section',
    { className: ['pair', page.class], id, ariaLabelledBy: [`${id}-name`], tabIndex: -1 },
    element('h3', { id: `${id}-name` }, heading(page)),
    element('div', { className: ['sides'] }, [
      pageSide('old', old, before, pages.old, { edits, queries, side: 'old' }),
      pageSide('new', now, after, pages.new, { edits, queries, side: 'new' })
    ])
  )
}

function heading(page: PageChange): (Element | string)[] {
  const [letter, said] = CLASSES[page.class]
  const by = page.edits.map((d, index) => [
    index === 0 ? (page.edits.length === 1 ? ' by edit ' : ' by edits ') : ', ',
    element('a', { href: `#edit-${d}` }, String(d))
  ])
  return [
    element('b', { className: [page.class], ariaHidden: 'true' }, letter),
    ` Page ${nameOf(page)}: ${said}`,
    ...by.flat(),
    page.approved ? ', approved' : ''
  ]
}

function sameRun(run: readonly PageChange[], { queries, pages }: Work): Element {
  const [first, last] = [run[0], run.at(-1)]
  const span = first && last ? [...new Set([nameOf(first), nameOf(last)])].join('–') : ''
  const id = first ? `same-${anchorOf(first)}` : ''
  return element(
    'section',
    { className: ['same'], ariaLabelledBy: [id] },
    element('h3', { id }, [
      element('b', { className: ['identical'], ariaHidden: 'true' }, 'I'),
      ` ${run.length === 1 ? 'Page' : 'Pages'} ${span}: identical`
    ]),
    element(
      'div',
      { className: ['small'] },
      ...run.map((page) =>
        element(
          'a',
          {
            id: anchorOf(page),
            href: `#${anchorOf(page)}`,
            ariaLabel: `Page ${nameOf(page)}, larger`
          },
          pageSide('alone', page.new, nameOf(page), pages.new, { edits: [], queries, side: 'new' })
        )
      )
    )
  )
}
