// The blocks of a text, set but not yet on pages, and what every block is set with.
import type { Element, ElementContent } from 'hast'
import type { Wrap } from '../composition.ts'
import type { FaceName } from '../faces.ts'
import type { Design, Part } from '../design.ts'
import type { Block } from './block.ts'
import type { Lines } from './lines.ts'
import type { Matter } from './matter.ts'
import type { SetBefore } from './set-before.ts'
import type { FeaturesOf } from './styles.ts'

/** A block that is set. Lengths are tenths of a point. */
export interface TextBlock {
  matter: Matter
  above: number
  /** Space above it at the head of a page. */
  aboveTop: number
  below: number
  elastic: readonly number[]
  toGrid: boolean
  keepWithNext: boolean
  least: number
  repeated: number
  /** Manuscript line; 0 for what the press says itself. */
  line: number
  /** What it opens, when it is a heading. */
  heading?: { id: string; level: number; text: string }
}

/** What every block is set with. */
export interface Setter {
  design: Design
  lines: Lines
  featuresOf: FeaturesOf
  /** How high the letters of a face stand, in ems. */
  metricsOf: (face: FaceName) => { ascent: number; descent: number; capitals: number }
  /** What was set before in this design. */
  before: SetBefore
  /** Stop at a line of the manuscript: what stands there has no room on any page (exit 5). */
  stop: (line: number, ruleId: string, reason: string) => never
}

/** Where in the text a block stands. */
export interface Place {
  part: Part
  /** Elements around it, from without. */
  within: readonly Wrap[]
  /** Left edge of its measure from that of the frame, and its width. */
  left: number
  measure: number
  /** In a note: all that is in it is set small. */
  inNote: boolean
  /** Manuscript line of what is around it. */
  line: number
}

/** Sums of lengths may be so much off, in lines. */
const NEARLY = 1e-6

/** What there is about a block that has nothing special about it. */
export const PLAIN: Omit<Block, 'settings'> = {
  above: 0,
  aboveTop: 0,
  below: 0,
  elastic: [],
  toGrid: false,
  keepWithNext: false,
  least: 2,
  repeated: 0,
  line: 0
}

/** A block with nothing special about it; what is given takes the place of that. */
export function textBlock(matter: Matter, given: Partial<TextBlock> = {}): TextBlock {
  return { matter, ...PLAIN, ...given }
}

/** The blocks of a quotation, a list, a table: room above the first and below the last, which may grow by half a line. What
 * is wanting to a whole number of lines is shared out between the two; within something that is set apart, nothing is. */
export function setApart(
  blocks: readonly TextBlock[],
  part: Part,
  { within, inNote }: Place,
  leading: number
): TextBlock[] {
  const last = blocks.length - 1
  const outermost = within.length === 0 && !inNote
  const more = outermost ? wanting(blocks, part, leading) / 2 : 0
  // Lines with the leading of the text keep its grid.
  const inStep = part.leading === leading
  return blocks.map((block, index) => ({
    ...block,
    ...(index === 0 && {
      above: Math.max(block.above, part.above) + Math.floor(more),
      elastic: part.above > 0 && outermost && !inStep ? [leading / 2] : block.elastic
    }),
    ...(index === last && {
      below: Math.max(block.below, part.below),
      toGrid: outermost || block.toGrid
    })
  }))
}

/** What the blocks, as they are set best, want to a whole number of lines. */
function wanting(blocks: readonly TextBlock[], part: Part, leading: number): number {
  const last = blocks.length - 1
  const height = blocks.reduce((total, { matter, above, below }, index) => {
    const lines = matter.settings[0]?.heights.reduce((sum, d) => sum + d, 0) ?? 0
    const before = index === 0 ? Math.max(above, part.above) : above
    return total + before + lines + (index === last ? Math.max(below, part.below) : below)
  }, 0)
  return Math.ceil(height / leading - NEARLY) * leading - height
}

/** A part as it is set here: in a note it keeps its shape, and takes the size of the note. */
export function partHere(
  name: 'quote' | 'verse' | 'list' | 'table' | 'code' | 'caption',
  place: Place,
  { design }: Setter
): Part {
  const part = design.parts[name]
  if (!place.inNote) return part
  const { note } = design.parts
  const by = note.size / part.size
  const [left, right] = part.inset
  return {
    ...part,
    size: note.size,
    leading: note.leading,
    above: 0,
    below: 0,
    indent: part.indent * by,
    inset: [left * by, right * by]
  }
}

/** The manuscript line of an element, or of what is around it. */
export function lineOf(node: ElementContent, place: Place): number {
  if (node.type !== 'element') return place.line
  const line = Number(node.properties.dataLine ?? node.position?.start.line)
  return line || place.line
}

/** An element with those attributes that mean something on a page. */
export function blockWrap(tagName: string, node?: Element): Wrap {
  const { id, lang, dir } = node?.properties ?? {}
  return {
    tagName,
    properties: {
      ...(id !== undefined && { id }),
      ...(lang !== undefined && { lang }),
      ...(dir !== undefined && { dir }),
      ...(tagName === 'p' && { role: 'paragraph' })
    }
  }
}
