// Lines and columns of a text, asked for in any order: its line starts are found once.
import type { Point } from 'unist'

/** Offsets of a text to places in it and back. */
export interface Points {
  /** Line and column of an offset, all but the offset from 1. */
  at: (offset: number) => Point & { offset: number }
  /** The offset of a line and column. */
  offset: (line: number, column: number) => number
}

/** The places of a text whose lines end in `\n`. */
export function pointsOf(text: string): Points {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    at: (offset) => {
      const line = lineOf(offset)
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
    },
    offset: (line, column) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length)
  }
}
