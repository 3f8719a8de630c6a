// The value of a property in, what it means out: a length with its unit, one of a few words, a whole number, a text. What
// is expected is said in the same words in styles/README.md.
import { families } from '../faces.ts'
import type { Family } from '../faces.ts'
import { nearest } from '../nearest.ts'

/** `rlh` is a leading of the text, `em` the size of the part, `%` of whatever the property is a share of. */
export type Unit = 'pt' | 'mm' | 'em' | 'rlh' | '%'

/** A length as it is written. */
export interface Length {
  amount: number
  unit: Unit
}

/** How a property is read; `Refused` says what was expected instead. */
export type Read<T> = (value: string) => T

/** A value that the property cannot have. */
export class Refused extends Error {}

const LENGTH = /^(?<amount>-?\d*\.?\d+)(?<unit>pt|mm|em|rlh|%|)$/u
const ESCAPE = /\\([\da-f]{1,5}) ?/giu
const STRING = /^(?:'(?<single>[^']*)'|"(?<double>[^"]*)")$/u

/** A length in one of the units, at least 0 unless it may be less; `0` needs no unit. */
export function length(units: readonly [Unit, ...Unit[]], least = 0): Read<Length> {
  const wanted = `a length in ${orList(units)}`
  return (value) => {
    const { amount, unit } = LENGTH.exec(value)?.groups ?? {}
    const number = Number(amount)
    const known =
      units.find((d) => d === unit) ?? (number === 0 && unit === '' ? units[0] : undefined)
    if (known === undefined) throw new Refused(wanted)
    if (number < least) throw new Refused(`${wanted}, at least ${least}`)
    return { amount: number, unit: known }
  }
}

/** A length of more than nothing: a size, a leading. */
export function positive(units: readonly [Unit, ...Unit[]]): Read<Length> {
  const read = length(units)
  return (value) => {
    const found = read(value)
    if (found.amount > 0) return found
    throw new Refused(`a length in ${orList(units)}, more than 0`)
  }
}

/** The same, or the word `none`. */
export function orNone<T>(read: Read<T>): Read<T | undefined> {
  return (value) => {
    if (value === 'none') return undefined
    try {
      return read(value)
    } catch (error) {
      throw error instanceof Refused ? new Refused(`${error.message}, or \`none\``) : error
    }
  }
}

/** Two values with a space between them; one alone stands for both where `alone` says so. */
export function pair<A, B>(first: Read<A>, second: Read<B>, alone: boolean): Read<[A, B]> {
  return (value) => {
    const [one = '', two, more] = value.split(/\s+/u)
    if (more !== undefined || (two === undefined && !alone))
      throw new Refused(alone ? 'one length, or two' : 'two lengths')
    return [first(one), second(two ?? one)]
  }
}

/** One of a few words. */
export function word<W extends string>(...words: readonly W[]): Read<W> {
  return (value) => {
    const found = words.find((d) => d === value)
    if (found !== undefined) return found
    throw new Refused(`\`${nearest(value, words)}\` of ${words.join(', ')}`)
  }
}

/** A whole number from the least to the most. */
export function count(least: number, most: number): Read<number> {
  return (value) => {
    const number = /^\d+$/u.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    throw new Refused(`a whole number from ${least} to ${most}`)
  }
}

/** A text in quotation marks, with characters by their number as CSS writes them: `\\2003 ` is an em space. */
export function string(value: string): string {
  const { single, double } = STRING.exec(value)?.groups ?? {}
  const text = single ?? double
  if (text !== undefined)
    return text.replace(ESCAPE, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16))
    )
  throw new Refused('a text in quotation marks')
}

/** The name of a family, in quotation marks. */
export function family(value: string): Family {
  const name = value.replace(/^(['"])(.*)\1$/u, '$2')
  const found = families.find((d) => d === name && name !== value)
  if (found !== undefined) return found
  throw new Refused(`\`'${nearest(name, families)}'\` or another family of src/faces.ts`)
}

function orList(words: readonly string[]): string {
  return words.length === 1
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
