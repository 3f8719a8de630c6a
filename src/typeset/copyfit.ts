// Brings an edition to a number of pages, as a printer does who has paper for 32 and not for 33: first by the plans that
// are one page longer or shorter at the same depth, then by a line more or less on every page, then by the leading of
// the notes; never by squeezing that can be seen. What cannot be fitted is told in lines to cut or to add.
import type { Plan } from './block.ts'
import { COPYFIT, PAGES } from './taste.ts'

/** The edition planned in one way. */
export interface Arrangement {
  /** Lines more or less on a page than the design's. */
  depthChange: number
  /** Tenths of a point more or less in the leading of the notes. */
  noteLeadingChange: number
  /** Lines of text that a page holds. */
  linesOfPage: number
  /** The plans of each section, as `planPages` gives them. */
  sections: readonly (readonly Plan[])[]
  /** Lines that are free on the last page of the section, for a plan of it. */
  freeLines: (section: number, plan: Plan) => number
  /** Pages of the whole edition for these counts of pages of its sections: front matter and blank versos are in it. */
  pagesOf: (counts: readonly number[]) => number
}

/** What copyfitting came to. */
export interface Fitting {
  /** Index of the arrangement, and of the plan that is taken of each section. */
  arrangement: number
  plans: readonly number[]
  pages: number
  fits: boolean
  /** What was changed from the design's best. */
  depthChange: number
  noteLeadingChange: number
  /** Sections that are set longer or shorter than is best, with the pages that they gain or lose. */
  loosened: readonly { section: number; pages: number }[]
  /** Lines that are free on the last page of the last section. */
  freeLines: number
  /** Where it does not fit: about how many lines would have to be cut to reach the nearest number below, or added to
   * reach the nearest above; undefined where there is none. */
  cut: number | undefined
  add: number | undefined
}

/** A choice of plans that comes to a number of pages. */
interface Choice {
  plans: readonly number[]
  counts: readonly number[]
  cost: number
}

/** The cheapest way to come to a multiple of `want` pages, or to exactly `want` if that is more than eight. Without one
 * that fits, the first arrangement is kept at its best. `candidates` begin with the design's own. */
export function copyfit(want: number, candidates: readonly Arrangement[]): Fitting {
  const [own] = candidates
  if (!own) throw new RangeError('Unexpected copyfit without an arrangement')
  let best: { arrangement: number; choice: Choice; cost: number } | undefined
  for (const [arrangement, candidate] of candidates.entries()) {
    if (isTooFar(candidate)) continue
    const choice = cheapest(candidate, (pages) => fitsWanted(want, pages))
    if (!choice) continue
    const cost = choice.cost + costOfChange(candidate)
    if (best === undefined || cost < best.cost) best = { arrangement, choice, cost }
  }
  if (best) return fittingOf(candidates, best.arrangement, best.choice, want, true)
  const choice = {
    plans: own.sections.map(() => 0),
    counts: own.sections.map(countOfBest),
    cost: 0
  }
  return fittingOf(candidates, 0, choice, want, false)
}

/** Whether a count of pages is what was asked for. */
export function fitsWanted(want: number, pages: number): boolean {
  return want > COPYFIT.multiples ? pages === want : pages % Math.max(1, want) === 0
}

/** Whether a reader would see the change. */
const isTooFar = ({ depthChange, noteLeadingChange }: Arrangement): boolean =>
  Math.abs(depthChange) > COPYFIT.depth || Math.abs(noteLeadingChange) > COPYFIT.noteLeading

const countOfBest = (plans: readonly Plan[]): number => plans[0]?.pages.length ?? 0

function costOfChange({ depthChange, noteLeadingChange, sections }: Arrangement): number {
  const lines = COPYFIT.line * Math.abs(depthChange)
  const leading = COPYFIT.tenth * Math.abs(noteLeadingChange)
  const best = sections.reduce((sum, plans) => sum + (plans[0]?.cost ?? 0), 0)
  return lines + leading + best
}

/** The cheapest plans of all sections whose pages are as wanted. Sections are joined one by one; of all choices with the
 * same counts but for the last few only the cheapest goes on, so that 40 sections of 4 plans are soon looked through. */
function cheapest(own: Arrangement, wanted: (pages: number) => boolean): Choice | undefined {
  let choices: readonly Choice[] = [{ plans: [], counts: [], cost: 0 }]
  for (const [section, plans] of own.sections.entries()) {
    const usable = usablePlans(plans)
    const next = new Map<string, Choice>()
    for (const choice of choices) {
      for (const plan of usable) {
        const counts = [...choice.counts, plans[plan]?.pages.length ?? 0]
        const more = (plans[plan]?.cost ?? 0) - (plans[0]?.cost ?? 0)
        const made = { plans: [...choice.plans, plan], counts, cost: choice.cost + more }
        const rest = own.sections.slice(section + 1).map(countOfBest)
        const key = `${own.pagesOf([...counts, ...rest])} ${counts.reduce((a, b) => a + b, 0)}`
        const same = next.get(key)
        if (same === undefined || made.cost < same.cost) next.set(key, made)
      }
    }
    choices = [...next.values()]
  }
  const fitting = choices.filter((d) => wanted(own.pagesOf(d.counts)))
  return fitting.toSorted((a, b) => a.cost - b.cost)[0]
}

/** Plans that a reader would not tell from the best: none with more faults, none much looser. */
function usablePlans(plans: readonly Plan[]): readonly number[] {
  const best = plans[0]?.cost ?? 0
  return plans.flatMap(({ cost, pages }, i) => {
    const limit = Math.min(COPYFIT.looseness * pages.length, PAGES.noteContinued)
    return i === 0 || cost - best <= limit ? [i] : []
  })
}

function fittingOf(
  candidates: readonly Arrangement[],
  arrangement: number,
  choice: Choice,
  want: number,
  fits: boolean
): Fitting {
  const own = candidates[arrangement] as Arrangement // one of those given
  const pages = own.pagesOf(choice.counts)
  const last = own.sections.length - 1
  const plan = own.sections[last]?.[choice.plans[last] ?? 0]
  const freeLines = plan ? own.freeLines(last, plan) : 0
  const loosened = choice.counts.flatMap((count, section) => {
    const more = count - countOfBest(own.sections[section] ?? [])
    return more === 0 ? [] : [{ section, pages: more }]
  })
  const { depthChange, noteLeadingChange, linesOfPage } = own
  const below = fits ? undefined : nearest(want, pages, -1)
  const above = fits ? undefined : nearest(want, pages, 1)
  const cut = below === undefined ? undefined : (pages - below) * linesOfPage - freeLines
  const add = above === undefined ? undefined : (above - pages - 1) * linesOfPage + freeLines + 1
  const changed = { depthChange, noteLeadingChange, loosened }
  return { arrangement, plans: choice.plans, pages, fits, ...changed, freeLines, cut, add }
}

/** The nearest count of pages that is wanted, below or above. */
function nearest(want: number, pages: number, step: 1 | -1): number | undefined {
  if (want > COPYFIT.multiples) return (want - pages) * step > 0 ? want : undefined
  const unit = Math.max(1, want)
  const found = step < 0 ? Math.floor(pages / unit) * unit : Math.ceil(pages / unit) * unit
  return found > 0 && found !== pages ? found : undefined
}
