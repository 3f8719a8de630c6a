// Sheets that are nested, folded, stapled, sewn and trimmed.
import { circle } from '../marks/register.ts'
import { arrow, box, dashed, path, shape, thick } from './pen.ts'
import type { Drawing } from './pen.ts'

const MOST_SHEETS = 6

/** A sheet over the ridge, seen from its foot. */
function roof(up: number): string {
  return path([8, 12 + up], [50, 34 + up], [92, 12 + up])
}

/** Sheets lie on each other; more than six are six. */
export function nested(sheets: number): Drawing {
  const roofs = Array.from({ length: Math.min(sheets, MOST_SHEETS) }, (_, i) => roof(i * 4))
  return () => roofs.join('') + arrow([92, 58], [90, 46], [80, 42])
}

/** One half goes over to the other. */
export const folded: Drawing = () =>
  [
    shape([14, 8], [50, 8], [62, 50], [26, 50]),
    shape([50, 8], [72, 20], [84, 56], [62, 50]),
    dashed(path([50, 8], [86, 8], [98, 50], [62, 50])),
    arrow([90, 16], [84, 40], [66, 34])
  ].join('')

/** A staple comes down upon the ridge. */
export const stapled: Drawing = () =>
  [
    ...[0, 4, 8].map(roof),
    thick(path([46, 40], [46, 50], [54, 50], [54, 40])),
    arrow([66, 58], [58, 58], [56, 51])
  ].join('')

/** Thread along three folds that lie on each other. */
export const sewn: Drawing = () =>
  [
    ...[10, 18, 26].map((y) => path([14, y], [86, y])),
    ...[30, 50, 70].map((x) => `${circle(x, 26, 1.2)}\n`),
    thick(path([30, 10], [30, 26], [70, 26], [70, 10])),
    path([50, 26], [56, 40], [74, 52], [86, 57])
  ].join('')

/** A knife goes down along the fore-edge. */
export const trimmed: Drawing = () =>
  [
    box(22, 6, 44, 50),
    path([24, 4], [68, 4], [68, 54]),
    thick(dashed(path([61, 0], [61, 60]))),
    thick(shape([61, 22], [74, 36], [78, 33]))
  ].join('')
