// What stands before and after the text: title page, imprint, contents, colophon. Each is one page or more of its own.
import type { Element, ElementContent } from 'hast'
import type { Wrap } from '../composition.ts'
import type { Design, PartName } from '../design.ts'
import { blockWrap, textBlock } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import type { Slot } from './matter.ts'
import { makeRuns } from './runs.ts'
import { evenMatter, lineMatter } from './set-paragraph.ts'
import { lookOf, styleOf } from './styles.ts'
import { CONTENTS } from './taste.ts'

/** Lines of a section such as the title page, each set as the part of its class. Who publishes stands at the foot of it. */
export function setFront(section: Element, kind: PartName, setter: Setter): TextBlock[] {
  const { design } = setter
  const blocks = section.children.filter(isElement).map((node) => {
    const name = partOf(node, kind, design)
    const place = placeOf(name, design)
    const runs = makeRuns(node.children, lookOf(place.part), setter)
    const element = blockWrap(node.tagName, node)
    const matter = evenMatter(runs, place, setter, element)
    const { above, below } = place.part
    // What the law wants said stands at the foot of its page, and the colophon at that of the last.
    const aboveTop = /^(imprint|colophon)$/u.test(kind) ? design.depth : above
    return textBlock(matter, { above, aboveTop, below, keepWithNext: true })
  })
  const there = fitTop(blocks, design.depth)
  const last = section.children.findLast(isElement)
  return last && partOf(last, kind, design) === 'publisher' ? sinkLast(there, design.depth) : there
}

/** The last block to the foot of a page that holds no notes. */
function sinkLast(blocks: readonly TextBlock[], depth: number): TextBlock[] {
  const called = blocks.some(({ matter }) => (matter.settings[0]?.calls.size ?? 0) > 0)
  const [first] = blocks
  if (called || !first || blocks.length < 2) return [...blocks]
  const rest = depth - heightOf(blocks) + first.above - first.aboveTop
  const sunk = Math.max(0, rest)
  return blocks.map((d, i) => (i === blocks.length - 1 ? { ...d, above: d.above + sunk } : d))
}

function partOf(node: Element, kind: PartName, design: Design): PartName {
  if (node.tagName === 'h1') return 'title'
  const [name] = Array.isArray(node.properties.className) ? node.properties.className : []
  return Object.keys(design.parts).includes(String(name)) ? (name as PartName) : kind // a part of the design
}

/** The space above the first line gives way where the page is too low for all. */
function fitTop(blocks: readonly TextBlock[], depth: number): TextBlock[] {
  const height = heightOf(blocks) - (blocks[0]?.above ?? 0)
  return blocks.map((d, index) =>
    index === 0 ? { ...d, aboveTop: Math.max(0, Math.min(d.aboveTop, depth - height)) } : d
  )
}

/** The contents: each heading with its folio, which is known when the pages are. */
export function setContents(
  nav: Element,
  setter: Setter,
  folioOf: (id: string) => string
): TextBlock[] {
  const [title, list] = nav.children.filter(isElement)
  const entries = list?.children.filter(isElement) ?? []
  const wrap: Wrap = { tagName: 'ul', properties: {} }
  const heading = title ? setTitle(title, setter) : []
  const blocks = [...heading, ...entries.map((d) => setEntry(d, wrap, setter, folioOf))]
  // Contents that have room in one column are not divided.
  const whole = heightOf(blocks) <= setter.design.depth
  return blocks.map((d) => ({ ...d, keepWithNext: d.keepWithNext || whole }))
}

function heightOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((total, { matter, above, below }) => {
    const lines = matter.settings[0]?.heights ?? []
    return total + above + lines.reduce((sum, d) => sum + d, 0) + below
  }, 0)
}

function setTitle(node: Element, setter: Setter): TextBlock[] {
  const place = placeOf('contents-title', setter.design)
  const runs = makeRuns(node.children, lookOf(place.part), setter)
  const matter = evenMatter(runs, place, setter, blockWrap('h2'))
  const { above, below } = place.part
  return [textBlock(matter, { above, aboveTop: above, below, toGrid: true, keepWithNext: true })]
}

/** An entry: its lines leave room for the folio, which stands at the end of the last. */
function setEntry(
  item: Element,
  list: Wrap,
  setter: Setter,
  folioOf: (id: string) => string
): TextBlock {
  const inner = String(item.properties.className).includes('level-3')
  const place = placeOf(inner ? 'contents-inner' : 'contents', setter.design)
  const { part } = place
  const style = styleOf(lookOf(part), setter.featuresOf)
  const link = item.children.find(isElement)
  const href = String(link?.properties.href ?? '')
  const anchor: Wrap = { tagName: 'a', properties: { href } }
  const [title] = link?.children.filter(isElement) ?? []
  const runs = makeRuns(title?.children ?? [], lookOf(part), setter)
  const linked = runs.map((d) => ({ ...d, wraps: [anchor, ...d.wraps] }))
  const within = [list, { tagName: 'li', properties: {} }]
  const room = setter.lines.width(CONTENTS.widest, style) + CONTENTS.gap * part.size
  const measure = Math.max(place.measure - room, place.measure / 2)
  const turned = Math.min(CONTENTS.turnover * part.size, measure / 3)
  const there = { ...place, within, left: place.left + turned, measure: measure - turned }
  const given = { variants: false, indent: -turned }
  const matter = lineMatter(linked, there, setter, blockWrap('p'), given)
  const draw = (slot: Slot) => {
    const drawn = matter.draw(slot)
    const last = drawn.blocks.at(-1)?.lines.at(-1)
    if (!last || slot.to < (matter.settings[0]?.heights.length ?? 0)) return drawn
    const folio = [{ text: folioOf(href.slice(1)), style, wraps: [anchor] }]
    const aside = { ...place, within, part: { ...part, align: 'right' as const } }
    const beside = lineMatter(folio, aside, setter, blockWrap('p'), { variants: false })
    const at = { ...slot, setting: 0, from: 0, to: 1, tops: [last.top] }
    return { ...drawn, blocks: [...drawn.blocks, ...beside.draw(at).blocks] }
  }
  return textBlock({ settings: matter.settings, draw }, { above: part.above })
}

function placeOf(name: PartName, { parts, measure }: Design): Place {
  const part = parts[name]
  const [left, right] = part.inset
  return {
    part,
    within: [],
    left,
    measure: Math.max(measure - left - right, measure / 2),
    inNote: false,
    line: 0
  }
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}
