// An edition set for one design and planned: its stretches with every plan that was found for each, of which one is taken.
import type { Design } from '../design.ts'
import type { Frame, Plan } from './block.ts'
import { canonicalBlock, canonicalNote } from './canonical.ts'
import type { Canon } from './canonical.ts'
import type { PlannedStretch } from './make-up.ts'
import type { Matter } from './matter.ts'
import type { PageMemory } from './pages.ts'
import { planStretches } from './plan-stretches.ts'
import { setNote } from './set-note.ts'
import type { Note, Stretch } from './stretch.ts'
import { stretchesOf } from './stretches-of.ts'
import type { Copy } from './stretches-of.ts'
import type { Setter } from './text-block.ts'

/** What is arranged. */
export type BookCopy = Copy & { notes: readonly Note[] }

/** What was worked out before. */
export interface Known {
  canon: Canon
  pages: PageMemory
}

/** An edition in one arrangement. */
export interface Arranged extends SetCopy {
  setter: Setter
  /** For each stretch the plans that were found, the cheapest first. */
  plans: readonly (readonly Plan[])[]
  /** The room of a page, with the gap that was taken. */
  frame: Frame
}

/** An edition that is set and not yet on pages. */
export interface SetCopy {
  stretches: readonly Stretch[]
  notes: ReadonlyMap<number, Matter>
}

/** @param folioOf asked for the folio of a heading once the pages are known; one for all runs of a memory */
export function arrange(
  copy: BookCopy,
  setter: Setter,
  known: Known,
  folioOf: (id: string) => string
): Arranged {
  const { stretches, notes } = setCopy(copy, setter, folioOf)
  const noteBlocks = new Map(
    [...notes].map(([number, d]) => [number, canonicalNote(number, d.settings, known.canon)])
  )
  const blocks = stretches.map((d) => d.blocks.map((block) => canonicalBlock(block, known.canon)))
  const { plans, frame } = planStretches(blocks, noteBlocks, frameOf(setter.design), known.pages)
  return { setter, stretches, plans, frame, notes }
}

/** Set an edition; what was set before is taken as it is. */
export function setCopy(copy: BookCopy, setter: Setter, folioOf: (id: string) => string): SetCopy {
  const stretches = stretchesOf(copy, setter, folioOf)
  return { stretches, notes: new Map(copy.notes.map((d) => [d.number, noteOf(d, setter)])) }
}

function noteOf(note: Note, setter: Setter): Matter {
  const how = `${note.number} ${note.line}`
  const { design, before } = setter
  return before.notes(note.children, how, () => setNote(note, design.measure, setter))
}

function frameOf(design: Design): Frame {
  const { depth, columns, noteGap, noteGapStretch, noteSpace, noteLeadingStretch } = design
  const { leading } = design.parts.text
  const gaps = { noteGap, noteGapStretch, noteSpace, noteLeadingStretch }
  return { depth, leading, columns, recto: true, ...gaps }
}

/** The stretches with one plan of each; the cheapest where nothing else is said. */
export function take(
  { stretches, plans, notes }: Arranged,
  choice: readonly number[] = []
): PlannedStretch[] {
  return stretches.map((stretch, index) => ({
    ...stretch,
    pages: plans[index]?.[choice[index] ?? 0]?.pages ?? [],
    notes
  }))
}
