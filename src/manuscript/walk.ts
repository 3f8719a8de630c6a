// Where a walk through the tree of a manuscript is, and what it has met.
import type { Definition, FootnoteDefinition } from 'mdast'
import type { WordCutter } from './cut-words.ts'

/** Where the walk is. */
export interface Walk {
  source: string
  cutter: WordCutter
  /** What is defined, by its name. */
  definitions: ReadonlyMap<string, Definition>
  notes: ReadonlyMap<string, FootnoteDefinition>
  /** Names of notes that are called, in order. */
  called: Set<string>
  /** Elements around the block, from without. */
  around: string[]
  /** And around the letters within it. */
  styles: string[]
  /** Where what was read last ends: nodes without a place follow it. */
  at: number
}

/** A block within one of these is called by what is around it. */
const UNSAID = /^(?:table|thead|tbody|tfoot|tr|ul|ol|dl|body|html|p)$/u

/** What a block is called for the elements around it. */
export function kindAround(around: readonly string[]): string {
  return around.filter((d) => !UNSAID.test(d)).join(' ')
}

/** What follows is in another block. */
export function startBlock(name: string, { cutter, around }: Walk): void {
  cutter.block(`${kindAround(around)} ${name}`.trim())
}
