// Makes pages of blocks: the best plan for each count of pages that is near the best, each page full to its foot and its
// notes below it. No page is made without regard to the others: the whole text is one optimum (Plass 1981; Mittelbach
// 2016, 2018). A text without blocks has one plan, of no pages.
import { balanceColumns } from './balance-columns.ts'
import { bestPages, costOfHyphen, endsInHyphen, pagesOfWay } from './best-pages.ts'
import type { Way } from './best-pages.ts'
import type { Block, Frame, NoteBlock, Plan, PlannedPage } from './block.ts'
import { fillPage } from './fill-page.ts'
import { readGalley } from './galley.ts'
import type { Galley } from './galley.ts'
import { newPageMemory, rememberPages } from './page-memory.ts'
import type { PageMemory } from './page-memory.ts'
import { placePage } from './place-page.ts'

export { newPageMemory } from './page-memory.ts'
export type { PageMemory } from './page-memory.ts'

/** The best plan for each count of pages that was reached, the cheapest first; at least one. With the memory of an
 * earlier run only the pages around what has changed are filled again; the plans are those of a run without it. */
export function planPages(
  blocks: readonly Block[],
  notes: ReadonlyMap<number, NoteBlock>,
  frame: Frame,
  memory: PageMemory = newPageMemory()
): readonly Plan[] {
  if (blocks.length === 0) return [{ pages: [], cost: 0 }]
  const galley = readGalley(blocks, notes, memory)
  const ways = bestPages(galley, frame, rememberPages(galley, frame, memory))
  const placed = new Map<Way, PlannedPage>()
  return ways.map((way) => planWay(galley, frame, pagesOfWay(way), placed))
}

/** The pages of one way; those that ways have in common are placed once. */
function planWay(
  galley: Galley,
  frame: Frame,
  ways: readonly Way[],
  placed: Map<Way, PlannedPage>
): Plan {
  const balanced = balanceColumns(galley, frame, ways)
  const full = ways.length - (balanced ? ((ways.length - 1) % frame.columns) + 1 : 0)
  const pages = [...ways.slice(0, full), ...(balanced?.columns ?? [])].map((way, i) => {
    const room = balanced && i >= full ? balanced.frame : frame
    const page = placed.get(way) ?? placeEnd(galley, room, way, i)
    placed.set(way, page)
    return page
  })
  return { pages, cost: (ways[full - 1]?.cost ?? 0) + (balanced?.columns.at(-1)?.cost ?? 0) }
}

function placeEnd(galley: Galley, frame: Frame, way: Way, page: number): PlannedPage {
  const { before, end, start } = way
  if (!before || !end) throw new Error('A way without a page')
  const found = fillPage(galley, frame, before.start).ends.find(
    ({ next, lineShort, last }) =>
      lineShort === end.lineShort &&
      last === end.last &&
      next.block === start.block &&
      next.setting === start.setting &&
      next.line === start.line &&
      next.note === start.note &&
      next.noteSetting === start.noteSetting &&
      next.noteLine === start.noteLine
  )
  if (!found) throw new Error('A page that is filled again has other ends')
  const hyphen = endsInHyphen(galley, before.start, start) ? costOfHyphen(frame, page) : 0
  return placePage(galley, frame, before.start, found, way.pageCost, hyphen)
}
