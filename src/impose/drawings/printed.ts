// A sheet of this very booklet as it is printed: its front, its back, and the numbers of the pages on them.
import { number } from '../marks/frame.ts'
import type { SheetPlan } from '../sheet-plan.ts'
import type { Slot } from '../slot.ts'
import type { SmallType } from '../../pdf/small-type.ts'
import { arrow, box, dashed, path } from './pen.ts'
import type { Drawing } from './pen.ts'

const HIGHEST = 46
const FOOT = 6

/** Front and back beside each other, or a front alone. */
export function printed(plan: SheetPlan, front: readonly Slot[], back: readonly Slot[]): Drawing {
  const isPair = back.length > 0
  const width = Math.min(isPair ? 44 : 64, (HIGHEST * plan.width) / plan.height)
  const top = FOOT + (width * plan.height) / plan.width
  if (!isPair) return (type) => side(type, plan, front, (100 - width) / 2, width)
  const x = (48 - width) / 2
  const turn =
    plan.width > plan.height
      ? arrow([30, top + 3], [50, top + 12], [70, top + 3])
      : arrow([44, 30], [50, 36], [56, 30])
  return (type) => side(type, plan, front, x, width) + side(type, plan, back, x + 52, width) + turn
}

function side(
  type: SmallType,
  plan: SheetPlan,
  slots: readonly Slot[],
  x: number,
  width: number
): string {
  const height = (width * plan.height) / plan.width
  const [columns, rows] = plan.grid
  const [across, down] = [width / columns, height / rows]
  const size = Number(number(Math.min(across, down) / 2.2))
  const numbers = slots.map(({ page, place: [column, row], turn }) => {
    const text = page === undefined ? '–' : String(page)
    const sign = turn === 180 ? -1 : 1
    const left = x + (column + 0.5) * across - (sign * type.widthOf(text, size)) / 2
    const low = FOOT + (rows - row - 0.5) * down - sign * size * 0.33
    return `q ${sign} 0 0 ${sign} ${number(left)} ${number(low)} cm ${type.show(text, 0, 0, size)}Q\n`
  })
  const upright = steps(columns, x, across).map((d) => path([d, FOOT], [d, FOOT + height]))
  const level = steps(rows, FOOT, down).map((d) => path([x, d], [x + width, d]))
  return `${box(x, FOOT, width, height)}${dashed(...upright, ...level)}0 g ${numbers.join('')}`
}

/** Between the first and the last place. */
function steps(count: number, from: number, step: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => from + (i + 1) * step)
}
