// The lines of a text that may be page furniture, in their order, and how each stands: between two paragraphs, inside a
// sentence, or inside a word.
import type { Block, Draft } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import { OTHER_MARKERS, SUPERSCRIPT_MARKER } from './note-styles.ts'
import type { Furniture } from './page-furniture.ts'
import { furnitureIn } from './page-furniture.ts'
import { goesOnBehind } from './words-that-go-on.ts'

const STOPPED =
  /[.!?…:;●■◆□▪•]["'”’)\]*_]*(?:<sup>[^<]{0,20}<\/sup>|\[\^?[^[\]\s]+\]|\(\d{1,4}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡])*$/u
const LOWER = /^[*_"'“‘([]*\p{Ll}/u
/** In a paragraph, `1780.` is the end of its last sentence. */
const STOP = /\.\s*$/u
const NEAR = 120
const LOOK = 400
/** Three words at the end of a line, and some length in lower case before it: no entry of a list. */
const RUNNING = /(?:\S+\s+){2}\S+$|\p{L}[\u00AD-]$/u
const LOWER_WORD = /\p{Ll}{4}/u
/** Words before a capital are a sentence only where they are more than a line of a contents list. */
const FULL_LINE = 40
const UNFINISHED = /[\p{L},\u00AD-]$/u
const BROKEN = /\p{L}[\u00AD-]$/u
const FULL = 0.6
const MOST_TRIES = 6

/** What a line cuts: no sentence, perhaps one (the next word has a capital), surely one, or a word. */
export type Cut = 'nothing' | 'perhaps' | 'sentence' | 'word'

/** A line of a block that may be furniture. */
export interface Candidate extends Furniture {
  block: number
  /** Where it stands in the block's text. */
  from: number
  to: number
  text: string
  /** Words of running text before it. */
  words: number
  /** It is a block by itself, and not a line of a paragraph. */
  alone: boolean
  /** It ends early, though lines follow it in its paragraph. */
  short: boolean
  cut: Cut
}

/** The lines that may be furniture; headings are none. */
export function findCandidates(draft: Draft): Candidate[] {
  const found: Candidate[] = []
  let words = 0
  for (const [index, block] of draft.blocks.entries()) {
    if (block.kind === 'heading') continue
    const lines = block.kind === 'kept' ? [block.content.text] : block.content.text.split('\n')
    const full = FULL * lines.reduce((most, d) => Math.max(most, d.length), 0)
    let from = 0
    for (const line of lines) {
      const furniture = lines.length > 1 && STOP.test(line) ? undefined : furnitureIn(line)
      const to = from + line.length
      if (furniture)
        found.push({
          ...furniture,
          block: index,
          from,
          to,
          text: line.trim(),
          words,
          alone: line.trim() === block.content.text.trim(),
          short: to < block.content.text.trimEnd().length && line.length < full,
          cut: 'nothing'
        })
      else words += line.split(/\s+/u).length
      from = to + 1
    }
  }
  const taken = new Map<number, Candidate[]>()
  for (const d of found) {
    const own = taken.get(d.block)
    if (own) own.push(d)
    else taken.set(d.block, [d])
  }
  for (const d of found) look(draft, d, taken)
  return found
}

/** Whether the text before goes on after; what else may be furniture, and pull quotes, are passed over. */
function look(
  draft: Draft,
  candidate: Candidate,
  taken: ReadonlyMap<number, readonly Candidate[]>
): void {
  const { block, from, to } = candidate
  const [above, below] = [draft.blocks[block - 1], draft.blocks[block + 1]]
  // Between two halves of a quotation.
  const quoted = (above?.quote ?? 0) > 0 && (below?.quote ?? 0) > 0
  if (candidate.alone && quoted && draft.blocks[block]?.quote === 0) candidate.cut = 'sentence'
  const before = neighbour(draft, taken, block, from, -1)
  const after = neighbour(draft, taken, block, to, 1)
  if (before === '' || after === '' || STOPPED.test(before)) return
  if (LOWER.test(after) && RUNNING.test(before) && LOWER_WORD.test(before))
    candidate.cut = cutOf(before)
  else if (RUNNING.test(before) && LOWER_WORD.test(before) && goesOnBehind(lastWord(before)))
    candidate.cut = 'sentence'
  else if (before.length > FULL_LINE && UNFINISHED.test(before)) candidate.cut = 'perhaps'
}

function lastWord(text: string): string {
  return /[\p{L}’']+$/u.exec(text.slice(-NEAR))?.[0] ?? ''
}

function cutOf(before: string): Cut {
  return BROKEN.test(before) ? 'word' : 'sentence'
}

function neighbour(
  draft: Draft,
  taken: ReadonlyMap<number, readonly Candidate[]>,
  start: number,
  at: number,
  step: 1 | -1
): string {
  for (let i = start, tries = 0; draft.blocks[i] && tries < MOST_TRIES; i += step, tries++) {
    const block = draft.blocks[i]
    if (!block || block.kind === 'heading') return ''
    if (i !== start && (emphasisedWhole(block) || isNote(block))) continue
    const rest = restOf(block, i === start ? at : undefined, taken.get(i) ?? [], step)
    if (rest !== '') return rest
  }
  return ''
}

/** What stands at the foot of a page above its folio. */
function isNote({ content }: Block): boolean {
  const head = content.text.slice(0, NEAR)
  return [SUPERSCRIPT_MARKER, ...OTHER_MARKERS].some((d) => d.test(head))
}

/** The running text of a block next to a place in it, without its own candidates. */
function restOf(
  { content }: Block,
  at: number | undefined,
  candidates: readonly Candidate[],
  step: 1 | -1
): string {
  const { text } = content
  const sure = candidates.filter((d) => d.folio !== undefined || d.marked)
  let edge = at ?? (step > 0 ? 0 : text.length)
  for (const d of step > 0 ? sure : sure.toReversed()) {
    const [near, far] = step > 0 ? [d.from, d.to] : [d.to, d.from]
    if ((near - edge) * step < 0) continue
    if (Math.abs(near - edge) > NEAR) break
    if (text.slice(Math.min(edge, near), Math.max(edge, near)).trim() !== '') break
    edge = far
  }
  const rest = step > 0 ? text.slice(edge, edge + LOOK) : text.slice(Math.max(0, edge - LOOK), edge)
  return step > 0 ? rest.trim().slice(0, NEAR) : rest.trim()
}
