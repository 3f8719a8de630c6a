// Blocks and notes in, the galley out: the same text as sums, so that the page builder asks for the height of any lines
// and the notes they call without counting them again. What was summed for a block is kept as long as the block is.
import type { Setting } from '../composition.ts'
import type { Block, NoteBlock } from './block.ts'

/** One setting of a block or note. */
export interface GalleySetting {
  cost: number
  /** Its lines, as a count. */
  count: number
  /** Height of its first k lines, at k. */
  heights: Float64Array
  /** How many notes its first k lines call, at k. */
  calls: Int32Array
  hyphens: readonly boolean[]
  /** Index of its first line among those of all settings of the block. */
  first: number
}

/** A block of the galley. */
export interface GalleyBlock {
  block: Block
  settings: readonly GalleySetting[]
  /** Numbers of the notes that it calls, in order. */
  called: readonly number[]
  /** Places at which a page can begin in it, over all settings. */
  places: number
}

/** A note of the galley. */
export interface GalleyNote {
  note: NoteBlock
  settings: readonly GalleySetting[]
  places: number
}

/** The text as the page builder sees it. */
export interface Galley {
  blocks: readonly GalleyBlock[]
  /** All notes, in the order of their calls. */
  notes: readonly GalleyNote[]
  /** How many notes are called before each block, and at last by all. */
  notesBefore: Int32Array
  /** How many places to begin a page are before each block, and before each note. */
  placesBefore: Float64Array
  notePlacesBefore: Float64Array
}

/** What was summed before, by block and note. */
export interface GalleyMemory {
  blocks: WeakMap<Block, GalleyBlock>
  notes: WeakMap<NoteBlock, GalleyNote>
}

/** The galley of a text. A note that is missing from the map, or was called before, counts as not called. */
export function readGalley(
  blocks: readonly Block[],
  notes: ReadonlyMap<number, NoteBlock>,
  memory: GalleyMemory
): Galley {
  const seen = new Set<number>()
  const inOrder: GalleyNote[] = []
  const notesBefore = new Int32Array(blocks.length + 1)
  const placesBefore = new Float64Array(blocks.length + 1)
  const read = blocks.map((block, i) => {
    const known = memory.blocks.get(block) ?? readBlock(block, () => true)
    memory.blocks.set(block, known)
    const valid = (n: number): boolean => notes.has(n) && !seen.has(n)
    const sound = known.called.every((n, k) => valid(n) && known.called.indexOf(n) === k)
    const own = sound ? known : readBlock(block, valid)
    for (const number of own.called) {
      const note = notes.get(number)
      if (note && !seen.has(number)) inOrder.push(readNote(note, memory))
      seen.add(number)
    }
    notesBefore[i + 1] = inOrder.length
    placesBefore[i + 1] = (placesBefore[i] ?? 0) + own.places
    return own
  })
  const notePlacesBefore = new Float64Array(inOrder.length + 1)
  for (const [i, d] of inOrder.entries()) {
    notePlacesBefore[i + 1] = (notePlacesBefore[i] ?? 0) + d.places
  }
  return { blocks: read, notes: inOrder, notesBefore, placesBefore, notePlacesBefore }
}

function readBlock(block: Block, valid: (number: number) => boolean): GalleyBlock {
  const called = new Set<number>()
  const [best] = block.settings
  for (const k of [...(best?.calls.keys() ?? [])].toSorted((a, b) => a - b)) {
    for (const number of best?.calls.get(k) ?? []) if (valid(number)) called.add(number)
  }
  const settings = readSettings(block.settings, called)
  return { block, settings, called: [...called], places: placesOf(settings) }
}

function readNote(note: NoteBlock, memory: GalleyMemory): GalleyNote {
  const known = memory.notes.get(note)
  if (known) return known
  const settings = readSettings(note.settings, new Set())
  const made = { note, settings, places: placesOf(settings) }
  memory.notes.set(note, made)
  return made
}

const placesOf = (settings: readonly GalleySetting[]): number =>
  settings.reduce((sum, d) => sum + d.count + 1, 0)

function readSettings(
  settings: readonly Setting[],
  called: ReadonlySet<number>
): readonly GalleySetting[] {
  let first = 0
  return settings.map(({ cost, heights, calls, hyphens }) => {
    const count = heights.length
    const sums = new Float64Array(count + 1)
    const callSums = new Int32Array(count + 1)
    const left = new Set(called)
    for (let k = 0; k < count; k += 1) {
      sums[k + 1] = (sums[k] ?? 0) + (heights[k] ?? 0)
      for (const number of calls.get(k) ?? []) left.delete(number)
      callSums[k + 1] = called.size - left.size
    }
    const own = { cost, count, heights: sums, calls: callSums, hyphens, first }
    first += count + 1
    return own
  })
}
