// Lines of a title, heading or caption made about equally long: as many as they would be, in the narrowest measure in which
// they are no more. A last line of one word looks like a mishap where all can be seen at once.
//
//     On making pamphlets with this press and with        On making pamphlets with
//     your hands                                     →    this press and with your hands
import type { Setting } from '../composition.ts'
import type { Lines } from './lines.ts'
import type { Paragraph } from './paragraph.ts'

/** No narrower than this share of the measure, which is halved so often on the way. */
const NARROWEST = 0.5
const STEPS = 7

/** @returns the measure, at most that of the paragraph */
export function evenMeasure(paragraph: Paragraph, lines: Lines): number {
  const { measure } = paragraph
  const [widest] = lines.set(paragraph)
  const count = widest?.heights.length ?? 0
  if (!widest || count < 2 || isForced(widest)) return measure
  let [low, high] = [measure * NARROWEST, measure]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = Math.round((low + high) / 2)
    const [set] = lines.set({ ...paragraph, measure: middle })
    const same = set?.heights.length === count && !isForced(set)
    if (same) high = middle
    else low = middle
  }
  return high
}

/** Broken inside a word, or at a line break that was asked for, which is not to be evened. */
function isForced({ forced, lines }: Setting): boolean {
  return (forced ?? 0) > 0 || lines().some((d) => d.end === 'break' || d.end === 'inside')
}
