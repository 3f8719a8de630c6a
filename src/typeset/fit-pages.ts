// An edition to a number of pages (copyfitting): the arrangements that may be tried, in the order in which a printer would,
// until one comes out right; and what to say of it.
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'
import type { Arranged } from './arrange.ts'
import type { Plan } from './block.ts'
import { copyfit, fitsWanted } from './copyfit.ts'
import type { Arrangement, Fitting } from './copyfit.ts'
import type { Design } from '../design.ts'
import { countSheets } from './make-up.ts'
import { COPYFIT } from './taste.ts'

/** What is tried: lines more or less on a page, and tenths of a point more or less in the leading of notes. */
export interface Change {
  depth: number
  noteLeading: number
}

/** The arrangement that was taken, and the plan of each of its stretches. */
export interface Fitted {
  arranged: Arranged
  choice: readonly number[]
  /** What was done, for a person. */
  says: string
}

/**
 * @param want a multiple or a number of pages
 * @param arrangeWith makes an arrangement; the one without a change is the design's own
 */
export function fitPages(
  want: number,
  arrangeWith: (change: Change) => Arranged,
  file: VFile
): Fitted {
  const tried: { arranged: Arranged; arrangement: Arrangement }[] = []
  let fitting: Fitting | undefined
  for (const group of groupsOfChanges()) {
    for (const change of group) {
      const arranged = arrangeWith(change)
      tried.push({ arranged, arrangement: arrangementOf(arranged, change) })
    }
    fitting = copyfit(
      want,
      tried.map((d) => d.arrangement)
    )
    if (fitting.fits || !isNear(want, fitting, tried[0]?.arrangement)) break
  }
  const taken = tried[fitting?.arrangement ?? 0]
  if (!fitting || !taken) throw new Error('The arrangement without a change is always tried')
  if (!fitting.fits) tellMisfit(want, fitting, file)
  return {
    arranged: taken.arranged,
    choice: choiceOf(taken.arranged, fitting),
    says: sayings(fitting)
  }
}

/** Whether lines more or less on each page could come to a number of pages that is wanted. */
function isNear(want: number, { pages }: Fitting, own: Arrangement | undefined): boolean {
  const lines = own?.linesOfPage ?? 1
  // Each section may gain or lose a page, and its blank verso, on top of what the depth does.
  const sections = 2 * (own?.sections.length ?? 0)
  const reach = Math.ceil((pages * COPYFIT.depth) / Math.max(1, lines - COPYFIT.depth)) + sections
  return Array.from({ length: 2 * reach + 1 }, (_, d) => pages - reach + d).some((d) =>
    fitsWanted(want, d)
  )
}

/** Nothing, then the depth of the page, then the leading of notes. */
function groupsOfChanges(): Change[][] {
  const steps = Array.from({ length: COPYFIT.depth }, (_, index) => index + 1)
  const both = (most: readonly number[]) => most.flatMap((d) => [d, -d])
  return [
    [{ depth: 0, noteLeading: 0 }],
    both(steps).map((depth) => ({ depth, noteLeading: 0 })),
    both([COPYFIT.noteLeading]).flatMap((noteLeading) =>
      [0, ...both(steps)].map((depth) => ({ depth, noteLeading }))
    )
  ]
}

/** The design with a change: a line more is taken from the foot, and the folio there moves with it. */
export function changedDesign(design: Design, { depth, noteLeading }: Change): Design {
  const { note, text } = design.parts
  const parts = { ...design.parts, note: { ...note, leading: note.leading + noteLeading } }
  const more = depth * text.leading
  const changed = { ...design, parts, depth: design.depth + more }
  if (design.folioTop === undefined || design.folioTop < design.top) return changed
  const lowest = design.height - parts.folio.leading
  return { ...changed, folioTop: Math.min(design.folioTop + more, lowest) }
}

/** Only the text may be longer or shorter; what stands before and after it is as it is. */
function arrangementOf({ stretches, plans, setter }: Arranged, change: Change): Arrangement {
  const { design } = setter
  const { leading } = design.parts.text
  const text = stretches.flatMap((d, index) => (d.kind === 'text' ? [index] : []))
  const best = plans.map((d) => d[0]?.pages.length ?? 0)
  return {
    depthChange: change.depth,
    noteLeadingChange: change.noteLeading,
    linesOfPage: design.depth / leading,
    sections: text.map((index) => plans[index] ?? []),
    freeLines: (section, plan) =>
      freeLines(stretches[text[section] ?? 0]?.blocks ?? [], plan, design),
    pagesOf: (counts) =>
      countSheets(
        stretches,
        best.map((count, index) =>
          text.includes(index) ? (counts[text.indexOf(index)] ?? count) : count
        ),
        design.columns
      )
  }
}

/** Lines of text that the last page would still hold. */
function freeLines(
  blocks: Arranged['stretches'][number]['blocks'],
  { pages }: Plan,
  design: Design
): number {
  const page = pages.at(-1)
  const last = page?.blocks.at(-1)
  if (!page || !last) return 0
  const heights = blocks[last.block]?.matter.settings[last.setting]?.heights ?? []
  const bottom = heights.slice(last.from, last.to).reduce((sum, d) => sum + d, last.top)
  const floor = page.notes[0] ? page.notes[0].top - design.noteGap : design.depth
  return Math.max(0, Math.floor((floor - bottom) / design.parts.text.leading))
}

function choiceOf({ stretches }: Arranged, { plans }: Fitting): number[] {
  let section = 0
  return stretches.map((d) => (d.kind === 'text' ? (plans[section++] ?? 0) : 0))
}

function sayings({ depthChange, noteLeadingChange, loosened, freeLines: free }: Fitting): string {
  const signed = (d: number) => (d > 0 ? `${d} more` : `${-d} fewer`)
  const changes = [
    depthChange === 0 ? '' : `${signed(depthChange)} lines a page`,
    noteLeadingChange === 0 ? '' : `note leading ${noteLeadingChange / 10} pt`,
    loosened.length === 0
      ? ''
      : `${loosened.map((d) => signed(d.pages)).join(', ')} pages by looseness`
  ].filter(Boolean)
  return [...changes, `${free} lines free at the end`].join(', ')
}

function tellMisfit(want: number, { pages, cut, add }: Fitting, file: VFile): void {
  const wanted = want > COPYFIT.multiples ? `${want}` : `a multiple of ${want}`
  const ways = [
    cut === undefined ? '' : `cut about ${cut} lines`,
    add === undefined ? '' : `add about ${add} lines`
  ].filter(Boolean)
  const row = String(file)
    .split('\n')
    .findIndex((d) => d.startsWith('fit:'))
  const place = { line: Math.max(row, 0) + 1, column: 1 }
  const reason = `Unexpected ${pages} pages, expected ${wanted}: ${ways.join(' or ')}`
  queryAt(file, place, 'copyfit', reason)
}
