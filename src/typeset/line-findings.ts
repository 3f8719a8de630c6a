// Lines that a careful compositor would not have set so, and could not set otherwise: too loose, or a last line of next to
// nothing. Read off the lines as they were set.
import type { ComposedPage, Finding, Line, SetBlock } from '../composition.ts'
import type { Setter } from './text-block.ts'
import { FINDINGS, LINES } from './taste.ts'

const SHOWN = 40

/** The findings of a page's text and notes. */
export function lineFindings(page: ComposedPage, setter: Setter): Finding[] {
  const noted = page.notes.flatMap((d) => d.blocks)
  return [...page.blocks, ...noted].flatMap((block) => blockFindings(block, page, setter))
}

function blockFindings(block: SetBlock, page: ComposedPage, setter: Setter): Finding[] {
  const { number, label } = page
  const made = (rule: string, reason: string, cost: number): Finding => {
    const where = `${reason} on page ${label}`
    return { rule, page: number, folio: label, line: block.line ?? 0, reason: where, cost }
  }
  return block.lines.flatMap(({ line }, index) => {
    const space = spaceOf(line, setter)
    if (space > FINDINGS.loosest) {
      const times = space.toFixed(2)
      const reason = `Unexpected word spaces of ${times} times their width in \`${wordsOf(line)}\``
      return [made('loose-line', reason, Math.round((space - 1) * FINDINGS.looseCost))]
    }
    const size = line.pieces[0]?.run.style.size ?? 0
    const isRunt = line.end === 'end' && (index > 0 || block.continued)
    if (isRunt && line.width < FINDINGS.runt * size && block.element.tagName === 'p')
      return [
        made('runt', `Unexpected last line \`${wordsOf(line)}\` of a paragraph`, FINDINGS.runtCost)
      ]
    return []
  })
}

/** What is wrong with the lines of a paragraph, as a count: too loose, next to nothing at its end, hyphens below each other. */
export function countFaults(lines: readonly Line[], setter: Setter, inNote: boolean): number {
  let [count, row] = [0, 0]
  for (const [index, line] of lines.entries()) {
    const size = line.pieces[0]?.run.style.size ?? 0
    row = line.end === 'soft' || line.end === 'hard' ? row + 1 : 0
    if (row === LINES.ladder) count += 1
    if (spaceOf(line, setter) > FINDINGS.loosest) count += 1
    else if (line.end === 'end' && index > 0 && line.width < FINDINGS.runt * size && !inNote)
      count += 1
  }
  return count
}

/** Word spaces as a share of the natural ones; 1 where the line has none, or is not stretched. */
function spaceOf(line: Line, { lines }: Setter): number {
  const [first] = line.pieces
  const text = line.pieces.map((d) => d.text).join('')
  if (!first || line.wordSpace <= 0 || !/[ \u00A0]/u.test(text)) return 1
  const natural = lines.width(' ', { ...first.run.style, tracking: 0 })
  return ((natural + line.wordSpace + 2 * line.tracking) * line.stretch) / natural
}

function wordsOf(line: Line): string {
  const text = line.pieces.map((d) => d.text).join('')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
