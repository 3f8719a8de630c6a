// What is opened in a paragraph is closed in it: brackets, and in English double quotation marks. A quotation of several
// paragraphs opens each and closes the last, and in a block quotation often only the first; `a)` is the number of an item.
//
//     He came (as he had said.
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Block, Prose } from './prose.ts'

const MARKS = /[()[\]{}“”]/gu
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '”': '“' }
const OPENED_BY = new Map(Object.entries(CLOSES).map(([close, open]) => [open, close]))
const ITEM = /(?:^|\s)[\p{L}\p{N}]{1,4}$/u

/** Brackets and quotation marks without their other half. */
export function* balancedBrackets({ blocks, edition }: Prose): Generator<Finding> {
  const english = edition.language.toLowerCase().startsWith('en')
  for (const [index, block] of blocks.entries()) {
    const goesOn = /^\s*“/u.test(blocks[index + 1]?.text ?? '')
    yield* unbalanced(block, english && !block.quoted, goesOn)
  }
}

function* unbalanced(
  { text, spotAt }: Block,
  quotes: boolean,
  goesOn: boolean
): Generator<Finding> {
  const open: { mark: string; index: number }[] = []
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (!quotes && /[“”]/u.test(mark)) continue
    const wanted = CLOSES[mark]
    if (wanted === undefined) open.push({ mark, index })
    else if (open.at(-1)?.mark === wanted) open.pop()
    else if (mark !== ')' || !ITEM.test(text.slice(Math.max(0, index - 6), index)))
      yield {
        place: spotAt(index),
        reason: `Unexpected ${quote(mark)}, expected ${quote(wanted)} before it`
      }
  }
  for (const { mark, index } of open) {
    if (mark === '“' && goesOn) continue
    const close = OPENED_BY.get(mark) ?? ''
    yield {
      place: spotAt(index),
      reason: `Unexpected ${quote(mark)}, expected ${quote(close)} after it`
    }
  }
}
