// An edition arranged at the depth of page at which it has the fewest faults. Where a few pages cannot be filled, because
// their paragraphs can be set in one way only, every page of the text becomes a line shallower, or two, and the text turns
// over elsewhere; so does a printer who may choose his depth but not his author's words.
import type { Arranged } from './arrange.ts'
import type { Change } from './fit-pages.ts'
import { costOf, faultsOf } from './plan-stretches.ts'
import { COPYFIT, PAGES } from './taste.ts'

/** @param arrangeWith makes an arrangement; the one without a change is the design's own */
export function bestDepth(arrangeWith: (change: Change) => Arranged): Arranged {
  const own = arrangeWith({ depth: 0, noteLeading: 0 })
  const { depth, parts } = own.setter.design
  const most = Math.floor(depth / parts.text.leading / PAGES.linesForOne)
  const faults = faultsOf(own.plans)
  if (faults === 0 || faults > PAGES.faults) return own
  let best = own
  let least = costOf(own.plans)
  for (const lines of PAGES.shallower.filter((d) => d <= most)) {
    const arranged = arrangeWith({ depth: -lines, noteLeading: 0 })
    const cost = costOf(arranged.plans) + COPYFIT.line * lines
    if (faultsOf(arranged.plans) < faults && cost < least) [best, least] = [arranged, cost]
  }
  return best
}
