// Whether the lines of all pages stand at the same heights, so that they back each other up through thin paper.
import { stepsOf, textSteps } from './margins.ts'
import type { Sheet } from './margins.ts'
import type { Line } from './lines.ts'
import { deviation, share, usual } from './statistics.ts'

export interface Grid {
  /** Part of the text's lines that stand within half a point of the grid, from 0 to 1; quotations left out. */
  onGrid: number | undefined
  /** Standard deviation of the leading, in points. */
  jitter: number | undefined
  /** Pages all of whose text stands on it. */
  pages: number
  /** The lines that do not. */
  off: readonly string[]
}

/** A line on the grid is at most so many points off. */
const OFF = 0.5

export function grid(sheet: Sheet): Grid {
  const { leading, body, frames } = sheet
  const texts = frames.map(({ flow }) => flow.filter((d) => d.role === 'text'))
  const phase = (line: Line) => ((line.y % leading) + leading) % leading
  const usualPhase = usual(texts.flat().map(phase), 0.25) ?? 0
  const stands = (line: Line) => {
    const off = Math.abs(phase(line) - usualPhase)
    return Math.min(off, leading - off) <= OFF
  }
  const steps = textSteps([...sheet.lines.values()].flatMap(stepsOf), body, leading)
  return {
    onGrid: share(texts.flat(), stands),
    jitter: deviation(steps.map((d) => d.step)),
    pages: texts.filter((d) => d.every(stands)).length,
    off: texts
      .flat()
      .filter((d) => !stands(d))
      .map((d) => `page ${d.page}: ${d.text.slice(0, 50)}`)
  }
}
