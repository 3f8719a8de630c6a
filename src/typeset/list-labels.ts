// What stands before the items of a list: a dash, or the item's number as its list wants it written.
// https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element
import type { Element } from 'hast'
import { toRoman } from './roman.ts'

/** Marks of lists within lists. */
const MARKS = ['–', '·']

/** The label of each item. */
export function listLabels(list: Element, items: readonly Element[], depth: number): string[] {
  if (list.tagName === 'ul') return items.map(() => MARKS[depth % MARKS.length] ?? '–')
  const { start, reversed, type } = list.properties
  const step = reversed === undefined || reversed === false ? 1 : -1
  let number = start === undefined ? (step === 1 ? 1 : items.length) : Number(start)
  return items.map((item) => {
    const { value } = item.properties
    if (value !== undefined) number = Number(value)
    const label = `${written(number, String(type ?? '1'))}.`
    number += step
    return label
  })
}

function written(number: number, type: string): string {
  const roman = /^[iI]$/u.test(type) && number > 0 && number < 4000
  if (roman) return type === 'i' ? toRoman(number) : toRoman(number).toUpperCase()
  if (/^[aA]$/u.test(type) && number > 0) return inLetters(number, type)
  return number < 0 ? `−${-number}` : `${number}`
}

/** a, b … z, aa, ab … */
function inLetters(number: number, first: string): string {
  const rest = Math.floor((number - 1) / 26)
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 97) + ((number - 1) % 26))
  return rest > 0 ? inLetters(rest, first) + letter : letter
}
