// For print: each line of a block of code becomes a piece of its own, because pages turn between pieces; Paged.js finds no
// place to turn the page inside one long preformatted text.
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { element } from './element.ts'

/** Divide what stands in every `<pre>` and holds nothing but text. */
export function divideCode(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'pre') return undefined
    const [code] = node.children
    const inner = code?.type === 'element' && code.tagName === 'code' ? code : node
    const line = node.properties.dataLine
    if (inner.children.every((d) => d.type === 'text'))
      inner.children = linesOf(inner, Number(line))
    return SKIP
  })
}

function linesOf(code: Element, first: number): ElementContent[] {
  const text = code.children.map((d) => (d.type === 'text' ? d.value : '')).join('')
  return text
    .split(/(?<=\n)/u)
    .map((d, index) =>
      element('span', { className: ['code-line'], dataLine: first + 1 + index }, d)
    )
}
