// How much each sign of a broken word weighs, by the kind of break: tenths of natural log odds, above zero for one word,
// below for the hyphen. The weights were learnt, by logistic regression, on breaks made in English books, speeches and
// newspapers of 1704 to 2010, as they stand and with their compounds closed as modern editions have them.
import type { Kind, Signs } from './break-signs.ts'

const TENTH = 10
const KINDS: readonly Kind[] = ['two-ways', 'compound', 'syllable', 'strange']
const WEIGHTS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'both common': [6, -11, 0, 0],
  capital: [8, 33, 4, 28],
  compound: [0, -17, 0, 0],
  'halves here': [1, -6, 0, -8],
  head: [-4, -3, 0, -1],
  'head 10': [-2, -8, 10, -6],
  'head 20': [-3, -9, 3, -2],
  'head 35': [-9, -6, 4, -8],
  'head 40': [4, -4, 2, 2],
  'head 50': [-8, 0, 0, 12],
  'head 55': [5, -1, 1, 0],
  'head 60': [0, 3, 1, 0],
  'head 70': [5, 0, 2, -17],
  'head 75': [0, -13, 0, -2],
  'head 80': [-11, 9, -4, 2],
  'head 99': [0, 0, 7, 4],
  'head alone': [11, -3, 15, 1],
  'head here': [-8, -3, -3, -10],
  'head of 2': [4, 5, 3, 0],
  'head of 3': [5, 10, 9, 6],
  here: [16, 28, 12, 23],
  'here both': [-3, 0, -1, 0],
  'here closed': [5, 13, 1, 9],
  'here hyphenated': [-5, -1, -13, -3],
  'hyphen after': [-4, -8, -1, -9],
  'hyphen before': [-4, -10, -1, -21],
  kin: [9, 5, 6, 15],
  listed: [-12, 0, -42, 0],
  prefix: [5, -2, 6, 6],
  'rarer whole': [-3, 0, 0, 0],
  strange: [0, 0, 0, -12],
  'style of common': [-13, 0, -9, 0],
  'style of rare': [1, 0, 8, 0],
  'style of usual': [-7, 0, 2, 0],
  suffix: [19, 4, 1, 10],
  syllable: [0, 0, 9, 0],
  tail: [-6, -5, -6, -4],
  'tail 10': [-4, -8, -6, -4],
  'tail 20': [-6, -8, -5, -16],
  'tail 35': [-9, -4, -2, -11],
  'tail 40': [1, -1, 0, -3],
  'tail 50': [0, -7, 8, 10],
  'tail 55': [0, -7, 1, -5],
  'tail 60': [2, 1, 2, 0],
  'tail 70': [-4, 8, 0, 10],
  'tail 75': [0, -1, 0, -3],
  'tail 80': [1, -4, 3, 1],
  'tail 99': [0, 0, 12, 7],
  'tail alone': [6, -5, 6, 2],
  'tail here': [-9, -6, -2, -8],
  'tail of 2': [12, 8, -2, -7],
  'tail of 3': [6, 2, 7, 6],
  'two-ways': [-7, 0, 0, 0],
  'whole 10': [12, 0, 16, 0],
  'whole 20': [15, 0, 13, 0],
  'whole 35': [5, 0, 11, 0],
  'whole 40': [-10, 0, -6, 0],
  'whole 50': [-7, 0, 3, 0],
  'whole 55': [-11, 0, 1, 0],
  'whole 60': [-14, 0, -7, 0],
  'whole 70': [-15, 0, -9, 0],
  'whole 80': [-8, 0, -21, 0],
  'whole 99': [0, -17, 0, -12]
}
/** Log odds beyond which a verdict is sure; the less, the more is silently wrong, the more, the more is asked. */
const SURE: Readonly<Record<Kind, { join: number; keep: number }>> = {
  'two-ways': { join: 3, keep: 3.5 },
  compound: { join: 3, keep: 1 },
  syllable: { join: 3.5, keep: 1.5 },
  strange: { join: 3, keep: 4 }
}

/** The likelier form of a broken word, and whether it is likely enough to be sure. */
export function weigh({ kind, signs }: Signs): { form: 'join' | 'keep'; sure: boolean } {
  const column = KINDS.indexOf(kind)
  let odds = 0
  for (const [sign, strength] of signs) odds += (WEIGHTS[sign]?.[column] ?? 0) * strength
  const form = odds > 0 ? 'join' : 'keep'
  return { form, sure: Math.abs(odds) / TENTH > SURE[kind][form] }
}
