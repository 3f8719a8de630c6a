// The pages of all stretches, planned for one gap between text and notes: how much of a page is left over goes by the
// quarters of a line that its notes take, and the gap decides which rests it can take up. So a text is planned with the
// design's gap and, where that leaves something to be told, with a little more, and the cheapest is taken for all of it.
import type { Block, Frame, NoteBlock, Plan } from './block.ts'
import { planPages } from './pages.ts'
import type { PageMemory } from './pages.ts'
import { PAGES } from './taste.ts'

/** The plans of each stretch, the cheapest first, all with one gap. */
export type Plans = readonly (readonly Plan[])[]

/** Plans, and the frame with the gap that they were made with. */
export interface Planned {
  plans: Plans
  frame: Frame
}

export function planStretches(
  stretches: readonly (readonly Block[])[],
  notes: ReadonlyMap<number, NoteBlock>,
  frame: Frame,
  memory: PageMemory
): Planned {
  let best: Planned = { plans: [], frame }
  let least = Infinity
  for (const [index, more] of PAGES.gaps.entries()) {
    const wider = { ...frame, noteGap: frame.noteGap + more * frame.leading }
    const plans = stretches.map((d) => planPages(d, notes, wider, memory))
    const cost = costOf(plans) + index * PAGES.gap
    if (cost < least) [best, least] = [{ plans, frame: wider }, cost]
    if (notes.size === 0 || faultsOf(plans) === 0) break
  }
  return best
}

/** What the best plans cost. */
export const costOf = (plans: Plans): number =>
  plans.reduce((sum, [best]) => sum + (best?.cost ?? 0), 0)

/** How many faults the best plans have. */
export function faultsOf(plans: Plans): number {
  const findings = plans.flatMap(([best]) => best?.pages.flatMap((d) => d.findings) ?? [])
  return findings.filter((d) => d.cost >= PAGES.fault).length
}
