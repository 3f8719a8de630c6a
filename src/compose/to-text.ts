// The words of a piece of hast as one line of plain text, without note calls: for contents, running heads and titles.
import type { Nodes } from 'hast'

/** The text, its white space folded. */
export function toText(node: Nodes): string {
  return gather(node).replace(/\s+/gu, ' ').trim()
}

function gather(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'note-call') return ''
  if (node.type === 'element' && node.tagName === 'br') return ' '
  return 'children' in node ? node.children.map(gather).join('') : ''
}
