// Where the first line of a block can stand: at the top of a page, or below what stands there already.
import type { Page, Part } from './fill-page.ts'
import type { GalleyBlock } from './galley.ts'
import { PAGES } from './taste.ts'

/** Where the first line of a block can stand. */
export interface Top {
  top: number
  cost: number
  due: number
  call: number
  before: Part | undefined
}

/** The space above its first line is kept at the top of a page only if the line has room below it. A heading that opens a
 * page may be sunk further. */
export function topsOfPage({ galley, frame, start }: Page): readonly Top[] {
  const { block, settings } = galley.blocks[start.block] as GalleyBlock // the text does not end before it
  const sums = settings[start.setting]?.heights
  const line = (sums?.[start.line + 1] ?? 0) - (sums?.[start.line] ?? 0)
  const topAt = (above: number, cost: number): Top => {
    return { top: above + block.repeated, cost, due: 0, call: 0, before: undefined }
  }
  const fits = (above: number) => above + block.repeated + line <= frame.depth
  if (start.line > 0 || block.aboveTop === 0 || !fits(block.aboveTop)) return [topAt(0, 0)]
  const sunk = block.elastic.map((d) => block.aboveTop + d).filter(fits)
  return [topAt(block.aboveTop, 0), ...sunk.map((d, i) => topAt(d, PAGES.sink * (i + 1)))]
}

/** Below each of the ways in which the blocks before can stand, with each extra space that it may have above. */
export function topsBelow(
  { galley, frame }: Page,
  at: number,
  parts: readonly Part[]
): readonly Top[] {
  const { above, elastic } = (galley.blocks[at] as GalleyBlock).block // within the text
  const last = galley.blocks[at - 1]?.block
  const tops: Top[] = []
  for (const before of parts) {
    let foot = before.foot + (last?.below ?? 0)
    if (last?.toGrid === true) foot = Math.ceil(foot / frame.leading) * frame.leading
    for (let i = 0; i <= elastic.length; i += 1) {
      const top = foot + above + (i === 0 ? 0 : (elastic[i - 1] ?? 0))
      const cost = before.cost + PAGES.elastic * i
      if (top < frame.depth) tops.push({ top, cost, due: before.due, call: before.call, before })
    }
  }
  return tops
}
