// A strip of all pages, each with its class as letter, shape and colour: a click leads to the page.
import type { Element } from 'hast'
import type { PageChange, Proof } from '../../proof.ts'
import { sayUnseen } from '../say-unseen.ts'
import { element } from './element.ts'

/** What a class is called, and the letter that stands for it. */
export const CLASSES: Readonly<
  Record<PageChange['class'], readonly [letter: string, said: string]>
> = {
  changed: ['C', 'changed'],
  reflowed: ['R', 'only reflowed'],
  identical: ['I', 'identical'],
  new: ['N', 'new'],
  gone: ['G', 'gone']
}

export function pageMap({ pages }: Proof): Element {
  const cells = pages.map((page) => element('li', {}, cell(page)))
  return element('nav', { className: ['map'], ariaLabel: 'Map of the pages' }, [
    element('ol', {}, ...cells),
    element('p', { className: ['legend'] }, ...legend(pages))
  ])
}

function cell(page: PageChange): Element {
  const [letter, said] = CLASSES[page.class]
  const name = nameOf(page)
  const approved = page.approved ? ', approved' : ''
  const by =
    page.edits.length > 0
      ? `, edit${page.edits.length === 1 ? '' : 's'} ${page.edits.join(', ')}`
      : ''
  return element(
    'a',
    {
      href: `#${anchorOf(page)}`,
      className: [page.class, ...(page.approved ? ['approved'] : [])],
      dataEdits: page.edits.join(' '),
      title: sayUnseen(`Page ${name}: ${said}${by}${approved}`),
      ariaLabel: sayUnseen(`Page ${name}: ${said}${by}${approved}`)
    },
    element('b', { ariaHidden: 'true' }, letter),
    element('span', { ariaHidden: 'true' }, name)
  )
}

/** How many there are of each class. */
function legend(pages: readonly PageChange[]): Element[] {
  const classes = Object.keys(CLASSES) as PageChange['class'][] // the keys of the record
  return classes.flatMap((name) => {
    const many = pages.filter((d) => d.class === name).length
    if (many === 0) return []
    const [letter, said] = CLASSES[name]
    return element(
      'span',
      {},
      element('b', { className: [name], ariaHidden: 'true' }, letter),
      ` ${many} ${said}`
    )
  })
}

/** As the new page is called, or the old one where it is gone. */
export function nameOf({ old, new: now, oldLabel, newLabel }: PageChange): string {
  if (now !== undefined) return newLabel || `[${now}]`
  return oldLabel || `[${old ?? ''}]`
}

/** Where it stands in the report. */
export function anchorOf({ old, new: now }: PageChange): string {
  return now === undefined ? `old-page-${old ?? ''}` : `page-${now}`
}
