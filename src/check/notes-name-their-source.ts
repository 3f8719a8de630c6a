// A note that says *ibid* or *op. cit.* has its source in brackets in the EPUB, where it is read alone. Each is listed for
// the editor, as a fact; where the source is not known the editor is asked to name it, or to let it be with an empty one.
//
//     [^7]: *ibid* p. 5. <!-- source: K. Marx, *Capital* (London, 1867) -->
import { dismissed } from '../queries/stet.ts'
import { notesInOrder, sourcesOf, wordsOf } from '../sources.ts'
import type { Source } from '../sources.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

const RULE = 'notes-name-their-source'
const LONGEST = 300

/** What stands in brackets, and what is missing there. */
export function notesNameTheirSource(prose: Prose): Finding[] {
  const { tree, rows, edition } = prose
  const text = rows.join('\n')
  const sources = sourcesOf(text, notesInOrder(tree, edition.titleNote), edition.language)
  if (sources.length === 0) return []
  const stands = dismissed(text, tree)
  const starts = startsOf(rows)
  return sources.flatMap((source) => {
    const { from, to } = source
    const reason = source.reason === undefined ? told(source) : missing(source, source.reason)
    const asked = source.reason !== undefined
    if (!reason || (asked && stands({ rule: RULE, from, to, reason, weight: 1 }))) return []
    const line = lineOf(starts, from)
    const place = { line, column: from - (starts[line - 1] ?? 0) + 1 }
    return [{ place, reason, listed: true, ...(!asked && { info: true }) }]
  })
}

function told({ note, words, content, origin }: Source): string {
  if (content.length === 0) return ''
  const where = words === '' ? `note ${note}` : quote(words)
  const from = origin === undefined ? 'as the note’s comment says' : `from note ${origin}`
  return `In the EPUB ${where} has ${quote(`[${wordsOf(content)}]`, LONGEST)} beside it, ${from}`
}

function missing({ words }: Source, reason: string): string {
  return `Unexpected ${quote(words)} without a source for the EPUB: ${reason}; expected \`<!-- source: … -->\` at the end of the note`
}

/** Offset of each line. */
function startsOf(rows: readonly string[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const row of rows) {
    starts.push(at)
    at += row.length + 1
  }
  return starts
}

/** The line, from 1, that an offset lies in. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
