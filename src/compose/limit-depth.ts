// Stop at a tree that is nested deeper than a book can be, such as ten thousand `>` or `<div>` in a row: what follows
// walks the tree by calling itself, and would run out of stack. This walk does not.
import type { Nodes as HastNodes, Root as HastRoot } from 'hast'
import type { Html, Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import type { Place } from '../failure.ts'

const DEEPEST = 100
/** Raw tags count apart, and more generously: HTML closes many of them by itself. */
const MOST_OPEN_TAGS = 400
/** Elements within elements, once HTML has closed what it closes: libxml reads 256, and each chapter adds a few. */
const DEEPEST_ELEMENT = 200
const TAG = /<(\/?)(?!br|hr|img|wbr)[a-z][^<>]*>/giu

/** @throws {VFileMessage} exit 5 with the place of the first node that lies too deep */
export function limitDepth(tree: Root, file: VFile): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  let open = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (node.type === 'html') open = Math.max(0, open + opened(node))
    if (open > MOST_OPEN_TAGS) stop(file, node, `${MOST_OPEN_TAGS} open tags`)
    if (depth > DEEPEST) stop(file, node, `${DEEPEST} levels deep`)
    // The last of the children goes on the pile first, so that the walk is in the order of the text.
    if ('children' in node)
      for (const child of node.children.toReversed())
        waiting.push({ node: child, depth: depth + 1 })
  }
}

/** @throws {VFileMessage} exit 5 with the place of the first element that lies too deep for an EPUB */
export function limitElements(tree: HastRoot, file: VFile): void {
  const waiting: { node: HastNodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > DEEPEST_ELEMENT)
      stop(file, node.position ?? { line: 1, column: 1 }, `${DEEPEST_ELEMENT} elements`)
    if ('children' in node)
      for (const child of node.children.toReversed())
        waiting.push({ node: child, depth: depth + 1 })
  }
}

function opened(node: Html): number {
  let count = 0
  let most = 0
  for (const [, closing] of node.value.matchAll(TAG)) {
    count += closing ? -1 : 1
    most = Math.max(most, count)
  }
  // What is nested too deep within one piece counts even where it is closed again.
  return most > MOST_OPEN_TAGS ? most : count
}

function stop(file: VFile, place: Place, limit: string): never {
  return failAt(file, place, 'limit-depth', `Unexpected nesting over ${limit}`, 5)
}
