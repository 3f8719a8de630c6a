// One space between two words: a scan puts tabs and rows of spaces where a line was spread, a typist two after each stop.
// Spaces that end a line break it in Markdown, and stay.
import type { Block, Draft } from './draft.ts'
import { CLOSED, everyBlock, kindAt, PROSE, tell } from './draft.ts'
import type { Edit } from './stretch.ts'
import { apply, placeAt } from './stretch.ts'

const RULE = 'close-spaces'
const GAP = /\S(?: {3,}|\t+)(?=\S)/gu
const SPACES =
  /(?<=\S)(?:[ \t\u00A0\u2000-\u200A\u202F]*[\t]|[ ]{2}| \u00A0|\u00A0 )[ \t\u00A0]*(?=\S)/gu

/** Close rows of spaces. */
export function closeSpaces(draft: Draft): void {
  for (const block of everyBlock(draft)) close(draft, block)
}

/** Columns that are set by spaces: lines with two wide gaps each, and few others. */
function isTable(text: string): boolean {
  const rows = text.split('\n').map((d) => d.trim())
  const columns = rows.filter((d) => {
    const wide = [...d.matchAll(GAP)].length
    return wide > 1 && wide * 2 >= d.split(/\s+/u).length - 1
  })
  return columns.length > 1 && columns.length * 2 > rows.length
}

/** In running text all but code; in lists and tables only inside the words. */
function mayClose(draft: Draft, block: Block, at: number): boolean {
  const kind = kindAt(draft, block.content, at)
  return block.kind === 'kept' ? kind === PROSE : kind !== CLOSED
}

function close(draft: Draft, block: Block): void {
  const { content } = block
  if (isTable(content.text)) return
  const edits: Edit[] = [...content.text.matchAll(SPACES)]
    .filter((d) => mayClose(draft, block, d.index))
    .map((d) => ({ at: d.index, cut: d[0].length, put: ' ' }))
  const [first] = edits
  if (!first) return
  tell(draft, placeAt(content, first.at), RULE, `${edits.length} wide spaces`, 'single spaces')
  block.content = apply(content, edits)
}
