// A text of the manuscript in, out comes one line in which all can be seen: what would turn the direction of reading, hide or
// control is named by its number, `U+202E`.

/** Controls, format characters (bidi, zero-width, soft hyphens), private use, line and paragraph separators. */
export const UNSEEN = /([\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}])/u
/** White space of the manuscript. */
export const SPACE = /[\t\n\r]+/gu

export function sayUnseen(text: string): string {
  return text.replace(SPACE, ' ').replace(new RegExp(UNSEEN.source, 'gu'), nameOfLetter)
}

/** `U+202E`, as Unicode writes it. */
export function nameOfLetter(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `U+${code.padStart(4, '0')}`
}
