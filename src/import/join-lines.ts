// A paragraph is one line of the manuscript. Lines that were filled to a width are joined, and words that they break; lines
// that end early (verse, an address, hard breaks) are left as they stand.
import type { Block, Draft } from './draft.ts'
import { ask, everyBlock, tell } from './draft.ts'
import { judgeBreak } from './broken-words.ts'
import type { Edit, Stretch } from './stretch.ts'
import { apply, placeAt } from './stretch.ts'
import type { Words } from './word-evidence.ts'
import { wordsOf } from './word-evidence.ts'

const RULE = 'join-lines'
const NARROWEST = 45
const MANY_LINES = 4
const FEWEST_TELLING = 3
const LONGEST_WORD = 60
const SLACK = 4
const SLACK_FOR_MARKER = 16
const BROKEN = /\p{L}[-‐¬\u00AD]$/u
const CAPITAL = /^["“‘'([*_]*\p{Lu}/u
const HARD_BREAK = /(?: {2}|\\)$/u

/** Join the lines of paragraphs. */
export function joinLines(draft: Draft): void {
  const paragraphs = everyBlock(draft).filter((d) => d.kind === 'paragraph')
  const usual = usualWidth(draft.source, paragraphs)
  const wrapped = paragraphs.filter((d) => filled(linesOf(draft.source, d.content), usual))
  if (wrapped.length === 0) return
  const words = wordsOf(draft)
  for (const block of wrapped) joinBlock(draft, block, words)
}

/** The width to which this text was filled, in characters; 0 where few paragraphs tell. */
function usualWidth(source: string, paragraphs: readonly Block[]): number {
  const widths = paragraphs
    .map((d) => linesOf(source, d.content))
    .filter((d) => d.length >= MANY_LINES && filled(d, 0, 0))
    .map(widthOf)
    .toSorted((a, b) => a - b)
  return widths.length < FEWEST_TELLING ? 0 : (widths[widths.length >> 1] ?? 0)
}

/** Whether each line was as full as the next word allowed; two short lines are verse where the others are long. */
function filled(lines: readonly Line[], usual: number, narrowest = NARROWEST): boolean {
  const own = widthOf(lines)
  const few = lines.length < MANY_LINES
  const width = few && usual > 0 ? Math.max(own, usual - SLACK) : own
  if (lines.some((d, i) => d.broken && lines[i + 1]?.capital === false)) return true
  if (
    lines.length < 2 ||
    isVerse(lines) ||
    own < (usual > 0 ? Math.min(narrowest, usual / 2) : narrowest)
  )
    return false
  return lines.slice(0, -1).every((line, i) => {
    const slack = i === 0 ? SLACK_FOR_MARKER : SLACK
    return !line.breaks && line.length + 1 + (lines[i + 1]?.word ?? 0) + slack >= width
  })
}

/** Lines that all begin with a capital, which four of a width of prose do not by chance. */
function isVerse(lines: readonly Line[]): boolean {
  const few = widthOf(lines) < NARROWEST ? 3 : 4
  return lines.length >= few && lines.every((d) => d.capital)
}

/** A line as it stood in the source, where calls, ligatures and soft hyphens took the room they took. */
interface Line {
  length: number
  /** The length of its first word. */
  word: number
  /** It begins with a capital. */
  capital: boolean
  /** Its last word goes on in the next. */
  broken: boolean
  /** It ends in a hard break. */
  breaks: boolean
}

function linesOf(source: string, { text, places }: Stretch): Line[] {
  let at = 0
  return text.split('\n').map((line) => {
    const from = places[at] ?? 0
    const end = source.indexOf('\n', from)
    const whole = source.slice(from, end < 0 ? undefined : end)
    at += line.length + 1
    return {
      length: whole.trimEnd().length,
      word: /^\S*/u.exec(whole)?.[0].length ?? 0,
      capital: CAPITAL.test(line),
      broken: BROKEN.test(line.trimEnd()),
      breaks: HARD_BREAK.test(line)
    }
  })
}

function widthOf(lines: readonly Line[]): number {
  return lines.reduce((most, d) => Math.max(most, d.length), 0)
}

function joinBlock(draft: Draft, block: Block, words: Words): void {
  const { content } = block
  const lines = content.text.split('\n')
  const edits: Edit[] = []
  let at = -1
  for (const [i, line] of lines.slice(0, -1).entries()) {
    at += line.length + 1
    const left = line.trimEnd()
    const right = lines[i + 1] ?? ''
    const spaces = line.length - left.length
    const broken = BROKEN.test(left) && /^\p{L}/u.test(right)
    if (broken) {
      const verdict = judgeBreak(left.slice(0, -1), right, words, draft.lexicon)
      const cut = verdict.form === 'join' ? 1 : 0
      edits.push({ at: at - spaces - cut, cut: spaces + cut + 1, put: '' })
      const word = `${/\S+$/u.exec(left.slice(-LONGEST_WORD))?.[0] ?? ''}⏎${/^\S+/u.exec(right.slice(0, LONGEST_WORD))?.[0] ?? ''}`
      const whole = word.replace(verdict.form === 'join' ? /.⏎/u : '⏎', '')
      tell(draft, placeAt(content, at), RULE, word, whole, verdict.why)
      if (!verdict.sure)
        ask(
          draft,
          placeAt(content, at),
          RULE,
          `Unexpected hyphen in \`${word}\`, expected one word or a compound; \`${whole}\` for now: ${verdict.why}`
        )
    } else {
      edits.push({ at: at - spaces, cut: spaces + 1, put: ' ' })
    }
  }
  tell(draft, placeAt(content, 0), RULE, `${lines.length} lines`, '1 line')
  block.content = apply(content, edits)
}
