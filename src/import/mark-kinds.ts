// Tells prose from what no repair may touch: code and addresses. All else (emphasis marks, HTML tags, note calls, list
// markers) is markup. Walked without recursion, for emphasis can nest as deep as the text is long.
import type { Nodes, Root } from 'mdast'
import type { Draft, Kind } from './draft.ts'
import { CLOSED, PROSE } from './draft.ts'

const CODE = new Set(['inlineCode', 'code', 'definition'])

/** Mark each source offset with its kind. */
export function markKinds(tree: Root, draft: Draft): void {
  const stack: { node: Nodes; kind: Kind }[] = [{ node: tree, kind: PROSE }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    const address = node.type === 'link' && draft.source[from] !== '['
    const kind = address ? CLOSED : next.kind
    if (node.type === 'text') draft.kinds.fill(kind, from, to)
    if (CODE.has(node.type)) draft.kinds.fill(CLOSED, from, to)
    if ('children' in node) for (const child of node.children) stack.push({ node: child, kind })
  }
}
