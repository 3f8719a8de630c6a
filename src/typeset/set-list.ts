// Lists: what marks an item stands in the room that its lines leave free at the left.
import type { Element, ElementContent } from 'hast'
import type { Run } from '../composition.ts'
import { blockWrap, lineOf, partHere } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import { labelled } from './label.ts'
import { listLabels } from './list-labels.ts'
import type { SetBlocks } from './set-blocks.ts'
import { lookOf, styleOf } from './styles.ts'
import { LABEL } from './taste.ts'

/** A list of items with a mark or a number each. */
export function setList(
  node: Element,
  place: Place,
  setter: Setter,
  setBlocks: SetBlocks
): TextBlock[] {
  const part = partHere('list', place, setter)
  const items = node.children.filter(isItem)
  const style = styleOf(lookOf(part), setter.featuresOf)
  const labels = listLabels(node, items, depthOf(place)).map((text): Run[] => [
    { text, style, wraps: [] }
  ])
  const gap = LABEL.gap * part.size
  const widths = labels.map(([run]) => (run ? setter.lines.width(run.text, run.style) : 0))
  // All labels of a list get the same room: that of the widest, and no less than the design gives.
  const room = Math.min(Math.max(part.inset[0], Math.max(0, ...widths) + gap), place.measure / 2)
  const list = blockWrap(node.tagName, node)
  const set = items.map((item, index) => {
    const within = [...place.within, list, blockWrap('li', item)]
    const there: Place = {
      ...place,
      part,
      within,
      left: place.left + room,
      measure: place.measure - room,
      line: lineOf(item, place)
    }
    const blocks = setBlocks(item.children, there, setter)
    const label = { runs: labels[index] ?? [], left: place.left, room: room - gap, within }
    return labelled(blocks, label, there, setter)
  })
  return keepEnds(set)
}

/** Neither the first line of a list nor its last stands alone on a page, where it is all of an item. */
function keepEnds(items: readonly TextBlock[][]): TextBlock[] {
  const isLine = (blocks: readonly TextBlock[] | undefined) =>
    blocks?.length === 1 && blocks[0]?.matter.settings[0]?.heights.length === 1
  const kept = new Set([
    ...(isLine(items[0]) && items.length > 1 ? [items[0]?.at(-1)] : []),
    ...(isLine(items.at(-1)) ? [items.at(-2)?.at(-1)] : [])
  ])
  return items.flat().map((d) => (kept.has(d) ? { ...d, keepWithNext: true } : d))
}

/** Terms and what is said of them. */
export function setTerms(
  node: Element,
  place: Place,
  setter: Setter,
  setBlocks: SetBlocks
): TextBlock[] {
  const part = partHere('list', place, setter)
  const [left] = part.inset
  const list = blockWrap('dl', node)
  return node.children.filter(isItem).flatMap((item) => {
    const within = [...place.within, list, blockWrap(item.tagName, item)]
    const line = lineOf(item, place)
    if (item.tagName === 'dt') {
      const term: Place = {
        ...place,
        part: { ...part, cut: 'italic', align: 'left' },
        within,
        line
      }
      return setBlocks(item.children, term, setter).map((d) => ({ ...d, keepWithNext: true }))
    }
    const there = {
      ...place,
      part,
      within,
      left: place.left + left,
      measure: place.measure - left,
      line
    }
    return setBlocks(item.children, there, setter)
  })
}

function isItem(node: ElementContent): node is Element {
  return node.type === 'element'
}

/** How many lists are around. */
function depthOf(place: Place): number {
  return place.within.filter((d) => /^[uo]l$/u.test(d.tagName)).length
}
