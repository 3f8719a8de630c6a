// What divides words: white space as Unicode has it, by the code unit, since it is asked of every letter.

/** Whether a code unit is white space. */
export function isWhite(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13)
  if (code < 0x1680) return code === 0xa0
  if (code < 0x2000) return code === 0x1680
  if (code <= 0x200a) return true
  if (code <= 0x205f) return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f
  return code === 0x3000 || code === 0xfeff
}

/** Tell of each stretch of a text without white space, by its code units. */
export function eachWord(text: string, tell: (from: number, to: number) => void): void {
  const { length } = text
  for (let from = 0; from < length;) {
    while (from < length && isWhite(text.charCodeAt(from))) from += 1
    let to = from
    while (to < length && !isWhite(text.charCodeAt(to))) to += 1
    if (to > from) tell(from, to)
    from = to
  }
}
