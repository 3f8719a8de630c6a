// Calls become GFM calls: `Europe"<sup>2</sup>.` → `Europe"[^2].` The call stays where the source has it. An exponent is no
// call: `10 m<sup>2</sup>` after note 7 has been called is left alone, and asked about.
import type { Block, Draft } from './draft.ts'
import { ask, CLOSED, edit, everyBlock, kindAt } from './draft.ts'
import { plainDigits } from './find-notes.ts'
import type { Edit } from './stretch.ts'
import { placeAt } from './stretch.ts'

const RULE = 'link-calls'
const SUPERSCRIPT =
  /[ \t]?<sup\b[^<>]{0,99}>(?:<a\b[^<>]{0,199}>)?\s*\[?(\d{1,4}(?:\s*,\s*\d{1,4})*)\]?\s*(?:<\/a>)?\s*<\/sup>/giu
const BRACKET = /(?<=[\p{L}\p{N}\p{P}])[ \t]?\\?\[(\d{1,4})\\?\](?![([:])/gu
const RAISED = /(?<=[\p{L}\p{P}])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})/gu
const UNIT = /(?:^|[\s\d(/·])(?:[kcdmµn]?m|ft|in|yd|mi|s|x|y|r|mc|10)$/u

/** The labels that calls can have. */
interface Labels {
  known: ReadonlySet<string>
  /** The highest number among them; a lower number that is missing is a note lost. */
  highest: number
}

/** Write calls as `[^7]`. */
export function linkCalls(draft: Draft): void {
  const known = new Set(draft.notes.map((d) => d.label))
  if (known.size === 0) return
  const highest = Math.max(...[...known].map(Number).filter((d) => !Number.isNaN(d)), 0)
  const pattern = choosePattern(draft)
  if (!pattern) return
  let last = 0
  for (const block of everyBlock(draft))
    last = linkBlock(draft, block, pattern, { known, highest }, last)
}

/** Brackets and raised digits are calls only where notes were found, and when most of these are called so. */
function choosePattern(draft: Draft): RegExp | undefined {
  if (countMatches(draft, SUPERSCRIPT) > 0) return SUPERSCRIPT
  const found = draft.notes.filter((d) => d.found).length
  return [BRACKET, RAISED].find((d) => found > 0 && countMatches(draft, d) >= found / 2)
}

function countMatches(draft: Draft, pattern: RegExp): number {
  return everyBlock(draft).reduce((sum, d) => sum + [...d.content.text.matchAll(pattern)].length, 0)
}

/** Link the calls of a block, after the call of note `before`; gives the number of its last. */
function linkBlock(
  draft: Draft,
  block: Block,
  pattern: RegExp,
  labels: Labels,
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
    const known = calls.every((d) => labels.known.has(d))
    const lost = pattern === SUPERSCRIPT && first < labels.highest
    if ((known || lost) && !(power && first !== last + 1)) {
      const put = calls.map((d) => `[^${d}]`).join('')
      edits.push({ at: match.index, cut: match[0].length, put })
      last = Number(calls.at(-1))
    } else if (pattern === SUPERSCRIPT) {
      const reason = `Unexpected number \`${match[0].trim()}\`, expected the call of a note or a power`
      ask(draft, placeAt(content, match.index), RULE, reason)
    }
  }
  edit(draft, block, edits, RULE)
  return last
}

/** `7, 8` as labels, raised digits on the line. */
function numbersIn(text: string): string[] {
  return text.split(',').map((d) => plainDigits(d.trim()).replace(/^0+(?=\d)/u, ''))
}
