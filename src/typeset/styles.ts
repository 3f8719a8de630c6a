// How letters are set: the style of a part of the design, and what emphasis, code and the like make of it.
import type { Style } from '../composition.ts'
import { faceName, faceOf } from '../faces.ts'
import type { FaceName, Family } from '../faces.ts'
import type { Design, Part } from '../design.ts'
import { SMALL } from './taste.ts'

/** What is asked of the letters at one place in a line. */
export interface Look {
  family: Family
  bold: boolean
  italic: boolean
  small: boolean
  size: number
  tracking: number
  figures: 'old-style' | 'lining'
  raise: number
}

/** Which OpenType features a face has. */
export type FeaturesOf = (face: FaceName) => ReadonlySet<string>

/** The look of a part's plain letters. */
export function lookOf(part: Part): Look {
  return {
    family: part.family,
    bold: part.cut.startsWith('bold'),
    italic: part.cut.endsWith('italic'),
    small: part.caps === 'small',
    size: part.size,
    tracking: part.tracking,
    figures: part.figures,
    raise: 0
  }
}

/** The look inside an element of a line. */
export function lookWithin(look: Look, tagName: string, design: Design): Look {
  if (/^(em|i|cite|var|dfn)$/u.test(tagName)) return { ...look, italic: !look.italic }
  if (/^(strong|b)$/u.test(tagName)) return { ...look, bold: true }
  if (/^(code|kbd|samp)$/u.test(tagName)) return codeLook(look, design)
  if (tagName === 'small') return { ...look, size: look.size * SMALL.small }
  if (tagName === 'sup') return scaled(look, SMALL.superior, SMALL.raise)
  if (tagName === 'sub') return scaled(look, SMALL.superior, -SMALL.lower)
  return look
}

/** The style of a look, with the features that the face has. */
export function styleOf(look: Look, featuresOf: FeaturesOf): Style {
  const face = faceName(look.family, look.bold, look.italic)
  const has = featuresOf(face)
  const wanted = [look.figures === 'old-style' ? 'onum' : 'lnum', ...(look.small ? ['smcp'] : [])]
  return {
    face,
    size: sizeOf(look),
    features: wanted.filter((d) => has.has(d)),
    tracking: round(look.tracking),
    raise: round(look.raise)
  }
}

/** The style of a note call: true superiors where the face has them, raised small figures where not. */
export function callStyle(look: Look, featuresOf: FeaturesOf): Style {
  const upright = { ...look, italic: false, bold: false, small: false, tracking: 0 }
  const face = faceName(look.family, false, false)
  if (featuresOf(face).has('sups'))
    return {
      face,
      size: sizeOf(look),
      features: ['sups'],
      tracking: 0,
      raise: round(look.raise)
    }
  return { ...styleOf(scaled(upright, SMALL.superior, SMALL.raise), featuresOf), features: [] }
}

function codeLook(look: Look, design: Design): Look {
  const { code, text } = design.parts
  // Code in a line is as much smaller than its line as blocks of code are than the text.
  const size = look.family === code.family ? look.size : (look.size * code.size) / text.size
  return { ...look, family: code.family, size, small: false, tracking: 0, figures: 'lining' }
}

function scaled(look: Look, by: number, raised: number): Look {
  return { ...look, size: look.size * by, raise: look.raise + look.size * raised }
}

/** Browsers set letters in sizes of a 64th of a CSS pixel; between two of them every line would be a little off. */
function sizeOf({ size }: Look): number {
  return Math.max(1, Math.round(size * 4) / 4)
}

/** Whole hundredths keep the document short, and are finer than any press. */
function round(length: number): number {
  return Math.round(length * 100) / 100
}

/** All faces that a set of styles names. */
export function facesOf(styles: Iterable<Style>): FaceName[] {
  return [...new Set([...styles].map((d) => d.face))].toSorted((a, b) =>
    faceOf(a).path < faceOf(b).path ? -1 : 1
  )
}
