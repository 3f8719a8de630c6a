// The words that a manuscript asks to be printed, read off its Markdown tree without any of the composing code: the text
// in order, and each note in the order of first calls. Each word knows its line and column.
//
//     A word.[^b]  [^b]: Why.   →   body: A · word. · [^1]   notes: 1: Why.
import type { FootnoteDefinition, Image, ImageReference, Nodes, Parents, Root } from 'mdast'
import { htmlText } from './html-text.ts'
import { callMark, cutWords } from './words.ts'
import type { Word } from './words.ts'

/** What must be printed, in order. */
export interface ManuscriptWords {
  body: readonly Word[]
  /** A stream a note; number = index + 1. */
  notes: readonly (readonly Word[])[]
  /** Words of notes that nothing calls, or that are defined a second time: nothing can print them. */
  stranded: readonly Word[]
}

/** A stretch of text from one line of the manuscript. */
interface Piece {
  text: string
  line: number
  column: number
  call?: number
}

/** Where the walk is, and what it has found. */
interface Walk {
  words: Word[]
  pieces: Piece[]
  numberOf: (identifier: string) => number
  titleOf: (node: Image | ImageReference) => string | undefined
}

/** @param titleNote label of the note that the title calls: it is number 1 */
export function manuscriptWords(tree: Root, titleNote?: string): ManuscriptWords {
  const definitions = new Map<string, FootnoteDefinition>()
  const again: FootnoteDefinition[] = []
  const titles = new Map<string, string>()
  collect(tree)
  const order = new Map<string, number>()
  if (titleNote !== undefined) numberOf(titleNote.toLowerCase().toUpperCase().toLowerCase())
  const body = wordsOf(tree)
  const notes: Word[][] = []
  // A note may call another, so the map grows while its keys are read; Map visits the new ones too.
  for (const name of order.keys()) notes.push(wordsOf(definitions.get(name)))
  const uncalled = [...definitions].filter(([name]) => !order.has(name)).map(([, d]) => d)
  return { body, notes, stranded: [...uncalled, ...again].flatMap(wordsOf) }

  function collect(node: Nodes): void {
    if (node.type === 'definition' && node.title && !titles.has(node.identifier))
      titles.set(node.identifier, node.title)
    if (node.type === 'footnoteDefinition') {
      if (definitions.has(node.identifier)) again.push(node)
      else definitions.set(node.identifier, node)
    }
    if ('children' in node) node.children.forEach(collect)
  }

  function numberOf(identifier: string): number {
    const number = order.get(identifier) ?? order.size + 1
    order.set(identifier, number)
    return number
  }

  function titleOf(image: Image | ImageReference): string | undefined {
    return image.type === 'image' ? (image.title ?? undefined) : titles.get(image.identifier)
  }

  function wordsOf(node: Root | FootnoteDefinition | undefined): Word[] {
    const walk: Walk = { words: [], pieces: [], numberOf, titleOf }
    if (node) gatherAll(node, walk)
    endBlock(walk)
    return walk.words
  }
}

/** Whether raw HTML may turn the direction of lines, for any stretch of the text after it. */
export function turnsLines(tree: Nodes): boolean {
  if (tree.type === 'html') return /\bdir\s*=/iu.test(tree.value)
  return 'children' in tree && tree.children.some(turnsLines)
}

function gatherAll(parent: Parents, walk: Walk): void {
  parent.children.forEach((child, index) => {
    if (child.type !== 'footnoteDefinition') gather(child, parent, index, walk)
  })
}

const BLOCKS: ReadonlySet<Nodes['type']> = new Set(
  'paragraph heading blockquote list listItem table tableRow tableCell code thematicBreak html'.split(
    ' '
  ) as Nodes['type'][] // each a block of mdast
)

function gather(node: Nodes, parent: Parents, index: number, walk: Walk): void {
  const block = BLOCKS.has(node.type) && !(node.type === 'html' && inLine(parent))
  if (block) endBlock(walk)
  if (node.type === 'listItem') listMark(node, parent, index, walk)
  const caption = captionOf(node, parent, walk)
  if (caption !== undefined) add(caption, node, walk)
  else if (node.type === 'text' || node.type === 'inlineCode') add(node.value, node, walk)
  else if (node.type === 'code') add(`${fenced(node) ? '\n' : ''}${node.value}`, node, walk)
  else if (node.type === 'html') add(htmlText(node.value), node, walk)
  else if (node.type === 'break') add('\n', node, walk)
  else if (node.type === 'footnoteReference') call(walk.numberOf(node.identifier), node, walk)
  else if ('children' in node) gatherAll(node, walk)
  if (block) endBlock(walk)
}

function inLine(parent: Parents): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
}

function fenced(node: Nodes & { value: string }): boolean {
  const { start, end } = node.position ?? {}
  return Boolean(start && end && end.line - start.line >= node.value.split('\n').length)
}

/** A picture alone in its paragraph prints its title as caption. In a tight list there are no paragraphs. */
function captionOf(node: Nodes, parent: Parents, walk: Walk): string | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined
  if (parent.type === 'listItem' && !parent.spread && parent.children.length === 1) return undefined
  const [image] = node.children
  if (image?.type === 'image' || image?.type === 'imageReference') return walk.titleOf(image)
  return undefined
}

/** An author's `4.` is set by the list, and a reading machine may draw it: no loss where it is not text. */
function listMark(node: Nodes, parent: Parents, index: number, walk: Walk): void {
  if (parent.type !== 'list' || !parent.ordered) return
  const number = (parent.start ?? 1) + index
  const spot = node.position?.start
  walk.words.push({ text: `${number}.`, optional: true, ...(spot && { spot }) })
}

function add(text: string, node: Nodes, walk: Walk): void {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  text.split('\n').forEach((row, index) => {
    if (index > 0) walk.pieces.push({ text: '\n', line: line + index, column: 1 })
    walk.pieces.push({ text: row, line: line + index, column: index === 0 ? column : 1 })
  })
}

function call(number: number, node: Nodes, walk: Walk): void {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  walk.pieces.push({ text: callMark(number), line, column, call: number })
}

/** Cut the block's text into words; each begins in one of its pieces. */
function endBlock(walk: Walk): void {
  const { pieces, words } = walk
  let piece = 0
  let start = 0
  for (const { text, offset } of cutWords(pieces.map((d) => d.text).join(''))) {
    let from = pieces[piece]
    while (from && offset >= start + from.text.length) {
      start += from.text.length
      from = pieces[(piece += 1)]
    }
    if (!from) break
    const spot = { line: from.line, column: from.column + offset - start }
    words.push({ text, spot, ...(from.call && { call: from.call }) })
  }
  walk.pieces = []
}
