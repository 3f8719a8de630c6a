// The contents: sections and their subsections; the pages give each its folio once they are made. A text with fewer than two headings needs none.
import type { Element, ElementContent } from 'hast'
import type { Section } from './book.ts'
import { element } from './element.ts'
import { toText } from './to-text.ts'
import { ourWords } from './our-words.ts'

const DEEPEST = 3

/** The contents as a `<nav>`, or undefined when there is nothing to choose from. */
export function contents(sections: readonly Section[], language: string): Element | undefined {
  const entries = sections.flatMap((d) => d.children.flatMap(entriesOf))
  if (entries.length < 2) return undefined
  return element(
    'nav',
    { className: ['contents'] },
    element('h2', {}, ourWords(language).contents),
    element('ul', {}, ...entries)
  )
}

function entriesOf(block: ElementContent): Element[] {
  if (block.type !== 'element') return []
  const level = Number(/^h([2-6])$/u.exec(block.tagName)?.[1] ?? DEEPEST + 1)
  if (level > DEEPEST || block.properties.id === undefined) return []
  const id = String(block.properties.id)
  const title = element('span', { className: ['entry-title'] }, toText(block))
  return [element('li', { className: [`level-${level}`] }, element('a', { href: `#${id}` }, title))]
}
