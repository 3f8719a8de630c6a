// Calls become GFM calls: `Europe"<sup>2</sup>.` → `Europe"[^2].` The call stays where the source has it. An exponent is no
// call: `10 m<sup>2</sup>` after note 7 has been called is left alone, and asked about.
import type { Block, Draft } from './draft.ts'
import { ask, CLOSED, edit, everyBlock, kindAt } from './draft.ts'
import { OTHER_CALLS, plainNumber, SUPERSCRIPT_CALL } from './note-styles.ts'
import type { Edit } from './stretch.ts'
import { placeAt } from './stretch.ts'

const RULE = 'link-calls'
const MOST_LOST = 1
const MOST_LOOKED_AT = 1000
const FEWEST_CALLS = 3
const NEAR = 12
const BARE = /(?<=\p{L}{2}[.,;:!?”"’')\]]?)(\d{1,3})(?=[\s.,;:!?)]|$)/gu
const UNIT = /(?:^|[\s\d(/·])(?:[kcdmµn]?m|ft|in|yd|mi|s|x|y|r|mc|10)$/u

/** The notes that a part of the text can call. */
interface Notes {
  /** From the number in the source to the label. */
  labels: ReadonlyMap<string, string>
  /** The lowest number among them. */
  lowest: number
  /** The highest number among them; a lower number that is missing is a note lost. */
  highest: number
  /** What its labels are higher than its numbers. */
  offset: number
}

/** Write calls as `[^7]`. */
export function linkCalls(draft: Draft): void {
  if (draft.notes.length === 0) return askForNotes(draft)
  const chapters = chaptersOf(draft)
  const pattern = choosePattern(draft, chapters)
  if (!pattern) return
  let last = (chapters[0]?.lowest ?? 1) - 1
  let chapter = 0
  for (const { block, notes } of callers(draft, chapters)) {
    if (notes !== chapters[chapter]) last = notes.lowest - 1
    chapter = chapters.indexOf(notes)
    last = linkBlock(draft, block, pattern, notes, last)
  }
}

/** Numbers behind words that count from 1, in a text without notes: its notes were not found. */
function askForNotes(draft: Draft): void {
  const calls: { content: Block['content']; at: number; text: string }[] = []
  for (const { content } of draft.blocks)
    for (const match of content.text.matchAll(BARE))
      if (Number(match[1]) === calls.length + 1)
        calls.push({ content, at: match.index, text: match[0] })
  const [first] = calls
  if (!first || calls.length < FEWEST_CALLS) return
  const near = first.content.text.slice(Math.max(0, first.at - NEAR), first.at)
  const reason = `Unexpected number \`${near}${first.text}\`, expected notes that such numbers call, under a heading \`Notes\``
  ask(draft, placeAt(first.content, first.at), RULE, reason)
}

function chaptersOf(draft: Draft): readonly Notes[] {
  const chapters: Map<string, string>[] = []
  for (const { number, label, chapter } of draft.notes)
    (chapters[chapter] ??= new Map<string, string>()).set(number, label)
  return chapters.map((labels) => {
    const [[number, label] = ['0', '0']] = labels
    const highest = [...labels.keys()].reduce((most, d) => Math.max(most, Number(d) || 0), 0)
    const numbers = [...labels.keys()].map(Number).filter((d) => d > 0)
    const lowest = numbers.length > 0 ? Math.min(...numbers.slice(0, MOST_LOOKED_AT)) : 1
    return { labels, lowest, highest, offset: Number(label) - Number(number) || 0 }
  })
}

/** Every block, with the notes that it can call: those that stand behind it, up to the end of their chapter. */
function callers(draft: Draft, chapters: readonly Notes[]): { block: Block; notes: Notes }[] {
  const ends = chapters.map((_, i) =>
    draft.notes.reduce((end, d) => (d.chapter === i ? Math.max(end, d.after) : end), 0)
  )
  const last = chapters.at(-1)
  const at = (index: number) => chapters[ends.findIndex((d) => index < d)] ?? last
  const notesOf = new Map<Block, Notes | undefined>()
  for (const [i, d] of draft.blocks.entries()) notesOf.set(d, at(i))
  for (const { blocks, chapter } of draft.notes)
    for (const d of blocks) notesOf.set(d, chapters[chapter])
  return everyBlock(draft).flatMap((block) => {
    const notes = notesOf.get(block) ?? last
    return notes ? [{ block, notes }] : []
  })
}

/**
 * Other signs than superscripts are calls only where notes were found, and when half of these are called so; the pattern
 * that calls the most of them is taken.
 */
function choosePattern(draft: Draft, chapters: readonly Notes[]): RegExp | undefined {
  const all = callers(draft, chapters)
  const called = (pattern: RegExp) => {
    const labels = new Set<string>()
    for (const { block, notes } of all)
      for (const match of block.content.text.matchAll(pattern))
        for (const number of numbersIn(match[1] ?? '')) {
          const label = notes.labels.get(number)
          if (label !== undefined) labels.add(label)
        }
    return labels.size
  }
  if (all.some(({ block }) => block.content.text.search(SUPERSCRIPT_CALL) >= 0))
    return SUPERSCRIPT_CALL
  const found = draft.notes.filter((d) => d.found).length
  let best: { pattern: RegExp; count: number } | undefined
  for (const pattern of OTHER_CALLS) {
    const count = called(pattern)
    if (count > 0 && found > 0 && count >= found / 2 && count > (best?.count ?? 0))
      best = { pattern, count }
  }
  return best?.pattern
}

/** Link the calls of a block, after the call of note `before`; gives the number of its last. */
function linkBlock(
  draft: Draft,
  block: Block,
  pattern: RegExp,
  { labels, highest, offset }: Notes,
  before: number
): number {
  const { content } = block
  const edits: Edit[] = []
  let last = before
  for (const match of content.text.matchAll(pattern)) {
    if (kindAt(draft, content, match.index + match[0].search(/\S/u)) === CLOSED) continue
    const calls = numbersIn(match[1] ?? '')
    const first = Number(calls[0])
    const power = UNIT.test(content.text.slice(Math.max(0, match.index - 6), match.index))
    const known = calls.every((d) => labels.has(d))
    const lost = first < highest && (pattern === SUPERSCRIPT_CALL || first === last + 1)
    const inTurn = !isLoose(pattern) || (first > last && first <= last + MOST_LOST + 1)
    if ((known || lost) && inTurn && !(power && first !== last + 1)) {
      const put = calls.map((d) => `[^${labels.get(d) ?? Number(d) + offset}]`).join('')
      edits.push({ at: match.index, cut: match[0].length, put })
      last = Number(calls.at(-1))
    } else if (pattern === SUPERSCRIPT_CALL) {
      const reason = `Unexpected number \`${match[0].trim()}\`, expected the call of a note or a power`
      ask(draft, placeAt(content, match.index), RULE, reason)
    }
  }
  edit(draft, block, edits, RULE)
  return last
}

/** A bare number or one in round brackets is a call only in its turn. */
function isLoose(pattern: RegExp): boolean {
  return OTHER_CALLS.indexOf(pattern) >= OTHER_CALLS.length - 2
}

/** `7, 8` as numbers, raised digits on the line. */
function numbersIn(text: string): string[] {
  return text.split(',').map((d) => plainNumber(d.trim()))
}
