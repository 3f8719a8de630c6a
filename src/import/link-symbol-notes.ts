// Notes that are called by a sign, as at the foot of old pages: `the old press*` … `* The Albion, of 1820.` A sign comes again
// on each page, so each note belongs to the first call of its sign before it that has none. Asterisks mean many other
// things; nothing is done unless every note of the text finds its call.
import type { Block, Draft, Note } from './draft.ts'
import { edit, kindAt, PROSE, tell } from './draft.ts'
import type { Edit } from './stretch.ts'
import { noteSections } from './note-sections.ts'
import { ending, placeAt, slice, trimmed } from './stretch.ts'

const RULE = 'find-notes'
const UNFINISHED = /[\p{L}\p{N},;\u00AD-]$/u
const SHORTEST_OPEN = 60
const NEAR = 20
const SIGN = String.raw`(?:\\?\*{1,3}|†{1,2}|‡{1,2}|§|‖|¶)`
const RAISED = String.raw`<sup>${SIGN}</sup>`
const BEFORE = String.raw`(?<=[\p{L}\p{N}.,;:!?…”"’')\]*_])`
const MARKER = new RegExp(String.raw`^(?:${RAISED}|${SIGN}(?=\s*[\p{L}\p{N}"“‘'([_]))\s*`, 'u')
const CALL = new RegExp(
  String.raw`${BEFORE}(?:${RAISED}|${SIGN}(?=[\s.,;:!?…”"’')\]—–*_-]|$))`,
  'gu'
)

/** A call in the text, not yet written as one. */
interface Call {
  block: Block
  at: number
  length: number
  sign: string
  label: string
}

/** Take notes with signs out of the text, and link their calls. */
export function linkSymbolNotes(draft: Draft): void {
  if (!draft.blocks.some((d) => markerOf(draft, d) !== undefined)) return
  draft.blocks = draft.blocks.flatMap((d) => divide(draft, d))
  const waiting = new Map<string, Call[]>()
  const start = (sign: string): Call[] => {
    const calls: Call[] = []
    waiting.set(sign, calls)
    return calls
  }
  /** How many calls of a sign have their note. */
  const next = new Map<string, number>()
  const pairs = new Map<Block, Call>()
  let marked = 0
  for (const block of draft.blocks) {
    const sign = markerOf(draft, block)
    if (sign === undefined) {
      for (const d of callsIn(draft, block)) (waiting.get(d.sign) ?? start(d.sign)).push(d)
      continue
    }
    marked++
    const paired = next.get(sign) ?? 0
    const call = waiting.get(sign)?.[paired]
    if (!call) continue
    pairs.set(block, call)
    next.set(sign, paired + 1)
  }
  if (marked === 0 || pairs.size < marked) return
  nameCalls(draft, [...pairs.values()])
  takeNotes(draft, pairs)
}

/** Whether the sentence of a block is not at its end. */
function isOpen(block: Block | undefined): boolean {
  const text = block?.kind === 'paragraph' ? block.content.text.trimEnd() : ''
  return text.length > SHORTEST_OPEN && UNFINISHED.test(ending(text))
}

/**
 * Whether a paragraph behind a note is more of it: under a heading of notes all are, elsewhere what a page turn cut off,
 * unless the running text before the note is `open` and waits for its own rest.
 */
function goesOn(note: Note | undefined, block: Block, inSection: boolean, open: boolean): boolean {
  if (!note || block.kind !== 'paragraph' || block.quote > 0) return false
  const end = ending(note.blocks.at(-1)?.content.text.trimEnd() ?? '')
  return inSection || (UNFINISHED.test(end) && !open)
}

/** Notes on lines of their own in one block: a block each. */
function divide(draft: Draft, block: Block): Block[] {
  if (markerOf(draft, block) === undefined) return [block]
  const { content } = block
  const ends = [...content.text.matchAll(/\n/gu)].map((d) => d.index)
  const starts = ends.filter((d) => MARKER.test(content.text.slice(d + 1, d + NEAR)))
  return [-1, ...starts].map((from, i) => ({
    ...block,
    kind: i > 0 ? 'paragraph' : block.kind,
    content: slice(content, from + 1, starts[i] ?? content.text.length)
  }))
}

/** The sign at the head of a note; an asterisk there makes a list of one item. */
function markerOf(draft: Draft, block: Block): string | undefined {
  const { content, kind, quote } = block
  if (quote > 0 || kind === 'heading') return undefined
  const [marker] = MARKER.exec(content.text) ?? []
  if (marker === undefined) return undefined
  const listed = kind === 'kept' && marker.startsWith('*') && !/\n[*\n]/u.test(content.text)
  const raised = isRaised(marker)
  const plain = kind === 'paragraph' && (raised || kindAt(draft, content, 0) === PROSE)
  return listed || plain ? plainSign(marker) : undefined
}

function callsIn(draft: Draft, block: Block): Call[] {
  if (block.kind === 'kept') return []
  return [...block.content.text.matchAll(CALL)]
    .filter(
      ({ 0: call, index }) =>
        isRaised(call) || kindAt(draft, block.content, index + call.length - 1) === PROSE
    )
    .map(({ 0: call, index }) => ({
      block,
      at: index,
      length: call.length,
      sign: plainSign(call),
      label: ''
    }))
}

function plainSign(marker: string): string {
  return marker.replace(/<\/?sup>|[\s\\]/gu, '')
}

function isRaised(call: string): boolean {
  return call.startsWith('<')
}

/** Labels in the order of the text, after those that there are. */
function nameCalls(draft: Draft, calls: readonly Call[]): void {
  const order = new Map(draft.blocks.map((d, i) => [d, i]))
  const sorted = calls.toSorted(
    (a, b) => (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0) || a.at - b.at
  )
  const taken = draft.notes.reduce((most, d) => Math.max(most, Number(d.label) || 0), 0)
  const byBlock = new Map<Block, Edit[]>()
  for (const [i, call] of sorted.entries()) {
    call.label = String(taken + i + 1)
    const put = { at: call.at, cut: call.length, put: `[^${call.label}]` }
    const edits = byBlock.get(call.block)
    if (edits) edits.push(put)
    else byBlock.set(call.block, [put])
  }
  for (const [block, edits] of byBlock) edit(draft, block, edits, 'link-calls')
}

function takeNotes(draft: Draft, pairs: ReadonlyMap<Block, Call>): void {
  const sections = noteSections(draft, (d) => d !== undefined && pairs.has(d))
  const blocks: Block[] = []
  let note: Note | undefined
  for (const [i, block] of draft.blocks.entries()) {
    const call = pairs.get(block)
    if (sections.some((d) => d.heading === i)) {
      tell(draft, placeAt(block.content, 0), RULE, block.content.text, '')
      note = undefined
    } else if (call) {
      note = noteOf(draft, block, call, blocks.length)
      draft.notes.push(note)
    } else if (
      goesOn(
        note,
        block,
        sections.some((d) => d.heading < i && i < d.end),
        isOpen(blocks.at(-1))
      )
    ) {
      note?.blocks.push(block)
    } else {
      note = undefined
      blocks.push(block)
    }
  }
  draft.blocks = blocks
}

function noteOf(draft: Draft, block: Block, { label }: Call, after: number): Note {
  const { content } = block
  const marker = MARKER.exec(content.text)?.[0] ?? ''
  const place = placeAt(content, 0)
  tell(draft, place, RULE, marker.trim(), `[^${label}]:`)
  const text = trimmed(slice(content, marker.length))
  const blocks: Block[] = [{ kind: 'paragraph', depth: 0, quote: 0, content: text }]
  // Its number is none that a number in the text could call.
  return { label, number: `${label}*`, chapter: 0, after, place, found: true, blocks }
}
