// Paragraphs set in by four spaces or a tab are code to Markdown; in a rough text they are a block quotation, of one or several
// paragraphs. Code has other signs than prose, and no sentences.
import type { Stretch } from './stretch.ts'
import { concat, slice, trimmed } from './stretch.ts'

const INDENT = /^[ \t]*/u
const PROSE_SIGN = /[\p{L}\p{M}\p{N}\s.,;:!?'"“”‘’()–—-]/gu
const CODE_LINE = /[{};=]\s*$|^\s*(?:[$#>%]|\/\/|[\w.-]+\(|<\/?\w|[\w-]+:\s*$)/u
const MARKUP = /<[^<>]{1,99}>|[*_]|\\?\[\^?\d{1,4}\\?\]/gu
const WORD = /\p{L}{2,}/gu
const FEWEST_WORDS = 4
const FEWEST_PROSE = 0.93

/** The paragraphs of an indented block, or none where it is code. */
export function indentedProse(block: Stretch): Stretch[] {
  const lines = linesOf(block)
  const text = lines
    .map((d) => d.text.trim())
    .join(' ')
    .replace(MARKUP, '')
  const words = [...text.matchAll(WORD)].length
  const signs = [...text.matchAll(PROSE_SIGN)].length
  const sentence = /\p{Lu}/u.test(text) && /[.,;:!?…]["'”’)\]*_]*(?:\s|<|\[|$)/u.test(text)
  if (words < FEWEST_WORDS || !sentence || signs < text.length * FEWEST_PROSE) return []
  if (lines.some((d) => CODE_LINE.test(d.text))) return []
  return paragraphs(lines)
}

function linesOf(block: Stretch): Stretch[] {
  const lines: Stretch[] = []
  let at = 0
  for (const line of block.text.split('\n')) {
    const indent = INDENT.exec(line)?.[0].length ?? 0
    lines.push(slice(block, at + indent, at + line.length + 1))
    at += line.length + 1
  }
  return lines
}

function paragraphs(lines: readonly Stretch[]): Stretch[] {
  const found: Stretch[][] = [[]]
  for (const line of lines)
    if (line.text.trim() === '') found.push([])
    else found.at(-1)?.push(line)
  return found.filter((d) => d.length > 0).map((d) => trimmed(concat(d)))
}
