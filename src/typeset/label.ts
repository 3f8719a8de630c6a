// What stands beside the first line of a block, in the room at its left: the mark of an item, the number of a note.
import type { Run, Wrap } from '../composition.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import type { Matter, Slot } from './matter.ts'
import { setBlock } from './matter.ts'

/** A label and its room. */
export interface Label {
  runs: readonly Run[]
  /** Left edge of its room from that of the frame, and its width: the label stands at the right of it. */
  left: number
  room: number
  within: readonly Wrap[]
}

/** The blocks, the first with its label. */
export function labelled(
  blocks: readonly TextBlock[],
  label: Label,
  place: Place,
  setter: Setter
): TextBlock[] {
  const [first, ...rest] = blocks
  if (!first) return []
  return [{ ...first, matter: withLabel(first.matter, label, place, setter) }, ...rest]
}

/** Matter that draws a label when it draws its first line. */
export function withLabel(matter: Matter, label: Label, place: Place, setter: Setter): Matter {
  const { leading } = place.part
  const settings = setter.lines.set({
    runs: label.runs,
    measure: label.room,
    indent: 0,
    align: 'right',
    hyphenate: false,
    variants: false,
    leading
  })
  const element: Wrap = { tagName: 'span', properties: { className: ['label'] } }
  const frame = { within: label.within, element, inset: label.left, leading }
  const draw = (slot: Slot) => {
    const drawn = matter.draw(slot)
    const [top] = slot.tops
    if (slot.from > 0 || top === undefined) return drawn
    const firstTop = drawn.blocks[0]?.lines[0]?.top ?? top
    const at: Slot = { ...slot, setting: 0, from: 0, to: 1, tops: [firstTop] }
    return { ...drawn, blocks: [setBlock(settings, frame, at), ...drawn.blocks] }
  }
  return { settings: matter.settings, draw }
}
