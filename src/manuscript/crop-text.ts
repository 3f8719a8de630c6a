// A text node without the white space at one of its ends, at its true place: where the space is the end of a line, the `> `
// of the next one belongs to it.
import type { Text } from 'mdast'
import { pointAt } from './point-at.ts'

/** Spaces and, at the head of a line, what opens it in a quotation. */
const LEADING = /^(?:[ \t]|(?:\r\n|\r|\n)[ \t>]*)*/u
const MARKS = /^[ \t>]*$/u

/**
 * @param from code units of its value to leave out at the head, all of them white
 * @param to where its value is to end; what stands behind is white
 */
export function cropText(node: Text, from: number, to: number, source: string): Text {
  const { value, position } = node
  if (from === 0 && to === value.length) return node
  const cropped = { ...node, value: value.slice(from, to) }
  const [first, last] = [position?.start.offset, position?.end.offset]
  if (!position || first === undefined || last === undefined) return cropped
  const spoken = source.slice(first, last)
  const head = from === 0 ? 0 : (LEADING.exec(spoken)?.[0].length ?? 0)
  const foot = to === value.length ? spoken.length : endOf(spoken)
  const start = pointAt(source, position.start, first + head)
  const end = pointAt(source, start, first + Math.max(head, foot))
  return { ...cropped, position: { start, end } }
}

/** Where the last letter that is not white ends. */
function endOf(text: string): number {
  const end = text.trimEnd().length
  const line = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1))
  if (line === -1 || !MARKS.test(text.slice(line + 1, end))) return end
  return endOf(text.slice(0, line))
}
