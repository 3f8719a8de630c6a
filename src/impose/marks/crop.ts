// Where to cut: hairlines outside the trim. The fore-edge of an inner sheet is cut as much nearer to the fold as its pages
// were moved. A zine is cut open along its middle, between the pages.
import { hairlines, levels, line, trimmed, uprights } from './frame.ts'
import type { Frame } from './frame.ts'

export function crop(frame: Frame): string {
  const { cell, grid, height, layout, width } = frame.plan
  const { bottom, left, right, top } = trimmed(frame)
  if (layout === 'zine8')
    return hairlines([line(width / 4, height / 2, (3 * width) / 4, height / 2)])
  const [columns, rows] = grid
  const isCut = layout === 'nup'
  const across = isCut ? steps(left, cell.width, columns) : [left, right]
  const upwards = isCut ? steps(bottom, cell.height, rows) : [bottom, top]
  return hairlines([...uprights(frame, across), ...levels(frame, upwards)])
}

function steps(from: number, step: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => from + i * step)
}
