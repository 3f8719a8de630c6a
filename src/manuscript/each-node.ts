// The nodes of a tree in the order of the text, without what unist-util-visit offers beside and takes its time for: an edit
// is to be on its page before anyone has noticed.
import type { Nodes } from 'mdast'

/** Tell of a node and all below it. */
export function eachNode(node: Nodes, tell: (node: Nodes) => void): void {
  tell(node)
  if ('children' in node) for (const child of node.children) eachNode(child, tell)
}

/** Whether a node is so, or one below it. */
export function someNode(node: Nodes, isSo: (node: Nodes) => boolean): boolean {
  return isSo(node) || ('children' in node && node.children.some((d) => someNode(d, isSo)))
}
