// Ligatures are the font's work, not the text's: `reﬂections` → `reflections`; and soft hyphens inside a line come from a
// line break that is gone: `reflec­tions`. At the end of a line or paragraph a soft hyphen breaks the word there, as `-` does.
import type { Block, Draft } from './draft.ts'
import { CLOSED, edit, everyBlock, kindAt } from './draft.ts'
import type { Edit } from './stretch.ts'

const RULE = 'split-ligatures'
const SIGNS = /[\uFB00-\uFB06\u00AD]/gu

/** Split ligatures into letters, and drop soft hyphens. */
export function splitLigatures(draft: Draft): void {
  for (const block of everyBlock(draft)) edit(draft, block, signs(draft, block), RULE)
}

function signs(draft: Draft, { content }: Block): Edit[] {
  return [...content.text.matchAll(SIGNS)]
    .filter((d) => kindAt(draft, content, d.index) !== CLOSED)
    .map(({ 0: sign, index: at }) => {
      if (sign !== '\u00AD') return { at, cut: 1, put: sign.normalize('NFKC') }
      const breaks = /^\s*(?:\n|$)/u.test(content.text.slice(at + 1, at + 9))
      return { at, cut: 1, put: breaks ? '-' : '' }
    })
}
