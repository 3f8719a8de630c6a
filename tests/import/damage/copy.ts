// A manuscript taken apart into what the damages work on: front matter, pieces and notes. It is read by blank lines alone,
// without the parser of the press, so that an error there cannot hide itself.
import { parse, stringify } from 'yaml'

/**
 * A block of the text. A quotation has one piece a paragraph; `apart` is what no page may cut, though its lines may be
 * filled; `filled` has been; `kept` is what no damage may enter (lists, code, tables).
 */
export interface Piece {
  kind: 'paragraph' | 'heading' | 'quotation' | 'apart' | 'filled' | 'kept'
  /** Level of a heading; for a quotation its number. */
  depth: number
  text: string
}

/** A note with its paragraphs. */
export interface Note {
  label: string
  paragraphs: string[]
}

/** The parts of a manuscript. */
export interface Copy {
  front: Record<string, unknown>
  pieces: Piece[]
  notes: Note[]
}

const NOTE = /^\[\^([^\]]+)\]: /u
const HEADING = /^(#{1,6}) /u
const KEPT = /^(?:[-+*] |\d+[.)] |\||```|!\[|\*{3}$|<!--)/u

/** Take a clean manuscript apart. */
export function readCopy(manuscript: string): Copy {
  const [, yaml = '', body = ''] = /^---\n([^]*?)^---\n([^]*)$/mu.exec(manuscript) ?? []
  const copy: Copy = { front: { ...(parse(yaml) as object) }, pieces: [], notes: [] }
  let number = 0
  for (const text of joinFences(body.trim().split('\n\n'))) {
    const [head, label] = NOTE.exec(text) ?? []
    const note = copy.notes.at(-1)
    if (label !== undefined) copy.notes.push({ label, paragraphs: [text.slice(head?.length)] })
    else if (note && text.startsWith('    ')) note.paragraphs.push(text.slice(4))
    else if (text.startsWith('> ')) copy.pieces.push(...quotation(text, ++number))
    else copy.pieces.push(piece(text))
  }
  return copy
}

/** A fenced block may hold blank lines. */
function joinFences(blocks: readonly string[]): string[] {
  const joined: string[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const open = last?.startsWith('```') === true && !last.endsWith('\n```')
    if (open) joined.push(`${joined.pop()}\n\n${block}`)
    else joined.push(block)
  }
  return joined
}

function quotation(text: string, depth: number): Piece[] {
  const paragraphs = text.replace(/^> ?/gmu, '').split('\n\n')
  return paragraphs.map((d) => ({ kind: 'quotation', depth, text: d }))
}

function piece(text: string): Piece {
  const depth = HEADING.exec(text)?.[1]?.length ?? 0
  if (depth > 0) return { kind: 'heading', depth, text: text.slice(depth + 1) }
  return { kind: KEPT.test(text) ? 'kept' : 'paragraph', depth: 0, text }
}

/** The manuscript again. */
export function writeCopy(copy: Copy): string {
  return `---\n${stringify(copy.front, { lineWidth: 0 })}---\n\n${writeBody(copy)}`
}

/** The manuscript without its front matter. */
export function writeBody({ pieces, notes }: Copy): string {
  const blocks = pieces.map((d, i) => separator(pieces[i - 1], d) + writePiece(d))
  const written = notes.map((d) => `\n[^${d.label}]: ${d.paragraphs.join('\n\n    ')}\n`)
  return [...blocks, ...written].join('')
}

function separator(before: Piece | undefined, next: Piece): string {
  if (!before) return ''
  return before.kind === 'quotation' && next.kind === 'quotation' && before.depth === next.depth
    ? '>\n'
    : '\n'
}

function writePiece({ kind, depth, text }: Piece): string {
  if (kind === 'heading') return `${'#'.repeat(depth)} ${text}\n`
  return kind === 'quotation' ? `> ${text.replaceAll('\n', '\n> ')}\n` : `${text}\n`
}
