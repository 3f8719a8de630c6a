// What a rule finds, and how it reaches the reader: as messages on the file, with the rule's name. After a hundred of one
// rule the rest are only counted, so that a broken file of any size gives a list that can be read.
import type { Point } from 'unist'
import type { VFile } from 'vfile'

/** Something that a rule has to say. */
export interface Finding {
  /** Where in the text; missing for a file without lines, whose reason names the place. */
  place?: Pick<Point, 'line' | 'column'>
  reason: string
  /** A fact and no query. */
  info?: boolean
  /** Part of a list that is wanted whole, however long it is. */
  listed?: boolean
}

/** A letter of the text and where it stands. */
export interface LetterAt {
  letter: string
  spot: () => Pick<Point, 'line' | 'column'>
}

const MOST = 100
const MOST_LETTERS = 20

/** One finding for each kind of letter, at its first place, with how often it comes; after twenty kinds only their number. */
export function* perLetter(
  letters: Iterable<LetterAt>,
  reasonOf: (letter: string) => string
): Generator<Finding> {
  const kinds = new Map<string, { first: LetterAt; count: number }>()
  for (const found of letters) {
    const kind = kinds.get(found.letter)
    if (kind) kind.count += 1
    else kinds.set(found.letter, { first: found, count: 1 })
  }
  let told = 0
  for (const [letter, { first, count }] of kinds) {
    told += 1
    if (told > MOST_LETTERS) break
    const times = count > 1 ? `, ${count} times in all` : ''
    yield { place: first.spot(), reason: `${reasonOf(letter)}${times}` }
  }
  if (kinds.size > MOST_LETTERS)
    yield { reason: `Unexpected ${kinds.size - MOST_LETTERS} more kinds of letters, not listed` }
}

/** Add the findings of one rule to the file; as errors, where whoever prints would send the file back. */
export function report(
  file: VFile,
  ruleId: string,
  findings: Iterable<Finding>,
  isError = false
): void {
  let count = 0
  for (const { place, reason, info, listed } of findings) {
    if (!listed) count += 1
    if (!listed && count > MOST) continue
    const { line = 1, column = 1 } = place ?? {}
    const options = { ...(place && { place: { line, column } }), ruleId, source: 'press' }
    if (info) file.info(reason, options)
    else if (isError) file.message(reason, options).fatal = true
    else file.message(reason, options)
  }
  if (count > MOST)
    file.message(`Unexpected ${count - MOST} more of these, not listed`, {
      ruleId,
      source: 'press'
    })
}

/** Characters that a terminal would obey, or that turn the direction of a line (promise P16). */
const COMMAND = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}`]/gu
const LONGEST = 60

/** A piece of the file in backticks, short and safe to print. */
export function quote(text: string, longest = LONGEST): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text
  return `\`${shown.replace(COMMAND, (d) => `\\u{${codeOf(d)}}`)}\``
}

/** `U+202E` */
export function nameOf(letter: string): string {
  return `U+${codeOf(letter).toUpperCase().padStart(4, '0')}`
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16)
}
