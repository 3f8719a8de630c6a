// Text that somebody else wrote, fit for a terminal or a log: what would ring, move the cursor, turn the reading
// direction or hide is shown as `\u{202e}` instead of being obeyed (promise P16).

/** Controls, format characters (bidi, zero-width), lone surrogates, private use, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** The text in one line of visible characters. */
export function escape(text: string): string {
  return text.replace(UNSEEN, (letter) =>
    letter === '\t' ? ' ' : `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`
  )
}

/** The value as one line of JSON, of visible characters too. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (letter) =>
    [...Array(letter.length).keys()].map((d) => `\\u${hex(letter.charCodeAt(d))}`).join('')
  )
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
