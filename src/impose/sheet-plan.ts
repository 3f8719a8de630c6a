// The size of a page, a layout and a paper in, how the places stand on a side out: across or upright, at which scale,
// where. Two A5 pages stand on A4 across, at full size.
import { PAPERS } from './job.ts'
import type { Edge, Job, Layout, Paper } from './job.ts'
import type { Grid } from './slot.ts'

/** Width and height in points. */
export interface Size {
  width: number
  height: number
}

/** How the places of a side stand on the paper. Lengths in points, from the lower left corner. */
export interface SheetPlan extends Size {
  paper: Paper
  layout: Layout
  grid: Grid
  /** Size of a place; places lie close to each other in the middle of the paper. */
  cell: Size
  /** 1 is full size. */
  scale: number
  /** A page after scaling. */
  page: Size
  /** Lower left corner of the places. */
  left: number
  bottom: number
  /** Edge about which the printer turns the sheet. */
  flip: Edge
  /** The printer turns the sheet head over heels, and not like a leaf of a book. */
  upsideDown: boolean
}

const POINTS_PER_MM = 72 / 25.4
/** Roundings of a millimetre are not a reason to scale, in points. */
const TOLERANCE = 0.75
/** Half letter and letter, shorter and longer side in millimetres. */
const AMERICAN = [
  [139.7, 215.9],
  [215.9, 279.4]
] as const
/** Demy octavo, which is British, comes as near as a millimetre and a half. */
const NEAR = 0.6

/** The paper that pages of a size are printed on at home. */
export function usualPaper({ width, height }: Size): Paper {
  const sides = [width, height].map((d) => d / POINTS_PER_MM).toSorted((a, b) => a - b)
  const isAmerican = AMERICAN.some((known) =>
    known.every((d, i) => Math.abs(d - (sides[i] ?? 0)) < NEAR)
  )
  return isAmerican ? 'letter' : 'a4'
}

/** The better way to print pages of a size on a paper; across when both are as good. */
export function planSheet(
  page: Size,
  { layout, sheet = usualPaper(page), flip }: Pick<Job, 'layout' | 'sheet' | 'flip'>
): SheetPlan {
  const [short, long] = PAPERS[sheet].map((d) => d * POINTS_PER_MM) as [number, number] // two in, two out
  const across = place(page, layout, { width: long, height: short })
  const upright = place(page, layout, { width: short, height: long })
  const isUpright =
    upright.scale > across.scale || (upright.scale === across.scale && more(upright, across))
  // Turned about its short edge, a sheet that lies across is turned like a leaf.
  const [best, leaf]: [Placed, Edge] = isUpright ? [upright, 'long'] : [across, 'short']
  return {
    ...best,
    paper: sheet,
    layout,
    flip: flip ?? leaf,
    upsideDown: flip !== undefined && flip !== leaf
  }
}

type Placed = Omit<SheetPlan, 'paper' | 'layout' | 'flip' | 'upsideDown'>

function more(one: Placed, other: Placed): boolean {
  return one.grid[0] * one.grid[1] > other.grid[0] * other.grid[1]
}

function place(page: Size, layout: Layout, paper: Size): Placed {
  const grid = gridOf(page, layout, paper)
  const [columns, rows] = grid
  const fits =
    page.width * columns <= paper.width + TOLERANCE &&
    page.height * rows <= paper.height + TOLERANCE
  const [most, highest] = [paper.width / columns, paper.height / rows]
  const scale = fits ? 1 : Math.min(most / page.width, highest / page.height)
  const scaled = { width: page.width * scale, height: page.height * scale }
  // A zine is folded by halves of the paper, so its places fill it.
  const cell = layout === 'zine8' ? { width: most, height: highest } : scaled
  const left = (paper.width - cell.width * columns) / 2
  const bottom = (paper.height - cell.height * rows) / 2
  return { ...paper, grid, cell, scale, page: scaled, left, bottom }
}

/** As many places as the paper has room for at full size, one at least, where the layout does not say. */
function gridOf(page: Size, layout: Layout, paper: Size): Grid {
  if (layout === 'zine8') return [4, 2]
  if (layout !== 'nup') return [2, 1]
  const columns = Math.floor((paper.width + TOLERANCE) / page.width)
  const rows = Math.floor((paper.height + TOLERANCE) / page.height)
  return [Math.max(columns, 1), Math.max(rows, 1)]
}
