// Build a piece of hast: a tag, its properties, its children. A string is text of the manuscript or of ours, and stands
// there for letters only: what would turn the direction of reading, hide or control is shown by its number.
import type { Element, ElementContent, Properties } from 'hast'
import { nameOfLetter, SPACE, UNSEEN } from '../say-unseen.ts'

/** What an element is built of. */
export type Child = ElementContent | string | undefined | readonly Child[]

/** An element with its children; `undefined` is left out. */
export function element(tagName: string, properties: Properties, ...children: Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(contentOf) }
}

function contentOf(child: Child): ElementContent[] {
  if (child === undefined) return []
  if (typeof child === 'string') return visible(child)
  return 'type' in child ? [child] : child.flatMap(contentOf)
}

/** Text in which all can be seen. */
function visible(text: string): ElementContent[] {
  return text
    .replace(SPACE, ' ')
    .split(UNSEEN)
    .filter((d) => d !== '')
    .map((d): ElementContent => {
      if (!UNSEEN.test(d)) return { type: 'text', value: d }
      const properties = { className: ['unseen'], title: 'a character that is not seen' }
      return {
        type: 'element',
        tagName: 'span',
        properties,
        children: [{ type: 'text', value: nameOfLetter(d) }]
      }
    })
}
