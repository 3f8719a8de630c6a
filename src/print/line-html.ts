// A line as HTML: its letters in the elements around them, put where its composition says.
import type { Element, ElementContent, Properties } from 'hast'
import { MISSING_WIDTH } from '../composition.ts'
import type { Line, Piece, PlacedLine, Wrap } from '../composition.ts'
import type { StyleNames } from './style-rules.ts'

/** Elements that PDF readers do not know as tags are written as those that say nothing but how they look. */
const PLAIN: Readonly<Record<string, string>> = {
  em: 'i',
  cite: 'i',
  var: 'i',
  dfn: 'i',
  strong: 'b'
}
/** Chromium rounds the width of each piece up to a 64th of a CSS pixel, which is half of that on average. */
const ROUNDED = 1 / 128
/** The longest decimal that moves nothing: a thousandth of a tenth of a point. */
const DIGITS = 4

/** A span at the line's place, with its spacing and what it must measure. */
export function lineElement(
  placed: PlacedLine,
  blockLeft: number,
  styles: StyleNames,
  id?: string
): Element {
  const { line, top, leading } = placed
  const strut = placed.strut ?? line.pieces[0]?.run.style
  const name = strut ? styles.name(strut) : ''
  const spaced = line.end === 'space' || line.end === 'break'
  const style = [
    `left:${short(blockLeft + line.left)}px`,
    `top:${short(top)}px`,
    `line-height:${short(leading)}px`,
    line.wordSpace === 0 ? '' : `word-spacing:${short(line.wordSpace)}px`,
    line.tracking === 0 ? '' : `letter-spacing:${short(line.tracking)}px`,
    line.stretch === 1 ? '' : `transform:scaleX(${line.stretch.toFixed(6)})`
  ]
  const children = nest(line, name, styles)
  const end = spaced && children.length > 0 ? [text(' ')] : []
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      ...(id !== undefined && { id }),
      className: ['l', ...(name ? [name] : [])],
      style: style.filter(Boolean).join(';'),
      dataW: short(line.width + line.pieces.length * ROUNDED * line.stretch),
      dataE: line.end
    },
    children: [...children, ...end]
  }
}

/** The pieces, those within one element together. */
function nest(line: Line, lineName: string, styles: StyleNames): ElementContent[] {
  const children: ElementContent[] = []
  const open: { wrap: Wrap; element: Element }[] = []
  for (const piece of line.pieces) {
    const { wraps } = piece.run
    let depth = 0
    while (depth < open.length && open[depth]?.wrap === wraps[depth]) depth += 1
    open.length = depth
    for (const wrap of wraps.slice(depth)) {
      const element = wrapElement(wrap, piece)
      ;(open.at(-1)?.element.children ?? children).push(element)
      open.push({ wrap, element })
    }
    const into = open.at(-1)?.element.children ?? children
    into.push(...setLetters(piece, line, lineName, styles))
  }
  return children
}

function wrapElement({ tagName, properties }: Wrap, { run }: Piece): Element {
  const name = PLAIN[tagName] ?? tagName
  const { dataHigh, dataWide, ...rest } = properties
  const style = run.width === undefined ? undefined : thingStyle(dataHigh, dataWide)
  return {
    type: 'element',
    tagName: name,
    properties: { ...rest, ...(style && { style }) },
    children: []
  }
}

/** A picture in a line stands on it, and is as wide and high as was reckoned with. */
function thingStyle(high: Properties[string], wide: Properties[string]): string | undefined {
  return high === undefined ? undefined : `height:${Number(high)}px;width:${Number(wide)}px`
}

function setLetters(
  piece: Piece,
  line: Line,
  lineName: string,
  styles: StyleNames
): ElementContent[] {
  const { run } = piece
  if (run.width !== undefined) return []
  const name = styles.name(run.style)
  const tracked = run.style.tracking + line.tracking
  const style = [
    run.style.tracking === 0 ? '' : `letter-spacing:${short(tracked)}px`,
    piece.missing ? `width:${short(missingWidth(piece))}px` : ''
  ].filter(Boolean)
  if (name === lineName && style.length === 0) return [text(piece.text)]
  const className = [...(name === lineName ? [] : [name]), ...(piece.missing ? ['missing'] : [])]
  const properties = {
    ...(className.length > 0 && { className }),
    ...(style.length > 0 && { style: style.join(';') })
  }
  return [{ type: 'element', tagName: 'span', properties, children: [text(piece.text)] }]
}

/** The room that was kept for letters that the face has not. */
function missingWidth({ text: letters, run }: Piece): number {
  return [...letters].length * MISSING_WIDTH * run.style.size
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

/** A length in CSS pixels, as short as it can be written. */
export function short(length: number): string {
  return String(Number(length.toFixed(DIGITS)))
}
