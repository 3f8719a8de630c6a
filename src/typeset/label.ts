// What stands beside the first line of a block, in the room at its left: the mark of an item, the number of a note.
import type { PlacedLine, Run, Wrap } from '../composition.ts'
import { baselineIn } from './baseline.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import type { Drawn, Matter, Slot } from './matter.ts'
import { setBlock } from './matter.ts'
import { lookOf, styleOf } from './styles.ts'

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
  const strut = styleOf(lookOf(place.part), setter.featuresOf)
  const frame = { within: label.within, element, inset: label.left, leading, strut }
  return labelledMatter(matter)

  function labelledMatter({ settings: own, draw, again }: Matter): Matter {
    return {
      settings: own,
      draw: (slot) => withDrawn(draw(slot), slot),
      ...(again && { again: (set) => labelledMatter(again(set)) })
    }
  }
  function withDrawn(drawn: Drawn, slot: Slot): Drawn {
    const [top] = slot.tops
    if (slot.from > 0 || top === undefined) return drawn
    const [first] = drawn.blocks[0]?.lines ?? []
    const at: Slot = { ...slot, setting: 0, from: 0, to: 1, tops: [beside(first, top)] }
    return { ...drawn, blocks: [setBlock(settings, frame, at), ...drawn.blocks] }
  }
  /** Top of the label whose baseline is that of a line, whatever size and leading that has. */
  function beside(line: PlacedLine | undefined, top: number): number {
    const style = line?.strut ?? line?.line.pieces[0]?.run.style
    if (!line || !style) return line?.top ?? top
    const baseline = line.top + baselineIn(style, line.leading, setter)
    return baseline - baselineIn(strut, leading, setter)
  }
}
