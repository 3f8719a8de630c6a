// Running heads and folios: one line each, in the margins.
import type { SetBlock, Wrap } from '../composition.ts'
import type { Part } from '../design.ts'
import type { Setter } from './text-block.ts'
import { setBlock } from './matter.ts'
import { lookOf, styleOf } from './styles.ts'

/** Where a line of furniture belongs. */
interface Spot {
  side: 'recto' | 'verso'
  folio: string
  head: string
}

/** The furniture of a page, and its head as it was set: one that is too long ends with an ellipsis. */
export function setFurniture(
  { side, folio, head }: Spot,
  setter: Setter
): { head: string; furniture: SetBlock[] } {
  const { design } = setter
  const { parts, headTop, folioTop, headAlign, folioAlign } = design
  const furniture: SetBlock[] = []
  let shown = ''
  if (head && headTop !== undefined) {
    const part = aligned(parts.head, headAlign, side)
    shown = shorten(head, part, setter)
    furniture.push(line('running-head', shown, part, headTop))
  }
  if (folio && folioTop !== undefined)
    furniture.push(line('folio', folio, aligned(parts.folio, folioAlign, side), folioTop))
  return { head: shown, furniture }

  function line(name: string, text: string, part: Part, top: number): SetBlock {
    const style = styleOf(lookOf(part), setter.featuresOf)
    const settings = setter.lines.set({
      runs: [{ text, style, wraps: [] }],
      measure: widthOf(setter),
      indent: 0,
      align: part.align,
      hyphenate: false,
      variants: false,
      leading: part.leading
    })
    const element: Wrap = { tagName: 'div', properties: { className: [name], ariaHidden: 'true' } }
    const left = side === 'recto' ? design.inner : design.outer
    const slot = { setting: 0, from: 0, to: 1, left, tops: [top], opens: false }
    return setBlock(settings, { within: [], element, inset: 0, leading: part.leading }, slot)
  }
}

function aligned(part: Part, align: 'center' | 'outer', side: 'recto' | 'verso'): Part {
  if (align === 'center') return { ...part, align: 'center' }
  return { ...part, align: side === 'recto' ? 'right' : 'left' }
}

/** All columns with what is between them. */
function widthOf({ design }: Setter): number {
  return design.columns * (design.measure + design.gutter) - design.gutter
}

/** Whole words, as many as have room. */
function shorten(text: string, part: Part, setter: Setter): string {
  const style = styleOf(lookOf(part), setter.featuresOf)
  const fits = (d: string) => setter.lines.width(d, style) <= widthOf(setter)
  if (fits(text)) return text
  const words = text.split(' ')
  while (words.length > 1 && !fits(`${words.join(' ')} …`)) words.pop()
  return `${words.join(' ')} …`
}
