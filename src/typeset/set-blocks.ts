// Blocks of the text, one after another, into the galley. Each kind of block is set in a file of its own or a few lines
// here; words that stand loose among blocks are paragraphs.
import type { Element, ElementContent } from 'hast'
import type { Part } from '../design.ts'
import { blockWrap, lineOf, partHere, setApart } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import { byName } from './set-before.ts'
import { setFigure } from './set-figure.ts'
import { setHeading } from './set-heading.ts'
import { setList, setTerms } from './set-list.ts'
import { setBreak, setCode, setParagraph, setVerse } from './set-paragraph.ts'
import { setTable } from './set-table.ts'

const BLOCK =
  /^(p|div|section|blockquote|h[1-6]|ul|ol|li|dl|dt|dd|table|figure|figcaption|hr|pre)$/u
const HEADING = /^h[1-6]$/u
/** Blocks of which compose makes new elements each time, though they say the same. */
const NAMED = /^(h[1-6]|figure)$/u
/** A block after which the first line of a paragraph is indented. */
const RUNS_ON = /^p$/u

/** How a piece of the text is set: the name of the file says which. */
export type SetBlocks = (
  nodes: readonly ElementContent[],
  place: Place,
  setter: Setter
) => TextBlock[]

/** Set blocks; the first paragraph, and each that follows something else, begins without an indent. */
export function setBlocks(
  nodes: readonly ElementContent[],
  place: Place,
  setter: Setter,
  continued = false
): TextBlock[] {
  const galley: TextBlock[] = []
  let before = continued ? 'p' : ''
  for (const node of gatherLoose(nodes)) {
    const set = setOnce(node, place, setter, before)
    if (set.length > 0) before = node.tagName
    // The mark of a break neither ends a page nor opens one.
    const last = galley.at(-1)
    if (node.tagName === 'hr' && last) galley.splice(-1, 1, ...keptWithNext(last, setter))
    galley.push(...set)
  }
  return galley
}

/** What stands in nothing else is set once, and the same from then on. */
function setOnce(
  node: Element,
  place: Place,
  setter: Setter,
  before: string
): readonly TextBlock[] {
  const { part, within, inNote, line } = place
  const set = () => setOne(node, place, setter, before)
  if (within.length > 0 || inNote || part !== setter.design.parts.text) return set()
  const how = `${before} ${line}`
  return NAMED.test(node.tagName)
    ? byName(setter.before, `${how} ${JSON.stringify(node)}`, set)
    : setter.before.blocks(node, how, set)
}

function keptWithNext(block: TextBlock, { before }: Setter): readonly TextBlock[] {
  return before.blocks(block, 'kept', () => [{ ...block, keepWithNext: true }])
}

function setOne(node: Element, place: Place, setter: Setter, before: string): TextBlock[] {
  const here = { ...place, line: lineOf(node, place) }
  const { leading } = setter.design.parts.text
  const indented = RUNS_ON.test(before)
  const apart = (blocks: TextBlock[], part: Part) => setApart(blocks, part, here, leading)
  switch (node.tagName) {
    case 'blockquote': {
      const part = partHere('quote', here, setter)
      const within = [...here.within, blockWrap('blockquote', node)]
      const inner = setBlocks(node.children, { ...inset(here, part), within }, setter)
      return setApart(inner, part, here, leading)
    }
    case 'ul':
    case 'ol':
      return apart(setList(node, here, setter, setBlocks), listPart(here, setter))
    case 'dl':
      return apart(setTerms(node, here, setter, setBlocks), listPart(here, setter))
    case 'table':
      return apart(setTable(node, here, setter), partHere('table', here, setter))
    case 'figure':
      return apart(setFigure(node, here, setter), partHere('caption', here, setter))
    case 'pre':
      return apart(setCode(node, here, setter), partHere('code', here, setter))
    case 'hr':
      return [setBreak(here, setter)]
    case 'div':
    case 'section':
    case 'li':
    case 'dd':
    case 'dt':
    case 'figcaption':
      return setBlocks(node.children, here, setter, indented)
    default:
      if (HEADING.test(node.tagName)) return [setHeading(node, here, setter)]
      return isVerse(node, here)
        ? setVerse(node, here, setter, before !== '')
        : setParagraph(node, here, setter, indented, before === 'h2' && !place.inNote)
  }
}

/** A list within a list is set apart by its indent alone. */
function listPart(place: Place, setter: Setter): Part {
  const part = partHere('list', place, setter)
  const inList = place.within.some((d) => d.tagName === 'li')
  return inList ? { ...part, above: 0, below: 0 } : part
}

/** The place within the insets of a part. */
export function inset(place: Place, part: Place['part']): Place {
  const [left, right] = part.inset
  // A narrow measure is not given away: at least half of it stays.
  const by = Math.min(1, place.measure / 2 / Math.max(1, left + right))
  return {
    ...place,
    part,
    left: place.left + left * by,
    measure: place.measure - (left + right) * by
  }
}

/** Words among blocks become paragraphs; blank text between blocks is nothing. */
function gatherLoose(nodes: readonly ElementContent[]): Element[] {
  const blocks: Element[] = []
  let loose: ElementContent[] = []
  const close = () => {
    if (loose.some((d) => d.type !== 'text' || d.value.trim() !== ''))
      blocks.push({ type: 'element', tagName: 'p', properties: {}, children: loose })
    loose = []
  }
  for (const node of nodes) {
    if (node.type === 'element' && BLOCK.test(node.tagName)) {
      close()
      blocks.push(node)
    } else if (node.type !== 'comment') loose.push(node)
  }
  close()
  return blocks
}

/** A paragraph of a quotation with two line breaks or more is a stanza. */
function isVerse(node: Element, place: Place): boolean {
  const breaks = node.children.filter((d) => d.type === 'element' && d.tagName === 'br').length
  return breaks > 1 && place.within.some((d) => d.tagName === 'blockquote')
}
