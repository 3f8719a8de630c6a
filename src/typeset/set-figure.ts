// A picture that stands by itself, and its caption: at its natural size, or as much smaller as the page wants it.
import type { Element, ElementContent } from 'hast'
import type { PlacedPicture } from '../composition.ts'
import { blockWrap, textBlock, lineOf, partHere } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import type { Matter } from './matter.ts'
import { makeRuns } from './runs.ts'
import { evenMatter } from './set-paragraph.ts'
import { lookOf } from './styles.ts'
import { PICTURE } from './taste.ts'

/** A CSS pixel, in tenths of a point. */
const PIXEL = 7.5

/** The pictures and captions of a figure, kept together. */
export function setFigure(node: Element, place: Place, setter: Setter): TextBlock[] {
  const part = partHere('caption', place, setter)
  const within = [...place.within, blockWrap('figure', node)]
  const blocks = node.children.filter((d) => d.type === 'element')
  const set = blocks.flatMap((child) => {
    const here = { ...place, within, line: lineOf(child, place) }
    const image = imageOf(child)
    if (image) return [textBlock(pictureMatter(image, here, setter), whole(here))]
    const wrap = [...within, blockWrap('figcaption', child)]
    const caption = { ...here, within: wrap, part }
    const runs = makeRuns(child.children, lookOf(part), setter)
    if (runs.length === 0) return []
    const matter = evenMatter(runs, caption, setter)
    return [textBlock(matter, { above: part.above / 2, line: here.line })]
  })
  return set.map((d, index) => ({ ...d, keepWithNext: index < set.length - 1, least: Infinity }))
}

function whole(place: Place): Partial<TextBlock> {
  return { least: Number.POSITIVE_INFINITY, line: place.line }
}

function imageOf(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined
  if (node.tagName === 'img') return node
  const [child, ...rest] = node.children
  return rest.length === 0 && child && node.tagName !== 'figcaption' ? imageOf(child) : undefined
}

/** A picture as one line of its own height. */
function pictureMatter(image: Element, place: Place, { design }: Setter): Matter {
  const { width: w, height: h, src, alt } = image.properties
  const natural = {
    width: Number(w ?? 0) * PIXEL || place.measure,
    height: Number(h ?? 0) * PIXEL || place.measure * PICTURE.ratio
  }
  const most = design.depth * PICTURE.depth
  const by = Math.min(1, place.measure / natural.width, most / natural.height)
  const [width, height] = [natural.width * by, natural.height * by]
  const setting = {
    cost: 0,
    heights: [height],
    calls: new Map(),
    hyphens: [false],
    lines: () => []
  }
  return {
    settings: [setting],
    draw: ({ left, tops }) => {
      const picture: PlacedPicture = {
        src: String(src ?? ''),
        alt: String(alt ?? ''),
        left: left + place.left + (place.measure - width) / 2,
        top: tops[0] ?? 0,
        width,
        height
      }
      const { within, line } = place
      const element = { tagName: 'img', properties: {} }
      const block = {
        within,
        element,
        line,
        left: picture.left,
        lines: [],
        picture,
        continued: false
      }
      return { blocks: [block], rules: [] }
    }
  }
}
