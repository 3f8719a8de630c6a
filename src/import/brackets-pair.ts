// A round bracket that opens in a paragraph closes there. One that does not is asked about: a scan may have lost its
// partner, or the author a thought. The bracket of a list, `a)`, needs none.
import type { Block, Draft } from './draft.ts'
import { ask, everyBlock, kindAt, PROSE } from './draft.ts'
import { placeAt } from './stretch.ts'

const RULE = 'brackets-pair'
const ROUND = /[()]/gu
const LISTED = /(?:^|\s)[\p{L}\p{N}]{1,4}$/u
const LABEL = 6

/** Ask about brackets without a partner. */
export function bracketsPair(draft: Draft): void {
  for (const block of everyBlock(draft)) if (block.kind !== 'kept') pair(draft, block)
}

function pair(draft: Draft, { content }: Block): void {
  const open: number[] = []
  const { text } = content
  for (const { 0: sign, index } of text.matchAll(ROUND)) {
    if (kindAt(draft, content, index) !== PROSE) continue
    const label = open.length === 0 && LISTED.test(text.slice(Math.max(0, index - LABEL), index))
    if (sign === '(') open.push(index)
    else if (open.pop() === undefined && !label) return doubt(draft, content, index)
  }
  if (open.length > 0) doubt(draft, content, open[0] ?? 0)
}

function doubt(draft: Draft, content: Block['content'], at: number): void {
  const near = content.text.slice(Math.max(0, at - 12), at + 24).replace(/\s+/gu, ' ')
  ask(draft, placeAt(content, at), RULE, `Unexpected bracket in \`${near}\`, expected a pair`)
}
