// Headings that are not marked as such: a line by itself between two paragraphs, in bold (`**The press**`), numbered (`1.1. Paper
// and ink`), named (`Chapter 2`) or in capitals. They have no level yet; level-headings gives them one. A line that ends a
// sentence, opens a quotation or stands inside a sentence is none.
import type { Block, Draft } from './draft.ts'
import { ask, isManuscript } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import type { Stretch } from './stretch.ts'
import { ending, placeAt } from './stretch.ts'

const RULE = 'find-headings'
const LONGEST = 90
const MOST_WORDS = 14
const NUMBERED = /^\d{1,3}(?:\.\d{1,3})*\.?\s+["“‘'\p{Lu}]/u
const COUNTED = /^\d{1,2}(?:\.\d{1,2})+\.?\s+["“‘'\p{Lu}]/u
const NAMED =
  /^(?:chapter|part|section|book|appendix)\s+(?:[ivxlc]+|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|[a-h])(?:[.:]?\s*$|[.:]?\s+[—–:-]?\s*["“‘'\p{Lu}])/iu
const ITEM = /^\d{1,2}[.)] +["“‘'\p{Lu}][^\n]*[^.,;:!\n]$/u
const PICTURE = /^!\[[^\]]*\]\([^)]*\)$/u
const FIT = /^["“‘'\p{Lu}\p{N}]/u
const QUOTED = /^["“'‘].*["”'’]$/u
const ENDED = /[.,;:!…]["'”’)\]*_]*$/u
const STOPPED = /[.!?…:;●■◆□▪•]["'”’)\]*_]*(?:\[\^[^[\]\s]+\])*\s*$/u

/** Make headings of lines that are headings. */
export function findHeadings(draft: Draft): void {
  if (isManuscript(draft)) return
  const marked = draft.blocks.some((d, i) => i > 0 && d.kind === 'heading')
  const counted = countedLines(draft)
  const capitals: [Block, Stretch][] = []
  for (const [i, block] of draft.blocks.entries()) {
    if (i === 0 || !isLine(block, counted)) continue
    const bold = boldLine(block)
    const line = bold ?? block.content
    if (!fits(line.text) || !standsBetween(draft, i)) continue
    const sure =
      bold !== undefined || counted.has(block) || COUNTED.test(line.text) || NAMED.test(line.text)
    if (!sure && (!isCapitals(line.text) || /\d$/u.test(line.text.trim()))) continue
    if (sure) setHeading(block, line)
    else capitals.push([block, line])
  }
  // One line in capitals may be anything; several are headings where nothing else is, but not those who speak in turn.
  const different = new Set(capitals.map(([, d]) => d.text)).size
  if (different < capitals.length) return
  for (const [block, line] of capitals)
    if (marked || capitals.length < 2) doubt(draft, block)
    else setHeading(block, line)
}

function isLine(block: Block, counted: ReadonlySet<Block>): boolean {
  return block.quote === 0 && (block.kind === 'paragraph' || counted.has(block))
}

/** `1. Money`, further on `2. Water`: to Markdown each is a list of one item; that they count on makes headings of them. */
function countedLines({ blocks }: Draft): ReadonlySet<Block> {
  const lines = blocks.filter(
    (d, i) =>
      d.kind === 'kept' &&
      ITEM.test(d.content.text.trim()) &&
      blocks[i + 1]?.kind === 'paragraph' &&
      blocks[i - 1]?.kind !== 'kept'
  )
  const numbers = lines.map((d) => Number.parseInt(d.content.text, 10))
  const counts = numbers.every((d, i) => d === i + 1)
  return new Set(counts && lines.length > 1 ? lines : [])
}

function boldLine(block: Block): Stretch | undefined {
  return /^(?:\*\*|__)/u.test(block.content.text) ? emphasisedWhole(block) : undefined
}

function fits(text: string): boolean {
  const line = text.replace(/\[\^[^[\]\s]+\]/gu, '').trim()
  if (line.length > LONGEST || line.includes('\n') || !FIT.test(line)) return false
  if (line.split(/\s+/u).length > MOST_WORDS || QUOTED.test(line)) return false
  return NUMBERED.test(line) ? !/[!;,:]$/u.test(line) : !ENDED.test(line) || NAMED.test(line)
}

/** Between two paragraphs that are whole; the last line of a text names nothing. */
function standsBetween(draft: Draft, index: number): boolean {
  const [before, after] = [draft.blocks[index - 1], draft.blocks[index + 1]]
  if (!after || (before?.kind === 'paragraph' && !isWhole(before, draft, index - 1))) return false
  if (after.kind === 'kept') return index + 2 < draft.blocks.length
  const start = after.content.text.replace(/^[*_"“'‘([]+/u, '')
  return after.kind === 'heading' || !/^\p{Ll}/u.test(start)
}

function isWhole({ content }: Block, draft: Draft, index: number): boolean {
  if (PICTURE.test(content.text.trim())) return true
  return index < 2 || STOPPED.test(ending(content.text)) || draft.blocks[index]?.quote !== 0
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 3 && letters === letters.toUpperCase() && !ENDED.test(text.trim())
}

function setHeading(block: Block, line: Stretch): void {
  block.kind = 'heading'
  block.depth = 0
  block.content = line
}

function doubt(draft: Draft, { content }: Block): void {
  const reason = `Unexpected line in capitals, \`${content.text.slice(0, 40)}\`, expected a heading or text`
  ask(draft, placeAt(content, 0), RULE, reason)
}
