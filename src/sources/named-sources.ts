// What the editor says a note stands for, in a comment at its end that is not printed. An empty one: nothing is to be said.
//
//     [^7]: *ibid* p. 5. <!-- source: K. Marx, *Capital* (London, 1867) -->
import type { FootnoteDefinition, Nodes, PhrasingContent } from 'mdast'
import { parseMarkdown } from '../manuscript.ts'

const COMMENT = /<!--\s*source\s*:([^]*?)-->/giu

/** The sources that the comments of a note name, in order. */
export function namedSources(note: FootnoteDefinition): PhrasingContent[][] {
  const named: PhrasingContent[][] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'html')
      for (const [, said = ''] of node.value.matchAll(COMMENT)) named.push(inlinesOf(said.trim()))
    if ('children' in node) node.children.forEach(visit)
  }
  visit(note)
  return named
}

/** One line of Markdown; what is no paragraph stands as it was typed. */
function inlinesOf(said: string): PhrasingContent[] {
  const line = said.replace(/\s+/gu, ' ')
  if (line === '') return []
  const [first, ...others] = parseMarkdown(line).children
  if (first?.type === 'paragraph' && others.length === 0) return first.children.flatMap(plain)
  return [{ type: 'text', value: line }]
}

/** Words and what emphasises them; a link keeps its words, a tag and a picture have none. */
function plain(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'text' || node.type === 'inlineCode')
    return [{ type: node.type, value: node.value }]
  if (node.type === 'emphasis' || node.type === 'strong')
    return [{ type: node.type, children: node.children.flatMap(plain) }]
  return 'children' in node ? node.children.flatMap(plain) : []
}
