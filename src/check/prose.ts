// The running text of a manuscript, block by block: what an author writes as words, without code and raw HTML, and where
// each letter stands in the file. Rules about writing read this and not the tree.
import type { Nodes, Root } from 'mdast'
import type { Edition } from '../edition.ts'

/** A line and column of the file, from 1. */
export interface Spot {
  line: number
  column: number
}

/** A paragraph, heading or table cell. */
export interface Block {
  /** Its text; a stretch of code, a picture or raw HTML is one U+FFFC. */
  text: string
  /** Where the letter at an offset of `text` stands. */
  spotAt: (offset: number) => Spot
  /** Whether the letter at an offset of `text` is emphasised. */
  italicAt: (offset: number) => boolean
}

/** A manuscript as the rules see it. */
export interface Prose {
  tree: Root
  /** The file, line by line. */
  rows: readonly string[]
  blocks: readonly Block[]
  edition: Edition
}

/** A line of text from one node. */
interface Piece {
  /** Offset in the block's text. */
  start: number
  text: string
  line: number
  /** Missing where Markdown's marks (`> `) may stand before the text of a later line. */
  column?: number
  italic: boolean
}

const ATOMS: ReadonlySet<Nodes['type']> = new Set(['inlineCode', 'image', 'imageReference', 'html'])

/** The prose of a tree; depth is limited by `check`. */
export function proseOf(tree: Root, source: string, edition: Edition): Prose {
  const rows = source.split('\n')
  const blocks: Block[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      blocks.push(blockOf(node, rows))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return { tree, rows, blocks, edition }
}

function blockOf(block: Nodes, rows: readonly string[]): Block {
  const pieces: Piece[] = []
  let start = 0
  let italic = false
  const add = (text: string, line: number, column?: number): void => {
    pieces.push({ start, text, line, italic, ...(column !== undefined && { column }) })
    start += text.length
  }
  const gather = (node: Nodes): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {}
    if (node.type === 'text')
      node.value.split('\n').forEach((text, index, { length }) => {
        const end = index < length - 1 ? '\n' : ''
        add(`${text}${end}`, line + index, index === 0 ? column : undefined)
      })
    else if (node.type === 'break') add('\n', line, column)
    else if (ATOMS.has(node.type)) add('\uFFFC', line, column)
    else if ('children' in node) {
      const around = italic
      italic ||= node.type === 'emphasis'
      node.children.forEach(gather)
      italic = around
    }
  }
  gather(block)
  const text = pieces.map((d) => d.text).join('')
  return {
    text,
    spotAt: (offset) => spotIn(pieceAt(pieces, offset), offset, rows),
    italicAt: (offset) => pieceAt(pieces, offset).italic
  }
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low] ?? { start: 0, text: '', line: 1, column: 1, italic: false }
}

function spotIn(
  { start, text, line, column }: Piece,
  offset: number,
  rows: readonly string[]
): Spot {
  const first = column ?? Math.max(rows[line - 1]?.indexOf(text.trim()) ?? 0, 0) + 1
  return { line, column: first + offset - start }
}
