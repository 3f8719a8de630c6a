// The sign that ends an article, `durable and solid ●`, belongs to the design: it goes to the front matter, and the full
// stop that it stands for comes back.
import type { Block, Draft } from './draft.ts'
import { isManuscript, tell } from './draft.ts'
import { apply, ending, placeAt } from './stretch.ts'

const RULE = 'take-end-mark'
const MARK = /\s*([●■◆•▪◼⬛∎□▢◻★☆✦❧☙¤]+)(?=(?:\[\^[^[\]\s]+\])*\s*$)/u
const ENDED = /[.!?…]["'”’)\]*_]*(?:\[\^[^[\]\s]+\])*$/u
const NEAR = 24
const LAST = 3
const NAME = /^\s*(?:\p{Lu}[^\s.]{0,30}\s{0,3}){0,5}$/u

/** Take the end mark off the last paragraph, or the last but one where a byline follows. */
export function takeEndMark(draft: Draft): void {
  if (isManuscript(draft)) return
  const last = draft.blocks.findLastIndex((d, i) => i >= draft.blocks.length - LAST && marked(d))
  const block = draft.blocks[last]
  const found = block ? MARK.exec(ending(block.content.text)) : undefined
  if (!block || !found) return
  const [whole, mark = ''] = found
  const { content } = block
  const at =
    content.text.length - found[0].length - found.input.slice(found.index + found[0].length).length
  const before = content.text.slice(0, at)
  const stop = NAME.test(before) || ENDED.test(ending(before)) ? '' : '.'
  const near = before.slice(-NEAR)
  tell(draft, placeAt(content, at), RULE, near + whole, near + stop)
  block.content = apply(content, [{ at, cut: whole.length, put: stop }])
  if (block.content.text.trim() === '') draft.blocks.splice(last, 1)
  if (!draft.given.has('end-mark')) draft.found.endMark = mark
}

function marked(block: Block): boolean {
  return block.kind === 'paragraph' && MARK.test(ending(block.content.text))
}
