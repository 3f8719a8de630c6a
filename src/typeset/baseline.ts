// Where baselines lie. A browser puts the letters of a line in the middle of its line box; smaller letters on the same
// leading therefore stand higher than the text's, and the last line of the notes lower than the last line of the text.
import { faceName } from '../faces.ts'
import type { Part } from '../design.ts'
import type { Setter } from './text-block.ts'

/** Depth of a part's baseline below the top of its line box. */
export function baselineOf(part: Part, { metricsOf }: Setter): number {
  const { ascent, descent } = metricsOf(faceOfPart(part))
  return part.leading / 2 + ((ascent - descent) / 2) * part.size
}

/** How much lower a part's line boxes must go so that its baselines lie as far above their foot as those of the text. */
export function gridShift(part: Part, setter: Setter): number {
  const { text } = setter.design.parts
  const above = (d: Part) => d.leading - baselineOf(d, setter)
  return above(part) - above(text)
}

/** The face of a part's plain letters. */
export function faceOfPart({ family, cut }: Part): ReturnType<typeof faceName> {
  return faceName(family, cut.startsWith('bold'), cut.endsWith('italic'))
}
