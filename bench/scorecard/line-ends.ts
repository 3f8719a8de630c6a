// Hyphens at the ends of lines, and rivers: word spaces that lie under each other in at least four lines.
import type { Gap, Line } from './lines.ts'
import type { Lines } from './paragraphs.ts'

const HYPHEN = /[-‐\u00AD‑]$/u
/** A river is made of spaces of at least this many ems. */
const WIDE = 0.22
const LONG = 4

/** Hyphens at the ends of lines. */
export interface Hyphens {
  /** Lines that another of the same paragraph follows. */
  lines: number
  ends: number
  /** From 0 to 1. */
  share: number | undefined
  /** Most hyphens below each other; and how often two, and more than two. */
  ladder: number
  ladders: readonly [two: number, more: number]
}

/** Whether a line ends with a hyphen, its own or one put in. */
export function endsWithHyphen(line: Line): boolean {
  return HYPHEN.test(line.text.trim())
}

export function hyphens(paragraphs: readonly Lines[]): Hyphens {
  const runs: number[] = []
  let [lines, ends] = [0, 0]
  for (const own of paragraphs) {
    let run = 0
    for (const line of own.slice(0, -1)) {
      lines += 1
      const hyphen = endsWithHyphen(line)
      if (hyphen) ends += 1
      else if (run > 0) runs.push(run)
      run = hyphen ? run + 1 : 0
    }
    if (run > 0) runs.push(run)
  }
  return {
    lines,
    ends,
    share: lines === 0 ? undefined : ends / lines,
    ladder: Math.max(0, ...runs),
    ladders: [runs.filter((d) => d === 2).length, runs.filter((d) => d > 2).length]
  }
}

/** Number of rivers of four lines or more. */
export function rivers(paragraphs: readonly Lines[], body: number): number {
  let found = 0
  for (const lines of paragraphs) {
    let above: { gap: Gap; length: number }[] = []
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1]
      const same = before?.page === line.page && before.column === line.column
      const open = same ? above : []
      above = line.gaps.map((gap) => {
        const below = open.filter((d) => flows(d.gap, gap, body))
        const length = Math.max(0, ...below.map((d) => d.length)) + 1
        if (length === LONG) found += 1
        return { gap, length }
      })
    }
  }
  return found
}

function flows(above: Gap, below: Gap, body: number): boolean {
  const width = below.right - below.left
  const overlap = Math.min(above.right, below.right) - Math.max(above.left, below.left)
  return width > WIDE * body && overlap > 0.5 * Math.min(width, above.right - above.left)
}
