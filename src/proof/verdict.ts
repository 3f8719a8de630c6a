// A proof in, its line out: `24 → 24 pages, 6 sheets · 3 edits · 14 pages identical, 7 only reflowed, 3 changed · 0 new faults ·
// reprint sheets 2 and 3`.
import type { PageChange, Proof } from '../proof.ts'

/** What a proof comes to, in one line; `nothing changed` where nothing did. */
export function verdict(proof: Omit<Proof, 'verdict'>): string {
  const { edits, pages, faults, sheets } = proof
  const of = (wanted: PageChange['class']) => pages.filter((d) => d.class === wanted).length
  const all = of('identical') === pages.length
  if (edits.length === 0 && all && faults.length === 0) return 'nothing changed'
  const [before, after] = [pages.length - of('new'), pages.length - of('gone')]
  const paper = sheets.old === sheets.new ? '' : `${sheets.old} → `
  const classes = [
    `${count(of('identical'), 'page')} identical`,
    `${of('reflowed')} only reflowed`,
    `${of('changed')} changed`,
    ...(of('new') > 0 ? [`${of('new')} new`] : []),
    ...(of('gone') > 0 ? [`${of('gone')} gone`] : [])
  ]
  return [
    `${before} → ${count(after, 'page')}, ${paper}${count(sheets.new, 'sheet')}`,
    count(edits.length, 'edit'),
    classes.join(', '),
    count(faults.length, 'new fault'),
    reprints(sheets.reprint)
  ].join(' · ')
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

function reprints(sheets: readonly number[]): string {
  const [first, ...more] = sheets
  if (first === undefined) return 'no sheet to reprint'
  if (more.length === 0) return `reprint sheet ${first}`
  return `reprint sheets ${sheets.slice(0, -1).join(', ')} and ${sheets.at(-1)}`
}
