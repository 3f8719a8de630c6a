// An element of a list, a table or a figure that stands outside of one, or in the wrong place of one, becomes a `<div>`; a
// second head or foot of a table becomes a body. Its words stay where they are.
import type { Element, ElementContent, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'
import { element } from './element.ts'

const HOME: Readonly<Record<string, RegExp>> = {
  li: /^[uo]l$/u,
  dt: /^dl$/u,
  dd: /^dl$/u,
  figcaption: /^figure$/u,
  caption: /^table$/u,
  thead: /^table$/u,
  tbody: /^table$/u,
  tfoot: /^table$/u,
  tr: /^t(head|body|foot)$/u,
  td: /^tr$/u,
  th: /^tr$/u
}

/** Unwrap all strays of a tree, in place, from without. */
export function unwrapStrays(tree: Root, file: VFile): void {
  visit(tree, 'element', (node, _, parent) => {
    const outer = parent?.type === 'element' ? parent.tagName : ''
    if (HOME[node.tagName]?.test(outer) === false || (parent && isSpareCaption(node, parent)))
      unwrap(node, file)
    if (node.tagName === 'li' && outer === 'ul') delete node.properties.value
    // Without a direction it does nothing, and XHTML wants one.
    if (node.tagName === 'bdo' && !node.properties.dir) node.tagName = 'span'
    if (node.tagName === 'table') orderParts(node)
  })
}

function unwrap(node: Element, file: VFile): void {
  const place = node.position ?? { line: 1, column: 1 }
  const reason = `Unexpected \`<${node.tagName}>\` where none can stand, taken out`
  queryAt(file, place, 'unwrap-strays', reason)
  const { lang, dir } = node.properties
  node.tagName = 'div'
  node.properties = { ...(lang && { lang }), ...(dir && { dir }) }
}

/** A figure has one caption, as its first or its last element. */
function isSpareCaption(node: Element, parent: Parents): boolean {
  if (node.tagName !== 'figcaption') return false
  const others = parent.children.filter((d) => d.type !== 'text' || d.value.trim() !== '')
  const first = others[0]
  if (node === first) return false
  return node !== others.at(-1) || (first?.type === 'element' && first.tagName === 'figcaption')
}

/** Caption and head first, foot last, each once: what stands elsewhere becomes a body. */
function orderParts(table: Element): void {
  const parts = table.children.filter((d) => d.type === 'element')
  parts.forEach((part, index) => {
    const before = parts[index - 1]?.tagName
    if (part.tagName === 'caption' && index > 0) {
      part.children = [row(part.children)]
      part.tagName = 'tbody'
    } else if (part.tagName === 'thead' && before !== undefined && before !== 'caption')
      part.tagName = 'tbody'
    else if (part.tagName === 'tfoot' && index < parts.length - 1) part.tagName = 'tbody'
  })
}

function row(content: readonly ElementContent[]): Element {
  return element('tr', {}, element('td', {}, ...content))
}
