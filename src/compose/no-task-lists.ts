// The boxes of a task list (`- [ ] fold`) are for a screen; the type has no such letter. The items are printed as a plain
// list, and the author is told once.
import type { Root } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'

/** The tree without a box on any item; itself where there is none. */
export function noTaskLists(tree: Root, file: VFile): Root {
  let told = false
  visit(tree, 'listItem', (node) => {
    if (typeof node.checked !== 'boolean') return undefined
    queryAt(file, node, 'no-task-lists', 'Unexpected task list, its boxes are not printed')
    told = true
    return EXIT
  })
  if (!told) return tree
  const plain = structuredClone(tree)
  visit(plain, 'listItem', (node) => {
    delete node.checked
  })
  return plain
}
