// Where to fold: dashes above and below the trim. A zine has its folds on the sheet itself, between the pages.
import { hairlines, line, uprights } from './frame.ts'
import type { Frame } from './frame.ts'

const DASHES = '3 2'

export function fold(frame: Frame): string {
  const { height, layout, width } = frame.plan
  if (layout === 'nup') return ''
  if (layout !== 'zine8') return hairlines(uprights(frame, [width / 2]), DASHES)
  const quarter = width / 4
  const middle = height / 2
  const lines = [
    ...[1, 2, 3].map((d) => line(d * quarter, 0, d * quarter, height)),
    line(0, middle, quarter, middle),
    line(3 * quarter, middle, width, middle)
  ]
  return hairlines(lines, DASHES)
}
