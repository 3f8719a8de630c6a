// Words of a cover in, lines out: in the largest type in which they have room, divided into even lines; a long title is
// smaller and has more of them, and in the smallest a word that is wider than all is broken.
import type { Line, Style } from '../composition.ts'
import type { Part } from '../design.ts'
import { evenMeasure } from './even-lines.ts'
import type { Paragraph } from './paragraph.ts'
import { lookOf, styleOf } from './styles.ts'
import type { Setter } from './text-block.ts'
import { drawLine } from './cover-drawing.ts'
import type { Drawing } from './cover-drawing.ts'

/** How words are set on a cover; lengths are pixels. */
export interface CoverType {
  /** Whose face, capitals and figures they have. */
  part: Part
  align: 'left' | 'center'
  largest: number
  /** Smaller only where there are too many words for it. */
  smallest: number
  width: number
  height: number
  /** Distance of baselines, and letterspace, in ems. */
  leading: number
  tracking?: number
}

/** Words that are set. */
export interface CoverText {
  lines: readonly Line[]
  style: Style
  align: 'left' | 'center'
  /** Distance of its baselines. */
  leading: number
  /** Height of its capitals. */
  capitals: number
  /** From the top of its capitals to its last baseline. */
  height: number
  /** Width of the room that it was given. */
  width: number
}

const STEP = 0.96

/** Set words in the largest type that has room. */
export function setWords(text: string, type: CoverType, setter: Setter): CoverText {
  for (let size = type.largest; ; size *= STEP) {
    const set = setIn(text, type, size, setter)
    const whole = !set.forced || size <= type.smallest
    if ((whole && set.height <= type.height) || size < 1) return set
  }
}

/** The style of a part in a size of its own. */
export function coverStyle(part: Part, size: number, tracking: number, setter: Setter): Style {
  return styleOf({ ...lookOf(part), size, tracking: tracking * size }, setter.featuresOf)
}

function setIn(
  text: string,
  type: CoverType,
  size: number,
  setter: Setter
): CoverText & { forced: boolean } {
  const { part, align, width } = type
  const style = coverStyle(part, size, type.tracking ?? 0, setter)
  const leading = type.leading * size
  const paragraph: Paragraph = {
    runs: [{ text, style, wraps: [] }],
    measure: width,
    indent: 0,
    align,
    hyphenate: false,
    variants: false,
    leading
  }
  const [wide] = setter.lines.set(paragraph)
  const forced = (wide?.forced ?? 0) > 0
  const measure = forced ? width : evenMeasure(paragraph, setter.lines)
  const [even] = setter.lines.set({ ...paragraph, measure })
  const inset = align === 'center' ? (width - measure + style.tracking) / 2 : 0
  const lines = (even?.lines() ?? []).map((d) => ({ ...d, left: d.left + inset }))
  const capitals = setter.metricsOf(style.face).capitals * size
  const height = capitals + Math.max(0, lines.length - 1) * leading
  return { lines, style, align, leading, capitals, height, width, forced }
}

/** Draw words whose capitals begin at `top`, in the room that begins at `left`. */
export function drawWords(
  drawing: Drawing,
  { lines, leading, capitals }: CoverText,
  left: number,
  top: number,
  setter: Setter,
  ink: 'black' | 'white' = 'black'
): void {
  lines.forEach((line, index) => {
    drawLine(drawing, line, left, top + capitals + index * leading, setter, ink)
  })
}
