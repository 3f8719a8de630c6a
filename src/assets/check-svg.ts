// The text of an SVG in, its size out; or the reason why it may not be printed. A drawing must be still and whole in
// itself: known elements and attributes only, references to its own parts only, and not too many shapes.
import { countShapes, refer } from './count-shapes.ts'
import type { References } from './count-shapes.ts'
import { readSvg, SvgFault } from './read-svg.ts'
import type { Mark } from './read-svg.ts'
import { ATTRIBUTES, ELEMENTS, FUNCTIONS } from './svg-words.ts'

const SVG_SPACE = 'http://www.w3.org/2000/svg'
const XLINK_SPACE = 'http://www.w3.org/1999/xlink'
const DEEPEST = 100
const HARMLESS_NAME = /^(?:aria|data)-[a-z-]+$/u
const CALLED = /[\w-]*$/u
const LONGEST_NAME = 40
const LOCAL_URL = /url\(\s*(["']?)#([\w.:-]+)\1\s*\)/giu
const VIEW_BOX = /^\s*-?[\d.e]+[\s,]+-?[\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*$/iu
const LENGTH = /^\s*([\d.]+)(px|pt|pc|mm|cm|in)?\s*$/u
const PIXELS = { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }

type Open = Extract<Mark, { kind: 'open' }>

/** An element that is not closed yet. */
interface Opened {
  name: string
  id: string
  /** A style so far: comments and character data may cut it into pieces that look harmless. */
  css: string
}

/**
 * The size of a drawing in CSS pixels, where it says one.
 *
 * @throws {SvgFault} when it is not a still drawing, whole in itself
 */
export function checkSvg(text: string): { width?: number; height?: number } {
  const open: Opened[] = []
  const references: References = new Map()
  let root: Open | undefined
  for (const mark of readSvg(text)) {
    const parent = open.at(-1)
    if (mark.kind === 'open') {
      if (!parent && root) throw new SvgFault(`\`<${mark.name}>\` after the drawing`, mark.at)
      if (open.length >= DEEPEST)
        throw new SvgFault(`more than ${DEEPEST} elements in each other`, mark.at)
      if (parent?.name === 'style') throw new SvgFault(`\`<${mark.name}>\` in a style`, mark.at)
      root ??= rootOf(mark)
      const id = mark.attributes.get('id') ?? parent?.id ?? ''
      const targets = checkElement(mark)
      for (const from of new Set(['', ...open.map((d) => d.id), id]))
        refer(references, from, targets)
      if (!mark.empty) open.push({ name: mark.name, id, css: '' })
    } else if (mark.kind === 'close') {
      if (open.pop()?.name !== mark.name) throw new SvgFault(`\`</${mark.name}>\``, mark.at)
      if (parent?.name === 'style') checkStyle(parent.css, mark.at)
    } else if (parent?.name === 'style') parent.css += mark.value
    else if (!parent && mark.value.trim()) throw new SvgFault('text outside the drawing', mark.at)
  }
  if (!root || open.length > 0) throw new SvgFault('end of file, expected `</svg>`', text.length)
  countShapes(references)
  return sizeOf(root)
}

function rootOf(mark: Open): Open {
  if (mark.name === 'svg' && mark.attributes.get('xmlns') === SVG_SPACE) return mark
  throw new SvgFault(`\`<${mark.name}>\`, expected \`<svg xmlns="${SVG_SPACE}">\``, mark.at)
}

/** The ids that an element refers to. */
function checkElement(mark: Open): string[] {
  if (!ELEMENTS.has(mark.name))
    throw new SvgFault(
      `\`<${mark.name}>\`, expected a still drawing: save it as plain SVG`,
      mark.at
    )
  return [...mark.attributes].flatMap(([name, value]) => checkAttribute(name, value, mark.at))
}

function checkAttribute(name: string, value: string, at: number): string[] {
  if (!ATTRIBUTES.has(name) && !HARMLESS_NAME.test(name))
    throw new SvgFault(`attribute \`${name}\`, expected a still drawing: save it as plain SVG`, at)
  if (name === 'xmlns' || name === 'xmlns:xlink') {
    if (value === (name === 'xmlns' ? SVG_SPACE : XLINK_SPACE)) return []
    throw new SvgFault(`\`${name}="${value}"\``, at)
  }
  if (name === 'href' || name === 'xlink:href') {
    if (/^#[\w.:-]+$/u.test(value)) return [value.slice(1)]
    throw new SvgFault(
      `\`${name}="${value.slice(0, 40)}"\`, expected a part of the drawing, \`#…\``,
      at
    )
  }
  return name.startsWith('aria-') || name.startsWith('data-') ? [] : checkStyle(value, at)
}

/** The ids that a value or a style rule refers to. CSS can spell any letter with a backslash, so there is none. */
function checkStyle(css: string, offset: number): string[] {
  if (/[\\@]/u.test(css))
    throw new SvgFault(`\`${/[\\@].{0,9}/u.exec(css)?.[0]}\` in its style`, offset)
  const targets = [...css.matchAll(LOCAL_URL)].map(([, , id = '']) => id)
  const rest = css.replaceAll(LOCAL_URL, '')
  for (let at = rest.indexOf('('); at !== -1; at = rest.indexOf('(', at + 1)) {
    const name =
      CALLED.exec(rest.slice(Math.max(0, at - LONGEST_NAME), at))?.[0].toLowerCase() ?? ''
    if (name !== '' && !FUNCTIONS.has(name))
      throw new SvgFault(`\`${name}(…)\`, expected a part of the drawing, \`url(#…)\``, offset)
  }
  return targets
}

function sizeOf(root: Open): { width?: number; height?: number } {
  const length = (name: 'width' | 'height') => {
    const [, number, unit = 'px'] = LENGTH.exec(root.attributes.get(name) ?? '') ?? []
    // The pattern names the units, and PIXELS has each of them.
    return number === undefined ? undefined : Number(number) * PIXELS[unit as keyof typeof PIXELS]
  }
  const [, boxWidth, boxHeight] = VIEW_BOX.exec(root.attributes.get('viewBox') ?? '') ?? []
  const width = length('width') ?? (boxWidth === undefined ? undefined : Number(boxWidth))
  const height = length('height') ?? (boxHeight === undefined ? undefined : Number(boxHeight))
  return width && height ? { width, height } : {}
}
