// The element that says that a page of the print edition begins: empty, with the number of the page as its label.
import type { Element, ElementContent } from 'hast'
import { isInline } from './chapter-letters.ts'
import type { Spot } from './chapter-letters.ts'

const HEADING = /^h[1-6]$/u

function marker(label: string): Element {
  const properties = {
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    id: `page-${label}`,
    ariaLabel: label
  }
  return { type: 'element', tagName: 'span', properties, children: [] }
}

/**
 * Put a marker before a letter, out of the inline elements and the heading that begin there too; without a spot, behind the
 * text of the chapter. Of two markers the later one must be put first.
 */
export function insertMarker(label: string, spot: Spot | undefined, tree: Element): void {
  const made = marker(label)
  if (!spot) {
    const notes = tree.children.findIndex(isNotes)
    let end = notes === -1 ? tree.children.length : notes
    while (isMarker(tree.children[end - 1])) end -= 1
    tree.children.splice(end, 0, made)
    return
  }
  const { node, offset } = spot
  const parents = [...spot.parents]
  let parent = parents.pop()
  if (!parent) throw new Error('a letter stands in a chapter')
  const begins = (child: ElementContent, around: Element) =>
    around.children.slice(0, around.children.indexOf(child)).every(isEmpty)
  if (
    node.type === 'text' &&
    !(node.value.slice(0, offset).trim() === '' && begins(node, parent))
  ) {
    const rest = { type: 'text' as const, value: node.value.slice(offset) }
    node.value = node.value.slice(0, offset)
    parent.children.splice(parent.children.indexOf(node) + 1, 0, made, rest)
    return
  }
  let child: ElementContent = node
  while ((isInline(parent) || HEADING.test(parent.tagName)) && begins(child, parent)) {
    const around = parents.pop()
    if (!around) break
    child = parent
    parent = around
  }
  // The page after this one may begin here too; it has been marked before it.
  let index = parent.children.indexOf(child)
  while (isMarker(parent.children[index - 1])) index -= 1
  parent.children.splice(index, 0, made)
}

function isMarker(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.properties.role === 'doc-pagebreak'
}

function isNotes(node: ElementContent): boolean {
  return node.type === 'element' && node.properties['epub:type'] === 'footnotes'
}

function isEmpty(node: ElementContent): boolean {
  return isMarker(node) || (node.type === 'text' && node.value.trim() === '')
}
