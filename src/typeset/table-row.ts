// One row of a table as matter: its first line is the first line of every cell, its second the second, so that even a row
// longer than a page can go on.
import type { Setting } from '../composition.ts'
import type { Part } from '../design.ts'
import type { Matter } from './matter.ts'
import type { Cell } from './table-grid.ts'
import { TABLE } from './taste.ts'

/** A cell with its lines. */
export interface SetCell {
  cell: Cell
  matter: Matter
}

/** Cells beside each other. A row without words is one line high. */
export function tableRow(cells: readonly SetCell[], part: Part): Matter {
  const settings = cells.map((d) => d.matter.settings[0]).filter((d) => d !== undefined)
  const count = Math.max(1, ...settings.map((d) => d.heights.length))
  const padding = TABLE.above * part.leading
  const heights = Array.from({ length: count }, () => part.leading)
  heights[0] = part.leading + padding
  heights[count - 1] = (heights[count - 1] ?? 0) + padding
  const setting: Setting = {
    cost: 0,
    heights,
    calls: callsOf(settings),
    hyphens: heights.map(() => false),
    lines: () => settings.flatMap((d) => d.lines())
  }
  return {
    settings: [setting],
    draw: (slot) => {
      const drawn = cells.map(({ matter }) => {
        const own = matter.settings[0]?.heights.length ?? 0
        const to = Math.min(slot.to, own)
        if (slot.from >= to && own > 0) return { blocks: [], rules: [] }
        const tops = slot.tops
          .slice(0, to - slot.from)
          .map((top, index) => (slot.from + index === 0 ? top + padding : top))
        return matter.draw({ ...slot, setting: 0, to, tops })
      })
      return {
        blocks: drawn.flatMap((d) => d.blocks),
        rules: drawn.flatMap((d) => d.rules)
      }
    }
  }
}

/** Calls in the order in which they are read: cell after cell, each at its line. */
function callsOf(settings: readonly Setting[]): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, number[]>()
  for (const setting of settings)
    for (const [line, numbers] of setting.calls)
      calls.set(
        line,
        [...(calls.get(line) ?? []), ...numbers].toSorted((a, b) => a - b)
      )
  return calls
}
