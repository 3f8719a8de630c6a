// What an edition wants of the typesetting, each value checked: its design, how many pages it may have, where words are
// divided, and whether letters may be stretched.
import { nearest } from '../nearest.ts'
import type { StopKey } from './stop.ts'

/** The sheets in styles/designs/. */
export const DESIGNS = ['classic', 'modern', 'compact'] as const

/** Up to here `fit` is a multiple; above, a number of pages. */
const LARGEST_MULTIPLE = 8
const MOST_PAGES = 999
/** In millimetres. */
const LARGEST_BLEED = 10
const WHOLE = /^[1-9]\d{0,2}$/u
const MILLIMETRES = /^(?<amount>\d+(?:\.\d+)?)(?: ?mm)?$/u
/** Letters, and hyphens where the word may be divided. */
const WORD = /^\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*$/u
/** What may be asked of the number of pages, as messages say it. */
export const FITS = `1 to ${LARGEST_MULTIPLE} for a multiple, ${LARGEST_MULTIPLE + 1} to ${MOST_PAGES} for that many pages`

export function readDesignName(value: string | undefined, stop: StopKey): string {
  if (value === undefined) return DESIGNS[0]
  const found = DESIGNS.find((d) => d === value.toLowerCase())
  if (found !== undefined) return found
  const known = nearest(value.toLowerCase(), DESIGNS)
  return stop(
    'design',
    `Unexpected design \`${value}\`, expected \`${known}\` of ${DESIGNS.join(', ')}`
  )
}

/** The number that `fit: 4` or `--fit 32` names; undefined where it names none. */
export function fitOf(value: string): number | undefined {
  return WHOLE.test(value) ? Number(value) : undefined
}

export function readFit(value: string | undefined, stop: StopKey): number | undefined {
  if (value === undefined) return undefined
  return fitOf(value) ?? stop('fit', `Unexpected fit \`${value}\`, expected a number: ${FITS}`)
}

export function readBleed(value: string | undefined, stop: StopKey): number {
  if (value === undefined) return 0
  const bleed = Number(MILLIMETRES.exec(value)?.groups?.amount)
  if (bleed <= LARGEST_BLEED) return bleed
  return stop(
    'bleed',
    `Unexpected bleed \`${value}\`, expected millimetres from 0 to ${LARGEST_BLEED}, such as \`3\``
  )
}

export function readHyphenation(words: readonly string[], stop: StopKey): readonly string[] {
  const fault = words.find((d) => !WORD.test(d))
  if (fault === undefined) return words
  return stop(
    'hyphenation',
    `Unexpected word \`${fault}\`, expected letters, with hyphens where it may be divided, such as \`pam-phlet\``,
    fault
  )
}

export function readPurist(value: unknown, stop: StopKey): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return value
  return stop('purist', 'Unexpected value of `purist`, expected `true` or `false`')
}
