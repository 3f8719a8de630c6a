// A tree as it was parsed in; the tree as if no author query had ever stood in it out, and the queries. A paragraph that
// holds nothing else is gone, and so is a list or quotation of such paragraphs. What stays keeps its place in the file.
import type { Heading, Html, Image, Link, Nodes, Paragraph, Root, TableCell } from 'mdast'
import { authorQueryIn } from './author-query-nodes.ts'
import type { AuthorQueryNode } from './author-query-nodes.ts'
import { closeGaps } from './close-gaps.ts'
import { someNode } from './each-node.ts'
import { pointAt } from './point-at.ts'

const OPENING = /\[\[q:/iu
/** In raw HTML nothing else is looked for. */
const IN_HTML = /\[\[q:((?!\[\[q:)[^])*?\]\]/giu

/** @param source what the tree was parsed of */
export function takeOutQueries(
  tree: Root,
  source: string
): { tree: Root; queries: AuthorQueryNode[] } {
  const queries: AuthorQueryNode[] = []
  if (!OPENING.test(source)) return { tree, queries }
  const children = tree.children.flatMap((d) => clean(d) ?? [])
  return { tree: { ...tree, children }, queries }

  /** The node itself where there is no query in it, nothing where there was nothing else. */
  function clean<T extends Nodes>(node: T): T | undefined {
    if (node.type === 'html') return withoutQueries(node) as T // of the same type
    if (!someNode(node, isAsked)) return node
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      return closed(node) as T | undefined
    if (!('children' in node)) return node
    const kept = node.children.flatMap((d) => clean<Nodes>(d) ?? [])
    const isHolder = node.type === 'listItem' || node.type === 'list' || node.type === 'blockquote'
    if (kept.length === 0 && isHolder) return undefined
    const spread = node.type === 'listItem' && { spread: Boolean(node.spread) && kept.length > 1 }
    // Each child keeps its type, and so does the list of them.
    return { ...node, ...spread, children: kept as never }
  }

  function closed(block: Paragraph | Heading | TableCell): typeof block | undefined {
    const gather = (node: Nodes): void => {
      const query = authorQueryIn(node)
      if (query) queries.push(query)
      else if (node.type === 'image') queries.push(...(node.data?.authorQueries ?? []))
      else if (node.type === 'link') queries.push(...swallowed(node))
      if ('children' in node) node.children.forEach(gather)
    }
    gather(block)
    const rest = closeGaps(block, source)
    if (rest.length === 0 && block.type !== 'tableCell') return undefined
    return { ...block, children: rest }
  }

  function withoutQueries(node: Html): Html {
    if (node.value.startsWith('<!--') || !OPENING.test(node.value)) return node
    const start = node.position?.start
    let from = start?.offset ?? 0
    const value = node.value.replace(IN_HTML, (raw) => {
      const at = Math.max(source.indexOf(raw, from), from)
      from = at + raw.length
      if (start)
        queries.push({
          type: 'authorQuery',
          raw: raw.replace(/\s+/gu, ' '),
          position: { start: pointAt(source, start, at), end: pointAt(source, start, from) }
        })
      // The lines of the block stay as many as they are.
      return raw.replace(/[^\n]+/gu, '')
    })
    return { ...node, value }
  }
}

/** An address takes all letters up to a space, `[[q` with them. */
function swallowed({ url, position }: Link): AuthorQueryNode[] {
  if (!position || !/\[\[q$/iu.test(url)) return []
  const { line, column, offset = 0 } = position.end
  const start = { line, column: column - 3, offset: offset - 3 }
  return [
    { type: 'authorQuery', raw: '[[q', unclosed: true, position: { start, end: position.end } }
  ]
}

function isAsked(node: Nodes): boolean {
  if (node.type === 'image') return isAskedOf(node)
  if (node.type === 'link' && swallowed(node).length > 0) return true
  return authorQueryIn(node) !== undefined || (node.type === 'html' && OPENING.test(node.value))
}

function isAskedOf({ data }: Image): boolean {
  return data?.authorQueries !== undefined
}
