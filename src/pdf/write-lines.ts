// Words in, the operators that write them out: lines below each other, or a line about a middle.
import type { SmallType } from './small-type.ts'

const SIZE = 11
const LEADING = 15

/** @param y of the first baseline */
export function writeLines(
  type: SmallType,
  lines: readonly string[],
  x: number,
  y: number,
  [size, leading]: readonly [number, number] = [SIZE, LEADING]
): string {
  return `0 g ${lines.map((text, i) => type.show(text, x, y - i * leading, size)).join('')}`
}

/** A line whose middle is at x. */
export function writeCentred(
  type: SmallType,
  text: string,
  x: number,
  y: number,
  size: number
): string {
  return `0 g ${type.show(text, x - type.widthOf(text, size) / 2, y, size)}`
}

/** A text in lines that are no longer than a width, in points. */
export function breakLines(type: SmallType, text: string, width: number, size: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (type.widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
