// Three full stops are an ellipsis, spaced or not: `today ... Russia` → `today … Russia`, `. . .` → `…`; a fourth is the full
// stop before it. Longer rows lead the eye in a table of contents and stay.
import type { Block, Draft } from './draft.ts'
import { edit, everyBlock, kindAt, PROSE } from './draft.ts'
import type { Edit } from './stretch.ts'

const DOTS = /(?<!\.|\. )(?:\.{3,4}|\.(?: \.){2,3})(?!\.| \.|\/)/gu

/** Set ellipses. */
export function setEllipses(draft: Draft): void {
  for (const block of everyBlock(draft)) edit(draft, block, ellipses(draft, block), 'set-ellipses')
}

function ellipses(draft: Draft, { content }: Block): Edit[] {
  return [...content.text.matchAll(DOTS)]
    .filter((d) => kindAt(draft, content, d.index) === PROSE)
    .map(({ 0: dots, index: at }) => {
      const four = dots.replaceAll(' ', '').length === 4
      return { at, cut: dots.length, put: four ? '.…' : '…' }
    })
}
