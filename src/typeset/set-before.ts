// What was set before with the same lines in the same design: blocks of the text and of the front, notes. Whoever wants
// them again gets the same objects, so that it is seen at once what an edit has left as it was.
import type { Element } from 'hast'
import type { Design } from '../design.ts'
import { keepRecent } from './keep-recent.ts'
import type { Recent } from './keep-recent.ts'
import type { Matter } from './matter.ts'
import { newShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import type { TextBlock } from './text-block.ts'

/** What was set in one design. */
export interface SetBefore {
  /** By element of the text. */
  blocks: Shelf<readonly TextBlock[]>
  /** By the blocks of the note. */
  notes: Shelf<Matter>
  /** Paragraphs with their end mark. */
  marked: Shelf<Element>
  /** By what they say: headings and sections of the front, whose elements are new each time. */
  named: Recent<string, readonly TextBlock[]>
}

/** By design. */
export type SetMemory = Recent<string, SetBefore>

/** Designs that are kept: copyfitting tries some. */
const DESIGNS = 16
/** Headings and sections of the front that are kept. */
const NAMED = 1000

export function newSetMemory(): SetMemory {
  return keepRecent(DESIGNS)
}

/** What was set in a design; nothing yet where it is new. */
export function setBefore(memory: SetMemory, design: Design): SetBefore {
  const key = JSON.stringify(design)
  const known = memory.get(key)
  if (known) return known
  const made: SetBefore = {
    blocks: newShelf(),
    notes: newShelf(),
    marked: newShelf(),
    named: keepRecent(NAMED)
  }
  memory.set(key, made)
  return made
}

/** Blocks by what they are made of, in words. */
export function byName(
  { named }: SetBefore,
  name: string,
  make: () => readonly TextBlock[]
): readonly TextBlock[] {
  const known = named.get(name)
  if (known) return known
  const made = make()
  named.set(name, made)
  return made
}
