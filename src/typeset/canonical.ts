// Equal blocks as one object: the page builder remembers what it has worked out about a block as long as it is the same
// object, and an edit leaves all blocks but one as they were.
import type { Setting } from '../composition.ts'
import type { Block, NoteBlock } from './block.ts'
import type { TextBlock } from './text-block.ts'

/** What was seen before, by its settings; the breaking of lines keeps those. */
export interface Canon {
  blocks: WeakMap<readonly Setting[], Block[]>
  notes: WeakMap<readonly Setting[], NoteBlock[]>
  /** Those that were asked for. */
  of: WeakMap<TextBlock, Block>
}

export function newCanon(): Canon {
  return { blocks: new WeakMap(), notes: new WeakMap(), of: new WeakMap() }
}

/** The block of a galley as the page builder wants it: the same object for the same numbers. */
export function canonicalBlock(galley: TextBlock, canon: Canon): Block {
  const asked = canon.of.get(galley)
  if (asked) return asked
  const { above, aboveTop, below, elastic, toGrid, keepWithNext, least, repeated } = galley
  const { settings } = galley.matter
  const made = {
    settings,
    above,
    aboveTop,
    below,
    elastic,
    toGrid,
    keepWithNext,
    least,
    repeated,
    line: 0
  }
  const block = known(canon.blocks, settings, made)
  canon.of.set(galley, block)
  return block
}

/** A note as the page builder wants it. */
export function canonicalNote(
  number: number,
  settings: readonly Setting[],
  canon: Canon
): NoteBlock {
  return known(canon.notes, settings, { number, settings, line: 0 })
}

function known<T extends object>(
  seen: WeakMap<readonly Setting[], T[]>,
  settings: readonly Setting[],
  made: T
): T {
  const same = seen.get(settings) ?? []
  const found = same.find((d) => isSame(d, made))
  if (found) return found
  seen.set(settings, [...same, made])
  return made
}

function isSame(a: object, b: object): boolean {
  return Object.entries(b).every(([key, value]) => {
    const other: unknown = Reflect.get(a, key)
    if (!Array.isArray(value) || key === 'settings') return other === value
    return (
      Array.isArray(other) && other.length === value.length && value.every((d, i) => d === other[i])
    )
  })
}
