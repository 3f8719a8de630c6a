// The columns of the last page, which would be full but for the last of them, made equally deep: the text from there to
// its end is planned again in lower and lower frames, and the lowest in which nothing is out of order is taken.
import { bestPages, pagesOfWay } from './best-pages.ts'
import type { Way } from './best-pages.ts'
import type { Frame } from './block.ts'
import type { Galley } from './galley.ts'
import { newPageMemory, rememberPages } from './page-memory.ts'
import { PAGES } from './taste.ts'

/** The columns of a last page, and the frame they are set in. */
export interface Balanced {
  frame: Frame
  columns: readonly Way[]
}

/** Balanced columns for the last page of `ways`, which are those to each column of a text; undefined where they cannot
 * be more equal than they are, or have notes, which stand at the foot of the page. */
export function balanceColumns(
  galley: Galley,
  frame: Frame,
  ways: readonly Way[]
): Balanced | undefined {
  if (frame.columns === 1) return undefined
  const first = ways.length - 1 - ((ways.length - 1) % frame.columns)
  const start = ways[first]?.before?.start
  if (!start || start.note < galley.notes.length) return undefined
  for (let depth = frame.leading; depth < frame.depth; depth += frame.leading) {
    const low = { ...frame, depth }
    const fill = rememberPages(galley, low, newPageMemory())
    const [best] = bestPages(galley, low, fill, start)
    if (!best || best.cost >= PAGES.noteContinued) continue
    const columns = pagesOfWay(best)
    if (columns.length <= frame.columns) return { frame: low, columns }
  }
  return undefined
}
