// Page turns cut paragraphs, and words: `the situation in` · `Russia makes me think`, `self-devour-` · `ing form`. A
// paragraph is joined to the next when it ends without a stop and the next begins in lower case, when its last word cannot
// end a sentence, or when the next begins with a name. Anything less sure is a query.
import type { Block, Draft } from './draft.ts'
import { ask, tell } from './draft.ts'
import { judgeBreak } from './broken-words.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import { isNameHere } from './names-here.ts'
import { goesOnBehind } from './words-that-go-on.ts'
import type { Stretch } from './stretch.ts'
import { concat, ending, inserted, placeAt, slice } from './stretch.ts'
import type { Words } from './word-evidence.ts'
import { wordsOf } from './word-evidence.ts'

const RULE = 'join-paragraphs'
const LONG = 30
const VERSE = 30
/** A long word in lower case: no line of a list of contents. */
const RUNNING = /(?<![\p{L}’'-])\p{Ll}{4}/u
/** A note, or an item, that stands between two halves of a sentence. */
/** A line of prose is longer. */
const FULL_LINE = 45
/** Who speaks, or what is added. */
const LABEL = /^(?:\p{Lu}[\p{L}.]{0,14}(?: \p{Lu}[\p{L}.]{0,14})?:\s|P\.?\s?S\.)/u
const CAPTION = /^(?:\[.*\]|(?:fig|plate|photo|table|illustration|map)\b.*)$/isu
const NUMBERED = /^\d{1,3}[.)]?\s+\p{Lu}/u
const NEAR = 24
const LONGEST_HEAD = 400
const CALLS_AT_END = /(?:\[\^[^[\]\s]+\]|[*_"'“”‘’)\]\s])+$/u
const MARKS_AT_START = /^[*_"'“‘([\s]+/u
const STOP = /[.!?…:;●■◆□▪]$/u
const BROKEN = /[\p{L}\p{N}][-‐¬\u00AD]$/u
const LISTED = /^\(?(?:\p{Ll}|[ivxl]{1,4})[).]\s/u
/** How two neighbouring paragraphs belong together. */
type Bond = 'apart' | 'one' | 'ask' | 'join' | 'keep'

/** Close the paragraphs and words that page turns have cut. */
export function joinParagraphs(draft: Draft): void {
  const words = wordsOf(draft)
  draft.blocks = joinRun(draft, draft.blocks, words, false)
  for (const note of draft.notes) note.blocks = joinRun(draft, note.blocks, words, true)
}

function joinRun(draft: Draft, blocks: readonly Block[], words: Words, inNote: boolean): Block[] {
  const joined: Block[] = []
  let parts: Stretch[] = []
  for (const [i, block] of blocks.entries()) {
    parts.push(block.content)
    const next = blocks[i + 1]
    const bond = next ? bondOf(draft, block, next, words, inNote) : 'apart'
    if (next && bond !== 'apart' && bond !== 'ask') {
      const last = parts.pop() ?? block.content
      parts.push(...closed(draft, last, next.content, bond))
      continue
    }
    if (next && bond === 'ask') doubt(draft, block)
    joined.push(parts.length > 1 ? { ...block, content: concat(parts) } : block)
    parts = []
  }
  return joined
}

function bondOf(draft: Draft, block: Block, next: Block, words: Words, inNote: boolean): Bond {
  if (block.kind !== 'paragraph' || next.kind !== 'paragraph') return 'apart'
  if (block.quote !== next.quote) return 'apart'
  const left = ending(block.content.text.trimEnd())
  const right = next.content.text.slice(0, LONGEST_HEAD)
  if (BROKEN.test(left) && /^[\p{L}\p{N}]/u.test(right))
    return mended(draft, block, left, right, words)
  const end = left.replace(CALLS_AT_END, '')
  const start = right.replace(MARKS_AT_START, '')
  if (end === '' || STOP.test(end) || isList(block, start, end)) return 'apart'
  if (poem(block.content.text) || poem(next.content.text)) return 'apart'
  if (/^\p{Ll}/u.test(start)) {
    if (CAPTION.test(left) || emphasisedWhole(block)) return 'ask'
    const prose = inNote || next.turned === true || RUNNING.test(left) || right.length > FULL_LINE
    return prose ? 'one' : 'apart'
  }
  return bondBeforeCapital(draft, next, left, end, start, inNote)
}

/** Items of a list have no stop; `f. 66` behind a comma is none of them. */
function isList(block: Block, start: string, end: string): boolean {
  if (!LISTED.test(start)) return false
  return LISTED.test(block.content.text) || !/[\p{Ll},]$/u.test(end)
}

function bondBeforeCapital(
  draft: Draft,
  next: Block,
  left: string,
  end: string,
  start: string,
  inNote: boolean
): Bond {
  const last = /[\p{L}'’]+$/u.exec(end)?.[0] ?? ''
  const long = inNote || left.length > FULL_LINE
  if (!/^[\p{Lu}\p{N}]/u.test(start) || !left.endsWith(last) || LABEL.test(start)) return 'apart'
  if (NUMBERED.test(start)) return long ? 'ask' : 'apart'
  if (next.turned === true && RUNNING.test(left) && /[\p{L}\p{N},;]$/u.test(end)) return 'one'
  const prose = inNote || next.turned === true || RUNNING.test(left)
  if (prose && draft.lexicon.size > 0 && goesOnBehind(last)) return 'one'
  if (long && isNameHere(draft, start) && /[\p{Ll},]$/u.test(end)) return 'one'
  if (!/[\p{L}\p{N}]$/u.test(end)) return 'apart'
  return left.length > LONG && start.length > LONG ? 'ask' : 'apart'
}

/** The word that the turn broke, in its likelier form; where that is not sure, an editor is asked. */
function mended(draft: Draft, block: Block, left: string, right: string, words: Words): Bond {
  const { form, sure, why } = judgeBreak(left.slice(0, -1), right, words, draft.lexicon)
  const place = placeAt(block.content, block.content.text.trimEnd().length - 1)
  const half = /\S*$/u.exec(left.slice(-NEAR))?.[0] ?? ''
  const word = `${half}¶${/^\S*/u.exec(right.slice(0, NEAR))?.[0] ?? ''}`
  const now = form === 'join' ? 'one word' : 'a compound'
  const reason = `Unexpected hyphen in \`${word}\`, expected one word or a compound; ${now} for now: ${why}`
  if (!sure) ask(draft, place, RULE, reason)
  return form
}

/** Verse has its own line ends. */
function poem(text: string): boolean {
  return text.includes('\n') && text.indexOf('\n') < VERSE
}

/** The first half as it joins the second, with what stands between. */
function closed(draft: Draft, first: Stretch, second: Stretch, bond: Bond): Stretch[] {
  const end = first.text.trimEnd().length
  const cut = bond === 'join' ? end - 1 : end
  const between = bond === 'one' ? ' ' : ''
  const place = placeAt(first, Math.max(0, end - 1))
  const [left, right] = [first.text.slice(Math.max(0, end - NEAR), end), second.text.slice(0, NEAR)]
  const kept = first.text.slice(Math.max(0, end - NEAR), cut)
  tell(draft, place, RULE, `${left}¶${right}`, kept + between + right)
  return [slice(first, 0, cut), inserted(between, place)]
}

function doubt(draft: Draft, block: Block): void {
  const end = block.content.text.trimEnd()
  const reason = `Unexpected end of a paragraph, \`${end.slice(-NEAR)}\`, expected a stop or the rest of its sentence`
  ask(draft, placeAt(block.content, end.length - 1), RULE, reason)
}
