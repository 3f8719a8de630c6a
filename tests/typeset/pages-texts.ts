// Texts for the page builder: blocks and notes of any kind, made of heights and calls alone.
import fc from 'fast-check'
import type { Setting } from '../../src/composition.ts'
import type { Block, Frame, NoteBlock } from '../../src/typeset/block.ts'

export interface Text {
  blocks: readonly Block[]
  notes: ReadonlyMap<number, NoteBlock>
}

/** A setting of lines of one height, with the calls of some of them. */
export function setting(
  count: number,
  {
    cost = 0,
    height = 140,
    calls = {},
    hyphens = []
  }: {
    cost?: number
    height?: number
    calls?: Record<number, readonly number[]>
    hyphens?: readonly number[]
  } = {}
): Setting {
  return {
    cost,
    heights: Array.from({ length: count }, () => height),
    calls: new Map(Object.entries(calls).map(([line, numbers]) => [Number(line), numbers])),
    hyphens: Array.from({ length: count }, (_, i) => hyphens.includes(i)),
    lines: () => []
  }
}

export function block(settings: readonly Setting[], more: Partial<Block> = {}): Block {
  const space = { above: 0, aboveTop: 0, below: 0, elastic: [], toGrid: false }
  return { settings, ...space, keepWithNext: false, least: 2, repeated: 0, line: 1, ...more }
}

export const note = (number: number, ...counts: readonly number[]): NoteBlock => ({
  number,
  settings: counts.map((count, i) => setting(count, { cost: i * 7, height: 105 })),
  line: 1
})

export const notesOf = (...notes: readonly NoteBlock[]): ReadonlyMap<number, NoteBlock> =>
  new Map(notes.map((d) => [d.number, d]))

export function frameOf(lines: number, more: Partial<Frame> = {}): Frame {
  const gaps = { noteGap: 140, noteGapStretch: 70, noteSpace: 35, noteLeadingStretch: 0 }
  return { depth: lines * 140, leading: 140, ...gaps, recto: true, columns: 1, ...more }
}

interface Shape {
  kind: 'text' | 'heading' | 'quote' | 'picture' | 'rows'
  lines: number
  settings: number
  calls: readonly number[]
  hyphens: readonly number[]
  tall: number
  notes: readonly number[]
}

const shape = (lines: number, noteLines: number): fc.Arbitrary<Shape> =>
  fc.record({
    kind: fc.constantFrom('text', 'text', 'text', 'heading', 'quote', 'picture', 'rows'),
    lines: fc.integer({ min: 1, max: lines }),
    settings: fc.integer({ min: 1, max: 3 }),
    calls: fc.array(fc.integer({ min: 0, max: lines - 1 }), { maxLength: 2 }),
    hyphens: fc.array(fc.integer({ min: 0, max: lines - 1 }), { maxLength: 2 }),
    tall: fc.integer({ min: 60, max: 900 }),
    notes: fc.array(fc.integer({ min: 1, max: noteLines }), { minLength: 2, maxLength: 2 })
  })

/** Any text of up to `most` blocks. */
export function anyText(most: number, lines: number, noteLines: number): fc.Arbitrary<Text> {
  return fc.array(shape(lines, noteLines), { minLength: 1, maxLength: most }).map(textOf)
}

function textOf(shapes: readonly Shape[]): Text {
  const notes = new Map<number, NoteBlock>()
  const blocks = shapes.map((d, i) => {
    const numbers = d.calls.map((_, k) => {
      const number = notes.size + 1
      const count = d.notes[k] ?? 1
      notes.set(number, note(number, count, ...(count > 2 ? [count + 1] : [])))
      return number
    })
    return { ...blockOf(d, numbers), line: i + 1 }
  })
  return { blocks, notes }
}

/** The calls stand in order, whatever the count of lines. */
function callsOf(d: Shape, numbers: readonly number[], count: number): Record<number, number[]> {
  const lines = d.calls.map((line) => Math.min(line, count - 1)).toSorted((a, b) => a - b)
  const calls: Record<number, number[]> = {}
  for (const [i, number] of numbers.entries()) (calls[lines[i] ?? 0] ??= []).push(number)
  return calls
}

function blockOf(d: Shape, numbers: readonly number[]): Block {
  const one = (count: number, cost = 0, height = 140): Setting =>
    setting(count, { cost, height, calls: callsOf(d, numbers, count), hyphens: d.hyphens })
  const { kind, lines } = d
  const counts = [lines, lines + 1, Math.max(1, lines - 1)].slice(0, d.settings)
  const settings = counts.map((count, i) => one(count, i * 11))
  const quote = { above: 70, below: 70, toGrid: true, elastic: [70] }
  if (kind === 'heading') {
    const own = { above: 140, elastic: [140], keepWithNext: true, least: Infinity }
    return block([one(1)], own)
  }
  if (kind === 'quote') return block(settings, quote)
  if (kind === 'picture') return block([one(1, 0, d.tall)], { ...quote, least: Infinity })
  if (kind === 'rows') return block([one(lines, 0, 117)], { ...quote, least: 1, repeated: 117 })
  return block(settings)
}
