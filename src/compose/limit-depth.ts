// Stop at a tree that is nested deeper than a book can be, such as ten thousand `>` in a row: what follows walks the
// tree by calling itself, and would run out of stack. This walk does not.
import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

const DEEPEST = 100

/** @throws {VFileMessage} exit 5 with the place of the first node that lies deeper than 100 levels */
export function limitDepth(tree: Root, file: VFile): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > DEEPEST)
      failAt(file, node, 'limit-depth', `Unexpected nesting over ${DEEPEST} levels deep`, 5)
    if ('children' in node)
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
}
