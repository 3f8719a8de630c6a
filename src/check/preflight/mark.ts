// What an operator draws in, the mark that a preflight knows it by out. Positions and sizes are points of the page as it is
// printed.
import { PDFName, PDFNumber } from '../../pdf.ts'
import type { PDFDict } from '../../pdf.ts'
import { at, nameOfSpace, scaleOf, times } from './drawing-state.ts'
import type { Ink, Matrix, State } from './drawing-state.ts'
import type { Operand } from './tokens.ts'

/** Something that is drawn. */
export interface Mark {
  kind: 'text' | 'fill' | 'stroke' | 'image' | 'shading'
  /** Where it begins. */
  x: number
  y: number
  ink: Ink
  /** Height of its type, or width of its line, in points. */
  size?: number
  /** Pixels to the inch. */
  resolution?: number
  /** Bits of a pixel, all its colours together. */
  bits?: number
  /** Letters that the font does not have. */
  missing?: boolean
  /** Written, and not drawn. */
  hidden?: boolean
  /** Outlines that the file says are letters, by the text that stands for them. */
  letters?: boolean
  opaque: boolean
}

export function textMark(state: State, text: Matrix, operands: readonly Operand[]): Mark {
  const whole = times(text, state.matrix)
  const wide = state.font?.lookup(PDFName.of('Subtype')) === PDFName.of('Type0')
  return {
    kind: 'text',
    ...at(whole, 0, 0),
    ink: state.mode === 1 ? state.stroke : state.fill,
    size: state.size * scaleOf(whole),
    missing: wide && textsOf(operands).some((d) => /^(?:..)*\0\0/su.test(d)),
    hidden: state.mode === 3,
    opaque: state.opaque
  }
}

function textsOf(operands: readonly Operand[]): string[] {
  return operands.flatMap((d) => {
    if (typeof d !== 'object') return []
    if ('text' in d) return [d.text]
    return Array.isArray(d) ? textsOf(d as readonly Operand[]) : []
  })
}

export function pathMark(state: State, [x, y]: [number, number], stroked: boolean): Mark {
  const kind = stroked ? 'stroke' : 'fill'
  const ink = stroked ? state.stroke : state.fill
  const size = stroked ? { size: state.width * scaleOf(state.matrix) } : {}
  return { kind, ...at(state.matrix, x, y), ink, ...size, opaque: state.opaque }
}

export function imageMark(dict: PDFDict, state: State): Mark {
  const number = (key: string) => {
    const value = dict.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : 0
  }
  const [a, b, c, d] = state.matrix
  const across = number('Width') / (Math.hypot(a, b) / 72)
  const up = number('Height') / (Math.hypot(c, d) / 72)
  const stencil = dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true'
  const space = stencil
    ? state.fill.space
    : (nameOfSpace(dict.lookup(PDFName.of('ColorSpace'))) ?? '')
  return {
    kind: 'image',
    ...at(state.matrix, 0, 0),
    ink: { space, values: [] },
    resolution: Math.min(across, up),
    bits: stencil ? 1 : number('BitsPerComponent') * (space.endsWith('Gray') ? 1 : 3),
    opaque: state.opaque && !dict.has(PDFName.of('SMask'))
  }
}
