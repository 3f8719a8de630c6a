// The boxes of a task list (`- [ ] fold`) are for a screen; the type has no such letter. The items are printed as a plain
// list, and the author is told once.
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'

/** Take the boxes off all items, in place. */
export function noTaskLists(tree: Root, file: VFile): void {
  let told = false
  visit(tree, 'listItem', (node) => {
    if (typeof node.checked !== 'boolean') return
    delete node.checked
    if (!told)
      queryAt(file, node, 'no-task-lists', 'Unexpected task list, its boxes are not printed')
    told = true
  })
}
