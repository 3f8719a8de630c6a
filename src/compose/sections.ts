// Divide the text at its headings of level 2, and give every heading an id that print, contents and EPUB share:
// `section-2`, and `section-2-1` for the first heading below it.
import type { Element, ElementContent, RootContent } from 'hast'
import { toText } from './to-text.ts'
import type { Section } from './book.ts'

const HEADING = /^h[1-6]$/u

/** The sections of the text; each heading gets its id on the way. */
export function divideSections(blocks: readonly RootContent[]): Section[] {
  const sections: { id: string; title: string; children: ElementContent[] }[] = []
  let inner = 0
  for (const block of blocks) {
    if (block.type === 'doctype' || (block.type === 'text' && !block.value.trim())) continue
    const opens = block.type === 'element' && /^h[12]$/u.test(block.tagName)
    if (opens || sections.length === 0) {
      sections.push({ id: `section-${sections.length + 1}`, title: '', children: [] })
      inner = 0
    }
    const section = sections.at(-1)
    if (!section) continue
    if (opens) {
      block.tagName = 'h2'
      section.title = toText(block)
    }
    for (const heading of headingsIn(block))
      heading.properties.id = opens ? section.id : `${section.id}-${(inner += 1)}`
    section.children.push(block)
  }
  return sections
}

function headingsIn(node: RootContent): Element[] {
  if (node.type !== 'element') return []
  if (HEADING.test(node.tagName)) return [node]
  return node.children.flatMap(headingsIn)
}
