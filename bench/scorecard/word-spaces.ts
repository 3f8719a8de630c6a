// How even the lines are: for each justified line, its mean word space over the natural one, which is read off the last
// lines of paragraphs, where no space is stretched.
import type { Line } from './lines.ts'
import type { Sheet } from './margins.ts'
import type { Lines } from './paragraphs.ts'
import { deviation, greatest, mean, quantile, share } from './statistics.ts'

/** Word spaces as a multiple of the natural one. */
export interface WordSpaces {
  /** Natural space, in ems. */
  natural: number
  lines: number
  mean: number | undefined
  deviation: number | undefined
  greatest: number | undefined
  /** Parts, from 0 to 1, of lines over 1.5 and below 0.8. */
  wide: number | undefined
  narrow: number | undefined
  /** Mean difference between two lines that follow each other. */
  contrast: number | undefined
  /** The widest line: its page and its words. */
  worst: string
}

/** @param natural natural space in ems, when it is known from elsewhere */
export function wordSpaces(paragraphs: readonly Lines[], natural: number): WordSpaces {
  const ratios: number[] = []
  const contrasts: number[] = []
  let worst: Line | undefined
  for (const lines of paragraphs) {
    let last: number | undefined
    for (const [i, line] of lines.entries()) {
      if (!line.full || i === lines.length - 1 || line.gaps.length < 2) {
        last = undefined
        continue
      }
      const ratio = spaceIn(line) / natural
      if (last !== undefined) contrasts.push(Math.abs(ratio - last))
      if (ratio > (greatest(ratios) ?? 0)) worst = line
      ratios.push(ratio)
      last = ratio
    }
  }
  return {
    natural,
    lines: ratios.length,
    mean: mean(ratios),
    deviation: deviation(ratios),
    greatest: greatest(ratios),
    wide: share(ratios, (d) => d > 1.5),
    narrow: share(ratios, (d) => d < 0.8),
    contrast: mean(contrasts),
    worst: worst ? `page ${worst.page}: ${worst.text}` : ''
  }
}

/** The natural space: the median of those in last lines that end well before the edge. */
export function naturalSpace(sheet: Sheet, paragraphs: readonly Lines[]): number | undefined {
  const spaces = paragraphs.flatMap((lines) => {
    const last = lines.at(-1) ?? lines[0]
    const short = !last.full && last.right < sheet.edges(last).right - 2 * sheet.body
    return short ? last.gaps.map((d) => (d.right - d.left) / last.size) : []
  })
  return quantile(spaces, 0.5)
}

function spaceIn(line: Line): number {
  return mean(line.gaps.map((d) => (d.right - d.left) / line.size)) ?? 0
}
