// Where baselines lie. A browser puts the letters of a line in the middle of its line box; smaller letters on the same
// leading therefore stand higher than the text's, and the last line of the notes lower than the last line of the text.
import { faceName } from '../faces.ts'
import type { Style } from '../composition.ts'
import type { Part } from '../design.ts'
import type { Setter } from './text-block.ts'

/** Depth of a part's baseline below the top of its line box. */
export function baselineOf(part: Part, setter: Setter): number {
  return baselineIn({ face: faceOfPart(part), size: part.size }, part.leading, setter)
}

/** Depth of the baseline of letters below the top of a line box of that leading. */
export function baselineIn(
  { face, size }: Pick<Style, 'face' | 'size'>,
  leading: number,
  { metricsOf }: Setter
): number {
  const { ascent, descent } = metricsOf(face)
  return leading / 2 + ((ascent - descent) / 2) * size
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
