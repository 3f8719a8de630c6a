// The words of a paragraph, a heading or a cell without the author queries among them: no space is doubled for one, and none
// left before a stop or at an end.
//
//     in 1936 [[q: sure?]], and   →   in 1936, and        [[q: who?]] He said   →   He said
import type { Heading, Image, Nodes, Paragraph, PhrasingContent, TableCell, Text } from 'mdast'
import { authorQueryIn } from './author-query-nodes.ts'
import { cropText } from './crop-text.ts'

/** A thing in a line. */
interface Leaf {
  node: Nodes
  kind: 'text' | 'query' | 'break' | 'call' | 'thing'
  /** Of a text, what is left of it. */
  from: number
  to: number
  /** Elements around it. */
  depth: number
}

const WHITE = /[ \t\r\n]/u
const CLOSES = /[,.;:!?)\]}]/u
const OPENS = /[([{¿¡]/u
/** What opens or closes by what stands at its other side. */
const QUOTES = /["'‘’‚“”„«»‹›]/u
const WORD = /[\p{L}\p{N}]/u

/** The content of a block, its queries taken out. */
export function closeGaps(
  block: Paragraph | Heading | TableCell,
  source: string
): PhrasingContent[] {
  const leaves = leavesOf(block)
  for (const [index, { kind, depth }] of leaves.entries())
    if (kind === 'query') closeGap(leaves, index, depth)
  const left = new Map(leaves.map((d) => [d.node, d]))
  return block.children.flatMap((d) => without(d, left, source) ?? [])
}

function leavesOf(block: Nodes): Leaf[] {
  const leaves: Leaf[] = []
  const gather = (node: Nodes, depth: number): void => {
    if ('children' in node) {
      for (const child of node.children) gather(child, depth + 1)
      return
    }
    const to = node.type === 'text' ? node.value.length : 0
    leaves.push({ node, kind: kindOf(node), from: 0, to, depth })
  }
  gather(block, 0)
  return leaves
}

function kindOf(node: Nodes): Leaf['kind'] {
  const query = authorQueryIn(node)
  if (query) return query.unclosed ? 'thing' : 'query'
  if (node.type === 'footnoteReference') return 'call'
  return node.type === 'text' || node.type === 'break' ? node.type : 'thing'
}

function closeGap(leaves: readonly Leaf[], index: number, depth: number): void {
  const before = nextTo(leaves, index, -1)
  const after = nextTo(leaves, index, 1)
  const [ends, begins] = [white(before, -1), white(after, 1)]
  const deeper = (before?.depth ?? depth) < (after?.depth ?? depth)
  if (ends && begins && !deeper) trimEnd(before)
  else if (begins && (ends || opens(before))) trimStart(after)
  else if (ends && closes(after)) trimEnd(before)
}

/** The nearest leaf with something left. */
function nextTo(leaves: readonly Leaf[], index: number, step: 1 | -1): Leaf | undefined {
  let at = index + step
  while (isNothing(leaves[at])) at += step
  return leaves[at]
}

function isNothing(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'query' || (leaf?.kind === 'text' && leaf.from >= leaf.to)
}

/** What is left of a text. */
function rest({ node, from, to }: Leaf): string {
  return node.type === 'text' ? node.value.slice(from, to) : ''
}

/** A letter of it, from its end or its begin. */
function letter(leaf: Leaf, index: number): string {
  return rest(leaf).at(index) ?? ''
}

function white(leaf: Leaf | undefined, step: 1 | -1): boolean {
  return leaf?.kind === 'text' && WHITE.test(letter(leaf, step === 1 ? 0 : -1))
}

/** Whether no space may stand behind it. */
function opens(leaf: Leaf | undefined): boolean {
  if (!leaf || leaf.kind === 'break') return true
  const [last, other] = [letter(leaf, -1), letter(leaf, -2)]
  if (last === '—') return other !== '' && !WHITE.test(other)
  return OPENS.test(last) || (QUOTES.test(last) && !WORD.test(other) && !CLOSES.test(other))
}

/** Whether no space may stand before it. */
function closes(leaf: Leaf | undefined): boolean {
  if (!leaf || leaf.kind === 'break' || leaf.kind === 'call') return true
  const [first, other] = [letter(leaf, 0), letter(leaf, 1)]
  if (first === '—') return other !== '' && !WHITE.test(other)
  return CLOSES.test(first) || (QUOTES.test(first) && !WORD.test(other))
}

function trimEnd(leaf: Leaf | undefined): void {
  if (!leaf) return
  const text = rest(leaf)
  let { length } = text
  while (WHITE.test(text.charAt(length - 1))) length -= 1
  leaf.to = leaf.from + length
}

function trimStart(leaf: Leaf | undefined): void {
  if (leaf) leaf.from += /^[ \t\r\n]*/u.exec(rest(leaf))?.[0].length ?? 0
}

function without(
  node: PhrasingContent,
  left: ReadonlyMap<Nodes, Leaf>,
  source: string
): PhrasingContent | undefined {
  if ('children' in node) {
    const children = node.children.flatMap((d) => without(d, left, source) ?? [])
    if (children.length === 0 && node.children.length > 0) return undefined
    return { ...node, children } as PhrasingContent // the same node with fewer children
  }
  const leaf = left.get(node)
  if (leaf?.kind === 'query') return undefined
  if (leaf?.kind === 'text' && node.type === 'text')
    return leaf.from < leaf.to ? cropText(node, leaf.from, leaf.to, source) : undefined
  if (node.type === 'image' && node.data?.authorQueries) return withoutData(node)
  return asText(node) ?? node
}

/** A picture of which something was asked. */
function withoutData(image: Image): Image {
  return { ...image, data: {}, alt: (image.alt ?? '').replace(/\s+/gu, ' ').trim() }
}

/** The letters that open what does not end. */
function asText(node: Nodes): Text | undefined {
  const { raw, position } = authorQueryIn(node) ?? {}
  if (raw === undefined) return undefined
  return { type: 'text', value: raw, ...(position && { position }) }
}
