// A note that goes on overleaf: an arrow hangs out behind its last line here, and the rule above its rest goes right across.
import type { SetBlock } from '../composition.ts'
import { setBlock } from './matter.ts'
import { lookOf, styleOf } from './styles.ts'
import { NOTE_MARK } from './taste.ts'
import type { Setter } from './text-block.ts'

/**
 * The mark, for the eye alone.
 *
 * @param left right edge of the measure, from the left edge of the page
 * @param top of the line behind which it stands
 * @returns undefined where the face has no such letter
 */
export function noteMark(left: number, top: number, setter: Setter): SetBlock | undefined {
  const { note } = setter.design.parts
  const style = styleOf(lookOf(note), setter.featuresOf)
  if (!setter.lines.has(style.face, NOTE_MARK.letter.codePointAt(0) ?? 0)) return undefined
  const settings = setter.lines.set({
    runs: [{ text: NOTE_MARK.letter, style, wraps: [] }],
    measure: NOTE_MARK.room * note.size,
    indent: 0,
    align: 'left',
    hyphenate: false,
    variants: false,
    leading: note.leading
  })
  const element = { tagName: 'span', properties: { className: ['mark'], ariaHidden: 'true' } }
  const frame = { within: [], element, inset: NOTE_MARK.gap * note.size, leading: note.leading }
  return setBlock(settings, frame, { setting: 0, from: 0, to: 1, left, tops: [top], opens: false })
}
