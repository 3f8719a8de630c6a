// Tables that no page can hold so that anyone could read them: they stop the build, with their line and the way out.
import type { Matter } from './matter.ts'
import type { SetCell } from './table-row.ts'
import { TABLE } from './taste.ts'
import type { Setter } from './text-block.ts'

const MM = 720 / 25.4

/** Stop at a table whose words have been given columns in which hardly a syllable has room. */
export function refuseNarrow(
  widths: readonly number[],
  needs: readonly number[],
  size: number,
  line: number,
  setter: Setter
): void {
  const least = TABLE.narrowest * size
  if (!widths.some((width, index) => width < Math.min(least, needs[index] ?? 0) - 1)) return
  const { measure } = setter.design
  const room = `a measure of ${Math.round(measure / MM)} mm`
  setter.stop(
    line,
    'table-width',
    `Unexpected table of ${widths.length} columns on ${room}, expected columns in which words have room: divide the table, or choose a larger \`trim\``
  )
}

/** Whether a row is higher than a page, and goes on; it can be read only if no words stand behind those that go on. */
export function isDivided(
  matter: Matter,
  cells: readonly SetCell[],
  head: number,
  line: number,
  setter: Setter
): boolean {
  const heights = matter.settings[0]?.heights ?? []
  const height = heights.reduce((total, d) => total + d, 0)
  if (height + head <= setter.design.depth) return false
  const counts = cells.map((d) => d.matter.settings[0]?.heights.length ?? 0)
  const before = counts.slice(
    0,
    counts.findLastIndex((d) => d > 0)
  )
  if (before.every((d) => d <= 2)) return true
  return setter.stop(
    line,
    'table-row',
    `Unexpected row of ${heights.length} lines, higher than its page, expected rows that fit: divide the row, or choose a larger \`trim\``
  )
}
