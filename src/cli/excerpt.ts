// The line that a message speaks of, with a caret under the place:
//
//     A text with “one quote left open.
//                 ^
//
// A manuscript has a paragraph a line, so a long line is shown around its place only.
import { escape } from './escape.ts'

const BEFORE = 50
const WIDTH = 90
/** Letters that take two places on a terminal, such as Han, Hangul and emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/gu

/**
 * Two lines: the text and the caret.
 *
 * @param column first letter that is meant, from 1, in UTF-16 units
 * @param end column after the last one, on the same line; one letter is marked when missing
 */
export function excerpt(line: string, column: number, end?: number): string {
  const at = Math.min(Math.max(column - 1, 0), line.length)
  const from = Math.max(0, at - BEFORE)
  const to = Math.min(line.length, from + WIDTH)
  const head = `${from > 0 ? '…' : ''}${escape(whole(line.slice(from, at)))}`
  const stop = Math.min(Math.max((end ?? 0) - 1, at + 1), Math.max(to, at + 1))
  const marked = escape(whole(line.slice(at, stop)))
  const rest = `${escape(whole(line.slice(stop, to)))}${to < line.length ? '…' : ''}`
  return `  ${head}${marked}${rest}\n  ${' '.repeat(width(head))}${'^'.repeat(Math.max(width(marked), 1))}`
}

/** Without half a letter at either end of a cut. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '')
}

function width(text: string): number {
  return [...text.replace(/\p{M}/gu, '').replace(WIDE, '  ')].length
}
