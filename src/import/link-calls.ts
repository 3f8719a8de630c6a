// Calls become GFM calls: `Europe"<sup>2</sup>.` → `Europe"[^2].` The call stays where the source has it. An exponent is no
// call: `10 m<sup>2</sup>` after note 7 has been called is left alone, and asked about.
import type { Block, Draft } from './draft.ts'
import { ask, CLOSED, edit, everyBlock, kindAt } from './draft.ts'
import { plainDigits } from './find-notes.ts'
import type { Edit } from './stretch.ts'
import { placeAt } from './stretch.ts'

const RULE = 'link-calls'
const SUPERSCRIPT =
  /[ \t]?<sup\b[^>]*>(?:<a\b[^>]*>)?\s*\[?(\d{1,4}(?:\s*,\s*\d{1,4})*)\]?\s*(?:<\/a>)?\s*<\/sup>/giu
const BRACKET = /(?<=[\p{L}\p{N}\p{P}])[ \t]?\\?\[(\d{1,4})\\?\](?![([:])/gu
const RAISED = /(?<=[\p{L}\p{P}])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})/gu
const UNIT = /(?:^|[\s\d(/·])(?:[kcdmµn]?m|ft|in|yd|mi|s|x|y|r|mc|10)$/u

/** Write calls as `[^7]`. */
export function linkCalls(draft: Draft): void {
  const labels = new Set(draft.notes.map((d) => d.label))
  const superscripts = labels.size > 0 ? countMatches(draft, SUPERSCRIPT) : 0
  const pattern = superscripts > 0 ? SUPERSCRIPT : choose(draft, labels)
  if (!pattern) return
  let last = 0
  for (const block of everyBlock(draft)) last = linkBlock(draft, block, pattern, labels, last)
}

/** Brackets and raised digits are calls only when most notes are called so. */
function choose(draft: Draft, labels: ReadonlySet<string>): RegExp | undefined {
  return [BRACKET, RAISED].find((d) => {
    const matches = countMatches(draft, d)
    return matches > 0 && matches >= labels.size / 2
  })
}

function countMatches(draft: Draft, pattern: RegExp): number {
  return everyBlock(draft).reduce((sum, d) => sum + [...d.content.text.matchAll(pattern)].length, 0)
}

function linkBlock(
  draft: Draft,
  block: Block,
  pattern: RegExp,
  labels: ReadonlySet<string>,
  before: number
): number {
  const { content } = block
  const edits: Edit[] = []
  let last = before
  for (const match of content.text.matchAll(pattern)) {
    const calls = (match[1] ?? '')
      .split(',')
      .map((d) => plainDigits(d.trim()).replace(/^0+(?=\d)/u, ''))
    if (kindAt(draft, content, match.index + match[0].search(/\S/u)) === CLOSED) continue
    const first = Number(calls[0])
    const known = calls.every((d) => labels.has(d))
    const exponent = UNIT.test(content.text.slice(Math.max(0, match.index - 6), match.index))
    const missing = !known && pattern === SUPERSCRIPT && first === last + 1
    if ((known && !(exponent && first !== last + 1)) || (missing && !exponent)) {
      edits.push({
        at: match.index,
        cut: match[0].length,
        put: calls.map((d) => `[^${d}]`).join('')
      })
      last = Number(calls.at(-1))
    } else {
      const reason = `Unexpected number \`${match[0].trim()}\`, expected the call of a note or a power`
      ask(draft, placeAt(content, match.index), RULE, reason)
    }
  }
  edit(draft, block, edits, RULE)
  return last
}
