// A text of which a single block differs from one that was parsed before: that block alone is parsed, and what stands behind
// it moves along. The tree is that of a whole parse, positions included; where that is not certain, none comes out.
//
// Why it is the same: the block begins and ends at a blank line, and what follows it is not indented. So whatever stood open
// before is closed, and nothing of the block reaches further, unless it is code, HTML or a list beside a list. Words in a
// line depend on the rest of the text in one way: a call or a reference is one only if its label is defined; so what the
// block may name is defined behind it while it is parsed.
import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { eachNode, someNode } from './each-node.ts'

/** A text and its tree, which nobody changes. */
export interface Parsed {
  text: string
  tree: Root
}

/** Lines and code units by which something has moved. */
interface Way {
  line: number
  offset: number
}

/** Blocks that end with a blank line and what is not indented behind it, whatever stands in them. */
const CLOSED = new Set('paragraph heading blockquote list table footnoteDefinition'.split(' '))
/** What stands behind such a block. */
const BEHIND = /\n\n+(?=\S)|\n+$/uy
/** Line ends and marks that count as nothing, or as more than one letter. */
const ODD = /[\r\0]/u

/** The tree of a text by that of the text before its last edit; undefined where the whole text must be parsed. */
export function parseEdit(
  text: string,
  before: Parsed,
  parse: (text: string) => Root
): Root | undefined {
  const { children, position } = before.tree
  const from = sameAtHead(text, before.text)
  const same = sameAtFoot(text, before.text, from)
  const to = before.text.length - same
  const index = children.findIndex((d) => startOf(d) <= from && endOf(d) >= to)
  const old = children[index]
  const at = old?.position?.start
  if (index < 1 || !old || !at || !position || !CLOSED.has(old.type)) return undefined
  // Front matter that never ends is read as if it did to the last line, and leaves its traces on all of them.
  if (ODD.test(text) || children[0]?.type !== 'yaml') return undefined
  const [start, end] = [startOf(old), endOf(old)]
  const block = text.slice(start, end + text.length - before.text.length)
  BEHIND.lastIndex = end
  if (text.slice(start - 2, start) !== '\n\n' || !BEHIND.test(before.text)) return undefined
  const made = parseBlock(block, definitionsNamed(block, before.tree), parse)
  if (!made || !holdsNoOther(old, made)) return undefined
  const beside = [children[index - 1], children[index + 1]]
  if (made.type === 'list' && beside.some((d) => d?.type === 'list')) return undefined
  const lines = linesIn(block) - linesIn(before.text.slice(start, end))
  const way = { line: lines, offset: text.length - before.text.length }
  return {
    ...before.tree,
    children: [
      ...children.slice(0, index),
      moved(made, { line: at.line - 1, offset: start }),
      ...children.slice(index + 1).map((d) => moved(d, way))
    ],
    position: { start: position.start, end: movedPoint(position.end, way) }
  }
}

/** The block, if it is one from its first letter to its last. */
function parseBlock(
  block: string,
  named: readonly (Definition | FootnoteDefinition)[],
  parse: (text: string) => Root
): RootContent | undefined {
  if (!/^\S/u.test(block)) return undefined
  const labels = named.map(
    (d) => `[${d.type === 'definition' ? '' : '^'}${d.identifier}]: x\n\n`
  )
  const [made, ...others] = parse(`${block}\n\n${labels.join('')}x\n`).children
  if (!made || !CLOSED.has(made.type)) return undefined
  if (startOf(made) !== 0 || endOf(made) !== block.length) return undefined
  if (others.length !== named.length + 1) return undefined
  const asNamed = named.every((d, i) => {
    const other = others[i]
    return other?.type === d.type && 'identifier' in other && other.identifier === d.identifier
  })
  return asNamed && others.at(-1)?.type === 'paragraph' ? made : undefined
}

/** Definitions whose labels may stand in a block. */
function definitionsNamed(block: string, tree: Root): (Definition | FootnoteDefinition)[] {
  const named = new Map<string, Definition | FootnoteDefinition>()
  if (!block.includes('[')) return []
  const folded = fold(block.replace(/[\t\n ]+/gu, ' '))
  eachNode(tree, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return
    if (folded.includes(fold(node.identifier))) named.set(`${node.type} ${node.identifier}`, node)
  })
  return [...named.values()]
}

/** As Markdown folds labels. */
function fold(text: string): string {
  return text.toLowerCase().toUpperCase()
}

/** Whether no definition comes or goes; a note may stay, as the same note. */
function holdsNoOther(old: RootContent, made: RootContent): boolean {
  const note = old.type === 'footnoteDefinition' ? old.identifier : undefined
  const stays = made.type === 'footnoteDefinition' ? made.identifier : undefined
  return note === stays && !holdsDefinition(old) && !holdsDefinition(made)
}

/** Whether one stands below the block. */
function holdsDefinition(block: RootContent): boolean {
  const isOne = (d: Nodes) => d.type === 'definition' || d.type === 'footnoteDefinition'
  return someNode(block, (d) => d !== block && isOne(d))
}

/** The node at its new place; itself where that is the old one. */
function moved<T extends Nodes>(node: T, way: Way): T {
  if (way.line === 0 && way.offset === 0) return node
  const { position } = node
  const copy = { ...node }
  if (position)
    copy.position = {
      start: movedPoint(position.start, way),
      end: movedPoint(position.end, way)
    }
  // Each child keeps its type, and so does the list of them.
  if ('children' in copy) copy.children = copy.children.map((d) => moved(d, way)) as never
  return copy
}

function movedPoint<T extends { line: number; offset?: number | undefined }>(d: T, way: Way): T {
  return { ...d, line: d.line + way.line, offset: (d.offset ?? 0) + way.offset }
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? Infinity
}

function endOf(node: RootContent): number {
  return node.position?.end.offset ?? -1
}

function sameAtHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count += 1
  return count
}

/** @param head code units that are counted already */
function sameAtFoot(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head
  let count = 0
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count))
    count += 1
  return count
}

function linesIn(text: string): number {
  return text.split('\n').length
}
