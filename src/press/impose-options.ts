// What was said on the command line about an imposition in, a job out; a word that is none is answered with the nearest.
import { Unable } from '../failure.ts'
import type { Creep, Job } from '../impose.ts'
import { caliperOf, LAYOUTS, MARKS, MODELS, PAPERS } from '../impose.ts'
import { nearest } from '../nearest.ts'

/** Values and flags of a command, by name. */
export interface Said {
  values: Readonly<Record<string, string>>
  flags: ReadonlySet<string>
}

const PAPER_NAMES = Object.keys(PAPERS) as (keyof typeof PAPERS)[]
const MODEL_NAMES = Object.keys(MODELS) as (keyof typeof MODELS)[]
const EDGES = ['short', 'long'] as const
const BLANKS = ['inside', 'end'] as const
const AMOUNT = /^(?<amount>\d+(?:\.\d+)?)(?: ?mm)?$/u
const WEIGHT = /^(?<grams>\d+(?:\.\d+)?) ?(?:g|gsm|g\/m2|g\/m²)$/u
const SHIFT = /^(?<right>[-+]?\d+(?:\.\d+)?),(?<up>[-+]?\d+(?:\.\d+)?)$/u
/** In millimetres: no booklet creeps further, no paper is thicker, no printer is further off. */
const [MOST_CREEP, THICKEST, FARTHEST] = [20, 1, 30]
const MOST_SHEETS = 99

/**
 * Read the options of `impose`.
 *
 * @throws {Unable} exit 3 where a value is none
 */
export function imposeOptions({ values, flags }: Said): Partial<Job> {
  const layout = oneOf('layout', values.layout, LAYOUTS)
  const sheet = oneOf('sheet', values.sheet, PAPER_NAMES)
  const flip = oneOf('flip', values.flip, EDGES)
  const blanks = oneOf('blanks', values.blanks, BLANKS)
  const creep = creepOf(values)
  const signature = signatureOf(values.signature, layout)
  return {
    ...(layout && { layout }),
    ...(sheet && { sheet }),
    ...(flip && { flip }),
    ...(blanks && { blanks }),
    ...(creep && { creep }),
    ...(signature !== undefined && { signature }),
    ...(values.marks !== undefined && { marks: marksOf(values.marks) }),
    ...(values['back-shift'] !== undefined && { backShift: shiftOf(values['back-shift']) }),
    rtl: flags.has('rtl'),
    oneSided: flags.has('one-sided'),
    leaflet: flags.has('leaflet')
  }
}

function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  known: readonly T[]
): T | undefined {
  if (value === undefined) return undefined
  const found = known.find((d) => d === value.toLowerCase())
  if (found !== undefined) return found
  const best = nearest(value.toLowerCase(), known)
  throw new Unable(
    3,
    `Unexpected ${name} \`${value}\`, expected \`${best}\` of ${known.join(', ')}`
  )
}

function marksOf(value: string): Job['marks'] {
  if (value === 'none') return []
  const names = value.split(',').map((d) => oneOf('mark', d.trim(), MARKS))
  return [...new Set(names.filter((d) => d !== undefined))]
}

function signatureOf(value: string | undefined, layout: Job['layout'] | undefined) {
  if (value === undefined) return undefined
  if (layout !== 'signatures' && layout !== 'perfect')
    throw new Unable(
      3,
      'Unexpected `--signature`, expected it with `--layout signatures` or `perfect`'
    )
  const sheets = Number(value)
  if (/^\d+$/u.test(value) && sheets >= 1 && sheets <= MOST_SHEETS) return sheets
  throw new Unable(3, `Unexpected signature \`${value}\`, expected 1 to ${MOST_SHEETS} sheets`)
}

/** A total, a thickness with or without a model, or what a ruler said: one of them. */
function creepOf({ caliper, creep, overhang }: Said['values']): Creep | undefined {
  const model = MODEL_NAMES.find((d) => d === creep?.toLowerCase())
  const given = [caliper, model === undefined ? creep : undefined, overhang].filter(
    (d) => d !== undefined
  )
  if (given.length > 1)
    throw new Unable(
      3,
      'Unexpected second measure of creep, expected `--creep`, `--caliper` or `--overhang`'
    )
  if (model !== undefined && caliper === undefined)
    throw new Unable(
      3,
      `Unexpected \`--creep ${creep}\` alone, expected \`--caliper MM\` or \`80gsm\` with it`
    )
  if (overhang !== undefined) return { overhang: millimetres('overhang', overhang, MOST_CREEP) }
  if (caliper !== undefined) return { caliper: thickness(caliper), model: model ?? 'sheet' }
  if (creep === undefined) return undefined
  return { total: millimetres('creep', creep, MOST_CREEP) }
}

/** `0.12` or `80gsm`: how thick a leaf is, in millimetres. */
export function thickness(value: string): number {
  const grams = WEIGHT.exec(value)?.groups?.grams
  if (grams === undefined) return millimetres('caliper', value, THICKEST)
  return millimetres('caliper', String(caliperOf(Number(grams))), THICKEST)
}

function millimetres(name: string, value: string, most: number): number {
  const amount = Number(AMOUNT.exec(value)?.groups?.amount)
  if (amount >= 0 && amount <= most) return amount
  const also = name === 'caliper' ? ', or a weight such as `80gsm`' : ''
  const models = name === 'creep' ? `, or a model: ${MODEL_NAMES.join(', ')}` : ''
  throw new Unable(
    3,
    `Unexpected ${name} \`${value}\`, expected millimetres from 0 to ${most}${also}${models}`
  )
}

function shiftOf(value: string): readonly [number, number] {
  const found = SHIFT.exec(value.replaceAll(' ', ''))?.groups
  const [right, up] = [Number(found?.right), Number(found?.up)]
  if (Math.abs(right) <= FARTHEST && Math.abs(up) <= FARTHEST) return [right, up]
  throw new Unable(
    3,
    `Unexpected back shift \`${value}\`, expected millimetres to the right and up, such as \`--back-shift=-1.5,0.5\``
  )
}
