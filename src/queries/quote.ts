// A piece of the manuscript in backticks, on one line, short and safe to print: no letter that a terminal would obey, or
// that turns the direction of a line.
const COMMAND = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}`]/gu
const LONGEST = 60

/** `` `goverment` `` */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
  return `\`${shown.replace(COMMAND, (d) => `\\u{${(d.codePointAt(0) ?? 0).toString(16)}}`)}\``
}
