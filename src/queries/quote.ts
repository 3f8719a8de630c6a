// A piece of the manuscript in backticks, on one line, short and safe to print: no letter that a terminal would obey, or
// that turns the direction of a line.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
const LONGEST = 60

/** `` `goverment` `` */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const shown = line.length > LONGEST ? `${line.slice(0, between(line, LONGEST))}…` : line
  return `\`${visible(shown).replaceAll('`', coded)}\``
}

/** The text with what cannot be seen as its number: `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, coded)
}

/** Where a text may be cut, at an offset or one before it: not within a letter that takes two units. */
export function between(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}

function coded(letter: string): string {
  return `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`
}
