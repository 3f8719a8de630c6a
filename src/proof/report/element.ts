// Build a piece of hast: a tag, its properties, its children. A string is text of the manuscript or of ours, and stands
// there for letters only: what would turn the direction of reading, hide or control is shown by its number.
import type { Element, ElementContent, Properties } from 'hast'

/** What an element is built of. */
export type Child = ElementContent | string | undefined | readonly Child[]

/** Controls, format characters (bidi, zero-width, soft hyphens), private use, line and paragraph separators. */
const UNSEEN = /([\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}])/u
/** White space of the manuscript. */
const SPACE = /[\t\n\r]+/gu

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
        children: [{ type: 'text', value: nameOf(d) }]
      }
    })
}

/** `U+202E`, as Unicode writes it. */
function nameOf(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `U+${code.padStart(4, '0')}`
}

/** For an attribute: the same, without elements. */
export function attribute(text: string): string {
  return text.replace(SPACE, ' ').replace(new RegExp(UNSEEN.source, 'gu'), nameOf)
}
