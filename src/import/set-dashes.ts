// A spaced hyphen is a spaced en dash: `waste - the gap` → `waste – the gap`; so are two hyphens between spaces. Two hyphens
// between words are an em dash. Suspended hyphens (`pre- and post-war`), options (`--help`) and negative numbers stay.
import type { Block, Draft } from './draft.ts'
import { edit, everyBlock, kindAt, PROSE } from './draft.ts'
import type { Edit } from './stretch.ts'

const ARROW = /[-\\<>]/u
const HYPHENS = /-{1,3}/gu
const OPENING = /^["“'‘([{]$/u
const CLOSING = /^["”'’)\]},.;:!?…]$/u

/** Set dashes. */
export function setDashes(draft: Draft): void {
  for (const block of everyBlock(draft)) edit(draft, block, dashes(draft, block), 'set-dashes')
}

function dashes(draft: Draft, { content }: Block): Edit[] {
  const { text } = content
  return [...text.matchAll(HYPHENS)].flatMap(({ 0: hyphens, index: at }) => {
    const [left, right] = [text[at - 1] ?? ' ', text[at + hyphens.length] ?? ' ']
    if (ARROW.test(left + right) || kindAt(draft, content, at) !== PROSE) return []
    const put = dashFor(hyphens.length, left, right)
    return put === '' ? [] : [{ at, cut: hyphens.length, put }]
  })
}

function dashFor(length: number, left: string, right: string): string {
  const [spaceLeft, spaceRight] = [/\s/u.test(left), /\s/u.test(right)]
  const openLeft = spaceLeft || OPENING.test(left)
  const openRight = spaceRight || CLOSING.test(right)
  if (length === 1) return openLeft && openRight && (spaceLeft || spaceRight) ? '–' : ''
  if (spaceLeft && spaceRight) return length === 2 ? '–' : '—'
  if (openLeft && !openRight) return ''
  return '—'
}
