// Roman numerals in small letters, as front matter and some lists are numbered: 4 → iv.

const NUMERALS = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
] as const

/** @param number from 1 to 3,999 */
export function toRoman(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, letters] of NUMERALS)
    while (rest >= value) {
      roman += letters
      rest -= value
    }
  return roman
}
