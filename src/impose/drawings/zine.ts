// A sheet that becomes a zine: creased, cut open, pushed together, closed.
import { arrow, box, dashed, path, shape, thick } from './pen.ts'
import type { Drawing } from './pen.ts'

const SHEET = box(10, 6, 80, 48)
const ACROSS = [30, 50, 70].map((x) => path([x, 6], [x, 54])).join('')

export const creased: Drawing = () => SHEET + dashed(ACROSS, path([10, 30], [90, 30]))

/** Scissors have come to the end of the cut. */
export const slit: Drawing = () =>
  [
    SHEET,
    dashed(ACROSS, path([10, 30], [30, 30]), path([70, 30], [90, 30])),
    thick(path([30, 30], [70, 30])),
    shape([70, 30], [86, 38], [88, 35]),
    shape([70, 30], [86, 22], [88, 25])
  ].join('')

/** From above: four arms. */
export const pushed: Drawing = () =>
  [
    shape(
      [20, 30],
      [44, 32],
      [48, 50],
      [52, 50],
      [56, 32],
      [80, 30],
      [56, 28],
      [52, 10],
      [48, 10],
      [44, 28]
    ),
    arrow([4, 30], [8, 30], [17, 30]),
    arrow([96, 30], [92, 30], [83, 30])
  ].join('')

export const closed: Drawing = (type) =>
  [
    box(32, 8, 36, 50),
    path([34, 6], [70, 6], [70, 56]),
    path([36, 4], [72, 4], [72, 54]),
    `0 g ${type.show('1', 47, 26, 18)}`
  ].join('')
