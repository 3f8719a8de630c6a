// A numbered line in bold, alone in its paragraph, is a heading: `**1.1. Paper and ink**`. It has no level yet; level-headings
// gives it one. Runs early, for a drop cap may follow it.
import type { Block, Draft } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'

const NUMBERED = /^\d{1,3}(?:\.\d{1,3})*\.?\s+\p{Lu}[^.!?;]{2,80}$/u

/** Make headings of numbered bold lines. */
export function findBoldHeadings(draft: Draft): void {
  for (const block of draft.blocks) unsetBold(block)
}

function unsetBold(block: Block): void {
  if (block.quote > 0 || !block.content.text.startsWith('**')) return
  const inside = emphasisedWhole(block)
  if (!inside || !NUMBERED.test(inside.text)) return
  block.kind = 'heading'
  block.content = inside
}
