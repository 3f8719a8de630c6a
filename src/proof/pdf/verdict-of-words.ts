// A proof against a PDF in, its line out: what can be said by the words alone. Of faults and sheets nothing is known, and of the
// same bytes only where the PDF is one of ours.
//
//     49 → 28 pages · 1 edit · 27 pages with no other words, 1 changed, 21 gone · by the words alone
import type { PageChange, Proof } from '../../proof.ts'

export function verdictOfWords({ edits, pages }: Pick<Proof, 'edits' | 'pages'>): string {
  const of = (wanted: PageChange['class']) => pages.filter((d) => d.class === wanted).length
  const [before, after] = [pages.length - of('new'), pages.length - of('gone')]
  const same = of('identical')
  if (edits.length === 0 && same === pages.length) return 'nothing changed'
  const classes = [
    ...(same > 0
      ? [`${count(same, 'page')} identical`, `${of('reflowed')} with no other words`]
      : [`${count(of('reflowed'), 'page')} with no other words`]),
    `${of('changed')} changed`,
    ...(of('new') > 0 ? [`${of('new')} new`] : []),
    ...(of('gone') > 0 ? [`${of('gone')} gone`] : [])
  ]
  return [
    `${before} → ${count(after, 'page')}`,
    count(edits.length, 'edit'),
    classes.join(', '),
    'by the words alone'
  ].join(' · ')
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}
