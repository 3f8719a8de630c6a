// Two compositions in, what is wrong with the second and was not with the first out: by its findings, and by what is read
// off the lines here once more, so that nobody need believe the typesetting.
import type { ComposedPage, Composition } from '../../src/composition.ts'

const LADDER = 3

export function newFaults(before: Composition, after: Composition): string[] {
  const faultsOf = (d: Composition) => [
    ...d.findings.map((f) => `${f.rule} on page ${f.page}`),
    ...d.pages.flatMap((page) => [...ladders(page), ...shortFoot(page, d)])
  ]
  const known = faultsOf(before)
  return faultsOf(after).filter((d) => {
    const at = known.indexOf(d)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

function ladders({ blocks, notes, number }: ComposedPage): string[] {
  return [...blocks, ...notes.flatMap((d) => d.blocks)].flatMap(({ lines }) => {
    let row = 0
    return lines.flatMap(({ line }) => {
      row = line.end === 'soft' || line.end === 'hard' ? row + 1 : 0
      return row === LADDER ? [`ladder on page ${number}`] : []
    })
  })
}

/** A page of text whose last line stands higher than that of the fullest. */
function shortFoot(page: ComposedPage, { pages }: Composition): string[] {
  const deepest = Math.max(...pages.filter((d) => d.kind === 'text').map(footOf))
  const isLast = pages[page.number]?.kind !== 'text' || startsSection(pages[page.number])
  return page.kind === 'text' && !isLast && footOf(page) < deepest - 1
    ? [`foot ${Math.round(deepest - footOf(page))} higher on page ${page.number}`]
    : []
}

function startsSection(page: ComposedPage | undefined): boolean {
  return page?.blocks[0]?.element.tagName === 'h2'
}

function footOf({ blocks, notes }: ComposedPage): number {
  const feet = [...blocks, ...notes.flatMap((d) => d.blocks)].flatMap((d) =>
    d.lines.map((line) => line.top + line.leading)
  )
  return Math.max(0, ...feet)
}
