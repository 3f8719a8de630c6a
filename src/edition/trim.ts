// The trim of an edition: its name, or width and height, in; millimetres out. From A7 to A4, or letter.
import { nearest } from '../nearest.ts'
import type { StopKey } from './stop.ts'

/** Width and height of a page after trimming, in millimetres. */
export interface Trim {
  width: number
  height: number
}

/** ISO 216, the sheets of North America, and demy octavo as British printers trim it. */
const TRIMS: ReadonlyMap<string, Trim> = new Map([
  ['a4', { width: 210, height: 297 }],
  ['a5', { width: 148, height: 210 }],
  ['a6', { width: 105, height: 148 }],
  ['a7', { width: 74, height: 105 }],
  ['b5', { width: 176, height: 250 }],
  ['b6', { width: 125, height: 176 }],
  ['letter', { width: 215.9, height: 279.4 }],
  ['half-letter', { width: 139.7, height: 215.9 }],
  ['digest', { width: 139.7, height: 215.9 }],
  ['demy-octavo', { width: 138, height: 216 }]
])
const NARROWEST = 74
const WIDEST = 215.9
const LOWEST = 105
const HIGHEST = 297
const SIZE = /^(?<width>\d+(?:\.\d+)?) ?[x×] ?(?<height>\d+(?:\.\d+)?)$/u

/** A5 where nothing is said. */
export function readTrim(value: string | undefined, stop: StopKey): Trim {
  const name = (value ?? 'a5').toLowerCase()
  const named = TRIMS.get(name)
  if (named) return named
  const found = SIZE.exec(name)?.groups
  const [width, height] = [Number(found?.width), Number(found?.height)]
  if (width >= NARROWEST && width <= WIDEST && height >= LOWEST && height <= HIGHEST)
    return { width, height }
  // The figures of a size are nearer to no name than to another.
  const known = /^\d/u.test(name) ? 'a5' : nearest(name, [...TRIMS.keys()])
  return stop(
    'trim',
    `Unexpected trim \`${value}\`, expected \`${known}\` or \`148 x 210\`, from A7 to A4 or letter`
  )
}
