// Build a piece of hast: a tag, its properties, its children; a string stands for a text node.
import type { Element, ElementContent, Properties } from 'hast'

/** An element with its children; strings become text, `undefined` is left out. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string | undefined)[]
): Element {
  const content = children.filter((d) => d !== undefined)
  return {
    type: 'element',
    tagName,
    properties,
    children: content.map((d) => (typeof d === 'string' ? { type: 'text', value: d } : d))
  }
}
