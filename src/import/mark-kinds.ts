// Tells prose from what no repair may touch: code and addresses. All else (emphasis marks, HTML tags, note calls, list
// markers) is markup. Walked without recursion, for emphasis can nest as deep as the text is long.
import type { Nodes, Root } from 'mdast'
import type { Draft, Kind } from './draft.ts'
import { CLOSED, PROSE } from './draft.ts'

const CODE = new Set(['inlineCode', 'code', 'definition'])

/**
 * Mark each source offset with its kind.
 *
 * @param tree of the source, or of a part of it
 * @param text what was parsed
 * @param places the source offset of each unit of it; the same offsets when missing
 */
export function markKinds(tree: Root, draft: Draft, text: string, places?: Int32Array): void {
  const fill = (kind: Kind, from: number, to: number): void => {
    if (!places) draft.kinds.fill(kind, from, to)
    else for (const place of places.subarray(from, to)) draft.kinds[place] = kind
  }
  const stack: { node: Nodes; kind: Kind }[] = [{ node: tree, kind: PROSE }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    const address = node.type === 'link' && text[from] !== '['
    const kind = address ? CLOSED : next.kind
    if (node.type === 'text') fill(kind, from, to)
    if (CODE.has(node.type)) fill(CLOSED, from, to)
    if ('children' in node) for (const child of node.children) stack.push({ node: child, kind })
  }
}
