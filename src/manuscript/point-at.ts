// Where an offset of a text is, as line and column from 1.
import type { Point } from 'unist'

/** @param before a point of the text that is not behind the offset */
export function pointAt(source: string, before: Point, offset: number): Point {
  const rows = source.slice(before.offset ?? 0, offset).split(/\r\n|\r|\n/u)
  const { length } = rows.at(-1) ?? ''
  return rows.length === 1
    ? { line: before.line, column: before.column + length, offset }
    : { line: before.line + rows.length - 1, column: length + 1, offset }
}
