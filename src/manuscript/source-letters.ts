// Which code units of a manuscript say which letters of a node: the value of a text or of code in, a place for each of its
// letters out. They differ where Markdown has marks of its own: `\*` and `&amp;` are one letter each, and where a line of a
// quotation or a list begins, its marks are no letters at all.
import { isBlank, referenceAt } from './references.ts'

/** Letters and where the manuscript says each. */
export interface Letters {
  text: string
  /** Where the first letter is said. */
  at: number
  /** Begin and end of each; missing where they follow each other as they are. */
  starts?: Int32Array
  ends?: Int32Array
}

const [TAB, FEED, RETURN, SPACE, AMPERSAND, ANGLE, BACKSLASH] = [9, 10, 13, 32, 38, 62, 92]
const ESCAPABLE = /[!-/:-@[-`{-~]/u

/** Begin of a letter. */
export function startOf({ at, starts }: Letters, index: number): number {
  return starts?.[index] ?? at + index
}

/** End of a letter. */
export function endOf({ at, ends }: Letters, index: number): number {
  return ends?.[index] ?? at + index + 1
}

/**
 * Letters of a value that is said from `at` on.
 *
 * @param limit end of the node, if it has a place
 * @param code inside of code, where nothing is escaped but `\|`, and a line end is a space
 */
export function placeLetters(
  source: string,
  at: number,
  value: string,
  limit: number | undefined,
  code = false
): Letters {
  const plain = limit === at + value.length && source.startsWith(value, at)
  if (plain) return { text: value, at }
  const starts = new Int32Array(value.length)
  const ends = new Int32Array(value.length)
  let from = at
  let index = 0
  while (index < value.length) {
    const step = letterAt(source, from, value, index, code)
    // Not to be found letter by letter: the rest is said by what is left of the node.
    if (!step) {
      const end = Math.max(from, limit ?? from)
      starts.fill(from, index)
      ends.fill(end, index)
      break
    }
    for (let k = 0; k < step.letters; k += 1) {
      starts[index + k] = from
      ends[index + k] = from + step.units
    }
    index += step.letters
    from += step.units
    if (step.turns) from = lineStart(source, from, value.charCodeAt(index), code)
  }
  return { text: value, at, starts, ends }
}

/** Where what was placed ends. */
export function endOfLetters(letters: Letters): number {
  const last = letters.text.length - 1
  return last < 0 ? letters.at : endOf(letters, last)
}

/** Code units that are read, letters that they say, and whether a line ends with them. */
interface Step {
  units: number
  letters: number
  turns?: boolean
}

const ONE: Step = { units: 1, letters: 1 }

function letterAt(
  source: string,
  from: number,
  value: string,
  index: number,
  code: boolean
): Step | undefined {
  const wanted = value.charCodeAt(index)
  const here = source.charCodeAt(from)
  if (here === BACKSLASH && source[from + 1] === value[index]) {
    const escaped = code ? value[index] === '|' : ESCAPABLE.test(value[index] ?? '')
    if (escaped) return { units: 2, letters: 1 }
  }
  if (here === AMPERSAND && !code) {
    const reference = referenceAt(source, from)
    if (reference && value.startsWith(reference.text, index))
      return { units: reference.units, letters: reference.text.length }
  }
  if (here === FEED || here === RETURN) {
    if (here === wanted) return { ...ONE, turns: here === FEED || source[from + 1] !== '\n' }
    const units = here === RETURN && source[from + 1] === '\n' ? 2 : 1
    if (wanted === FEED || (code && wanted === SPACE)) return { units, letters: 1, turns: true }
    return code ? { units, letters: 0, turns: true } : undefined
  }
  if (here === wanted || (here === 0 && wanted === 0xfffd)) return ONE
  return isBlank(here) ? { units: 1, letters: 0 } : undefined
}

/** Behind the indentation and the marks of quotations that a line begins with. */
function lineStart(source: string, from: number, next: number, code: boolean): number {
  let at = from
  for (;;) {
    const here = source.charCodeAt(at)
    if (here === SPACE || here === TAB) {
      if (code && here === next) return at
    } else if (here !== ANGLE || (next === ANGLE && !marksAgain(source, at + 1))) return at
    at += 1
  }
}

/** Whether another `>` comes, as a mark or a letter. */
function marksAgain(source: string, from: number): boolean {
  let at = from
  while (isBlank(source.charCodeAt(at))) at += 1
  return /^(?:>|\\>|&gt;)/u.test(source.slice(at, at + 4))
}
