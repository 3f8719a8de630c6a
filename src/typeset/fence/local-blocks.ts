// Blocks for the page builder of what stands between two fences: parts of blocks and notes, with the ways in which they can
// be set; what calls notes from before; and what comes behind the last fence.
import type { Setting } from '../../composition.ts'
import type { Block, NoteBlock } from '../block.ts'
import { PLAIN } from '../text-block.ts'
import type { Choice } from './choices.ts'
import { sizeOf } from './fenced-pages.ts'
import type { Part } from './fenced-pages.ts'
import type { Job } from './job.ts'

/** @param follows whether a block that only calls notes stands before it */
export function localBlock(
  job: Job,
  part: Part,
  choices: readonly Choice[],
  follows: boolean
): Block {
  const block = job.blocks[part.of]
  if (!block) throw new Error('A part of a block that there is not')
  const { above, aboveTop, below, elastic, toGrid, keepWithNext, least, repeated } = block
  const [begins, ends] = [part.from === 0, part.to >= sizeOf(job.text.now, part.of)]
  return {
    settings: choices.map((d) => d.setting),
    // Below what only calls notes it still opens the page.
    above: begins ? (follows ? aboveTop : above) : 0,
    aboveTop: begins ? aboveTop : 0,
    below: ends ? below : 0,
    elastic: begins && !follows ? elastic : [],
    toGrid: ends && toGrid,
    keepWithNext: ends && keepWithNext,
    least,
    repeated,
    line: 0
  }
}

export function noteBlock(number: number, choices: readonly Choice[]): NoteBlock {
  return { number, settings: choices.map((d) => d.setting), line: 0 }
}

/** Two lines without height, of which the first stood on the page before. */
export function caller(notes: readonly number[]): Block {
  return { ...BEHIND, settings: [blank([0, 0], notes)], least: 0 }
}

function blank(heights: readonly number[], notes: readonly number[]): Setting {
  const calls = new Map(notes.length > 0 ? [[0, notes]] : [])
  return { cost: 0, heights, calls, hyphens: heights.map(() => false), lines: () => [] }
}

const TOO_HIGH = 1e7

/** What comes behind the last fence. */
export const BEHIND: Block = {
  ...PLAIN,
  settings: [blank([TOO_HIGH], [])],
  least: Number.POSITIVE_INFINITY
}
