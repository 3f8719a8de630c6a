// The tree of a manuscript in; the words of its text, then those of its notes in the order of their first calls, into a
// cutter of words. Each knows the elements around it: those of Markdown, and those of raw HTML that stand open.
import type { Definition, FootnoteDefinition, Nodes, Parents, Root } from 'mdast'
import type { WordCutter } from './cut-words.ts'
import { eachNode } from './each-node.ts'
import { walkHtml } from './html-walk.ts'
import { linesOf } from './html-words.ts'
import { endOfLetters, placeLetters } from './source-letters.ts'
import { titleLetters } from './title-letters.ts'
import { startBlock } from './walk.ts'
import type { Walk } from './walk.ts'

/** Elements of a line, by the type of their node. */
const STYLES: Readonly<Partial<Record<Nodes['type'], string>>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  link: 'a',
  linkReference: 'a'
}
/** Blocks around blocks. */
const AROUND: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'blockquote',
  listItem: 'li'
}
/** @param titled name of the note that the title calls
 * @returns the labels of the notes; number = index + 1 */
export function cutText(
  tree: Root,
  source: string,
  titled: string | undefined,
  cutter: WordCutter
): string[] {
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  eachNode(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, node)
  })
  const called = new Set(titled === undefined ? [] : [titled])
  const begin = { source, cutter, definitions, notes, called, at: 0 }
  cutter.flow('text')
  walkAll(tree, { ...begin, around: [], styles: [] })
  // A set that grows while it is read is read to its end.
  for (const name of called) {
    const note = notes.get(name)
    if (!note) continue
    cutter.flow({ note: labelOf(note) })
    walkAll(note, { ...begin, around: [], styles: [] })
  }
  cutter.divide()
  return [...called].map((name) => labelOf(notes.get(name) ?? { identifier: name }))
}

/** As the manuscript writes it where the note is defined. */
function labelOf({ label, identifier }: Pick<FootnoteDefinition, 'label' | 'identifier'>): string {
  return label ?? identifier
}

function walkAll(parent: Parents, walk: Walk): void {
  parent.children.forEach((child, index) => {
    if (child.type === 'footnoteDefinition' || child.type === 'definition') return
    const { start, end } = child.position ?? {}
    walk.at = start?.offset ?? walk.at
    visit(child, parent, index, walk)
    walk.at = end?.offset ?? walk.at
  })
}

function visit(node: Nodes, parent: Parents, index: number, walk: Walk): void {
  const { cutter, source } = walk
  switch (node.type) {
    case 'text':
      return addLetters(node, false, walk)
    case 'inlineCode':
      while (source[walk.at] === '`') walk.at += 1
      return within('code', walk, () => addLetters(node, true, walk))
    case 'footnoteReference':
      return call(node.identifier, node, walk)
    case 'break':
      return cutter.turn()
    case 'html':
      return walkHtml(node.value, parent, walk)
    case 'code':
      startBlock('pre', walk)
      return cutter.add(linesOf(source, node.value, codeStart(node.value, node, walk)), '')
    case 'paragraph':
      return paragraph(node, parent, walk)
    case 'heading':
      return ownBlock(`h${node.depth}`, node, walk)
    case 'tableRow':
      walkCells(node, index === 0 ? 'th' : 'td', walk)
      return undefined
    default:
      return other(node, walk)
  }
}

function other(node: Nodes, walk: Walk): void {
  if (!('children' in node)) return walk.cutter.divide()
  const style = STYLES[node.type]
  if (style !== undefined) return within(style, walk, () => walkAll(node, walk))
  const name = AROUND[node.type]
  if (name === undefined) return walkAll(node, walk)
  const { around } = walk
  const depth = around.length
  around.push(name)
  walkAll(node, walk)
  // An end tag may have closed more than was opened here.
  around.length = Math.min(around.length, depth)
}

function walkCells(row: Parents, name: string, walk: Walk): void {
  for (const cell of row.children)
    if ('children' in cell) {
      walk.at = cell.position?.start.offset ?? walk.at
      ownBlock(name, cell, walk)
    }
}

/** A picture alone in its paragraph prints its title as caption; in a tight list there are no paragraphs. */
function paragraph(node: Parents, parent: Parents, walk: Walk): void {
  const [image, ...rest] = node.children
  const pictured = image?.type === 'image' || image?.type === 'imageReference'
  if (!pictured || rest.length > 0) return ownBlock('p', node, walk)
  if (parent.type === 'listItem' && !parent.spread && parent.children.length === 1) return undefined
  const titled = image.type === 'image' ? image : walk.definitions.get(image.identifier)
  if (!titled?.title) return undefined
  startBlock('figcaption', walk)
  walk.cutter.add(titleLetters(walk.source, titled, titled.title), '')
  return walk.cutter.divide()
}

function ownBlock(name: string, node: Parents, walk: Walk): void {
  startBlock(name, walk)
  walkAll(node, walk)
  walk.cutter.divide()
  walk.styles.length = 0
}

function within(style: string, { styles }: Walk, tell: () => void): void {
  const depth = styles.length
  styles.push(style)
  tell()
  styles.length = Math.min(styles.length, depth)
}

function addLetters(
  node: Extract<Nodes, { value: string }>,
  code: boolean,
  walk: Walk
): void {
  const { source, cutter, styles, at } = walk
  const limit = node.position?.end.offset
  const letters = placeLetters(source, at, node.value, limit, code)
  cutter.add(letters, styles.join(' '))
  walk.at = endOfLetters(letters)
}

function call(name: string, node: Nodes, { notes, called, cutter, styles, at }: Walk): void {
  called.add(name)
  const label = labelOf(notes.get(name) ?? { identifier: name })
  cutter.call(label, at, node.position?.end.offset ?? at, styles.join(' '))
}

/** Where the first line of code begins: below the fence, where it has one. */
function codeStart(value: string, { position }: Nodes, { source, at }: Walk): number {
  const lines = (position?.end.line ?? 0) - (position?.start.line ?? 0)
  const fenced = lines >= value.split('\n').length
  return fenced ? source.indexOf('\n', at) + 1 : at
}
