// A heading: never broken with a hyphen, never alone at the foot of a page.
import type { Element } from 'hast'
import type { Part, PartName } from '../design.ts'
import { blockWrap, textBlock } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import type { Matter, Slot } from './matter.ts'
import { makeRuns, textOf } from './runs.ts'
import { evenMatter } from './set-paragraph.ts'
import { lookOf } from './styles.ts'

const DEEPEST = 5

/** In a note, a heading is a paragraph in the cut of the smallest heading. */
export function setHeading(node: Element, place: Place, setter: Setter): TextBlock {
  const level = Number(node.tagName.slice(1))
  const part = headingPart(level, place, setter)
  const runs = makeRuns(node.children, lookOf(part), setter)
  const matter = evenMatter(runs, { ...place, part }, setter, blockWrap(node.tagName, node))
  const { above, below } = part
  const opens = level === 2 && setter.design.sections !== 'run-on' && !place.inNote
  return textBlock(ruledAbove(matter, part, place), {
    above,
    aboveTop: opens ? above : 0,
    below,
    elastic: place.inNote ? [] : [setter.design.parts.text.leading],
    toGrid: !place.inNote,
    keepWithNext: true,
    least: Number.POSITIVE_INFINITY,
    line: place.line,
    heading: { id: String(node.properties.id ?? ''), level, text: textOf(runs) }
  })
}

/** A rule in the middle of the space above, unless the heading is the first on its page. */
function ruledAbove(matter: Matter, part: Part, place: Place): Matter {
  if (part.rule === 0) return matter
  const draw = (slot: Slot) => {
    const drawn = matter.draw(slot)
    const top = (slot.tops[0] ?? 0) - part.above / 2
    const rule = { left: slot.left + place.left, top, width: place.measure, height: part.rule }
    return slot.opens || slot.from > 0 ? drawn : { ...drawn, rules: [...drawn.rules, rule] }
  }
  return { settings: matter.settings, draw }
}

function headingPart(level: number, place: Place, { design }: Setter) {
  const name = `h${Math.max(2, Math.min(level, DEEPEST))}` as PartName // h2 to h5 are parts
  const part = design.parts[name]
  if (!place.inNote) return part
  const { size, leading } = design.parts.note
  return { ...design.parts.h5, size, leading, above: 0, below: 0 }
}
