// Stacks: of folded sheets, of leaves; how they are cut, put together and glued.
import type { Grid } from '../slot.ts'
import { arrow, box, dashed, path, shape, thick } from './pen.ts'
import type { Drawing } from './pen.ts'

const MOST_PILES = 4

/** Fold lies upon fold. */
export const stacked: Drawing = () =>
  [12, 22, 32, 42]
    .map((y) => path([76, y], [24, y + 1], [22, y + 3], [24, y + 5], [76, y + 6]))
    .join('') + arrow([50, 60], [50, 58], [50, 51])

/** A block between boards, and a brush at its spine. */
export const glued: Drawing = () =>
  [
    box(24, 6, 54, 6),
    box(24, 46, 54, 6),
    ...[16, 22, 28, 34, 40].map((y) => path([24, y], [76, y])),
    thick(path([22, 13], [22, 45])),
    shape([20, 26], [4, 34], [2, 30])
  ].join('')

/** The stack with the lines along which it is cut. */
export function cutUp([columns, rows]: Grid): Drawing {
  const [width, height] = [60 / columns, 42 / rows]
  const upright = steps(columns).map((i) => path([20 + i * width, 5], [20 + i * width, 57]))
  const level = steps(rows).map((i) => path([16, 10 + i * height], [84, 10 + i * height]))
  return () => box(14, 4, 72, 54) + thick(dashed(...upright, ...level))
}

/** Piles in the order in which they are laid on each other; more than four are four. */
export function piled([columns, rows]: Grid): Drawing {
  const count = Math.min(columns * rows, MOST_PILES)
  const [step, wide] = [92 / count, 76 / count]
  return (type) => {
    const heaps = steps(count - 1).map((i) => {
      const x = 6 + i * step
      const leaves = [10, 13, 16].map((y) => box(x, y, wide, 3)).join('')
      const text = String(i + 1)
      return `${leaves}0 g ${type.show(text, x + (wide - type.widthOf(text, 8)) / 2, 24, 8)}`
    })
    const first = 6 + wide / 2
    return (
      heaps.join('') +
      (count > 1 ? arrow([first + step, 34], [first + step / 2, 48], [first, 34]) : '')
    )
  }
}

function steps(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, i) => i)
}
