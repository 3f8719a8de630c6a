// Two composed pages in, whether the same is drawn on them out: what a PDF would hold of them, byte for byte. Lines of the
// manuscript and addresses of links are not drawn.
import type { ComposedPage, Piece, PlacedLine, SetBlock, Style } from '../composition.ts'

/** What is looked at: a page whole, or without its running head and folio. */
export type Extent = 'whole' | 'text'

/** Whether the same is drawn on two pages, pictures by their names. */
export function sameInk(one: ComposedPage, other: ComposedPage, extent: Extent = 'whole'): boolean {
  if (one === other) return true
  return (
    (extent === 'text' || each(one.furniture, other.furniture, sameBlock)) &&
    each(one.blocks, other.blocks, sameBlock) &&
    each(one.notes, other.notes, (a, b) => each(a.blocks, b.blocks, sameBlock)) &&
    each(one.rules, other.rules, (a, b) => equal(a, b, ['left', 'top', 'width', 'height']))
  )
}

function each<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (one.length !== other.length) return false
  return one.every((d, index) => {
    const to = other[index]
    return to !== undefined && (d === to || same(d, to))
  })
}

function equal<T>(one: T, other: T, keys: readonly (keyof T)[]): boolean {
  return keys.every((key) => one[key] === other[key])
}

function sameBlock(one: SetBlock, other: SetBlock): boolean {
  return (
    one.left === other.left &&
    one.element.tagName === other.element.tagName &&
    each(one.within, other.within, (a, b) => a.tagName === b.tagName) &&
    samePicture(one, other) &&
    each(one.lines, other.lines, sameLine)
  )
}

function samePicture({ picture: one }: SetBlock, { picture: other }: SetBlock): boolean {
  if (!one || !other) return one === other
  return equal(one, other, ['src', 'left', 'top', 'width', 'height'])
}

function sameLine(one: PlacedLine, other: PlacedLine): boolean {
  return (
    equal(one, other, ['top', 'leading']) &&
    (one.line === other.line ||
      (equal(one.line, other.line, ['left', 'wordSpace', 'tracking', 'stretch']) &&
        each(one.line.pieces, other.line.pieces, samePiece))) &&
    (one.strut === other.strut ||
      (!!one.strut && !!other.strut && sameStyle(one.strut, other.strut)))
  )
}

function samePiece(one: Piece, other: Piece): boolean {
  return (
    one.text === other.text &&
    one.missing === other.missing &&
    one.run.width === other.run.width &&
    sameStyle(one.run.style, other.run.style) &&
    each(one.run.wraps, other.run.wraps, (a, b) => a.tagName === b.tagName)
  )
}

function sameStyle(one: Style, other: Style): boolean {
  return (
    one === other ||
    (equal(one, other, ['face', 'size', 'tracking', 'raise']) &&
      each(one.features, other.features, (a, b) => a === b))
  )
}
