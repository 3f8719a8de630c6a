// A note as one stretch of matter: its number, then its paragraphs and whatever else it has.
import type { Note } from './stretch.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import { withLabel } from './label.ts'
import type { Label } from './label.ts'
import { joinMatter, wholeMatter } from './matter.ts'
import type { Matter } from './matter.ts'
import { setBlocks } from './set-blocks.ts'
import { callStyle, lookOf } from './styles.ts'
import { LABEL } from './taste.ts'

/** Set a note for a measure. */
export function setNote(note: Note, measure: number, setter: Setter): Matter {
  const part = setter.design.parts.note
  const text = `${note.number}`
  const style = { ...callStyle(lookOf(part), setter.featuresOf) }
  const width = setter.lines.width(text, style)
  const gap = LABEL.gap * part.size
  const indent = Math.min(Math.max(part.indent, width + gap), measure / 2)
  const marker = {
    tagName: 'a',
    properties: { className: ['marker'], href: `#call-${note.number}` }
  }
  const label: Label = {
    runs: [{ text, style, wraps: [marker] }],
    left: indent - gap - width,
    room: width + LABEL.slack,
    within: []
  }
  const place: Place = { part, within: [], left: 0, measure, inNote: true, line: note.line }
  const blocks = setBlocks(note.children, place, indented(setter, indent), true)
  const gaps = blocks.map((d, index) => (index === 0 ? 0 : d.above))
  const matter =
    blocks.length > 0 ? joinMatter(blocks.map(matterOf), gaps) : emptyMatter(place, setter)
  return withLabel(matter, label, place, setter)
}

/** Every paragraph of a note begins where the text of its first line does. */
function indented(setter: Setter, indent: number): Setter {
  const { design } = setter
  const note = { ...design.parts.note, indent }
  return { ...setter, design: { ...design, parts: { ...design.parts, note } } }
}

/** A row of a table stays whole here too. */
function matterOf({ least, matter }: TextBlock): Matter {
  const rows = matter.settings[0]?.heights.length ?? 0
  return least === Number.POSITIVE_INFINITY && rows > 1 ? wholeMatter(matter) : matter
}

function emptyMatter({ part, measure }: Place, setter: Setter): Matter {
  const settings = setter.lines.set({
    runs: [],
    measure,
    indent: 0,
    align: 'left',
    hyphenate: false,
    variants: false,
    leading: part.leading
  })
  return { settings, draw: () => ({ blocks: [], rules: [] }) }
}
