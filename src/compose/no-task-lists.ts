// The boxes of a task list (`- [ ] fold`) are for a screen; the type has no such letter. The items are printed as a plain
// list, and the author is told once.
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'
import { eachNode, someNode } from '../manuscript/each-node.ts'

/** The tree without a box on any item; itself where there is none. */
export function noTaskLists(tree: Root, file: VFile): Root {
  const told = someNode(tree, (node) => {
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return false
    queryAt(file, node, 'no-task-lists', 'Unexpected task list, its boxes are not printed')
    return true
  })
  if (!told) return tree
  const plain = structuredClone(tree)
  eachNode(plain, (node) => {
    if (node.type === 'listItem') delete node.checked
  })
  return plain
}
