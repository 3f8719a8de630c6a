// A note opens over the page where it is called only if the reading system finds it worth a pop-up: Kobo shows none under
// nine characters, nor over five thousand (https://github.com/kobolabs/epub-spec#footnotesendnotes-are-fully-supported-across-kobo-platforms).
// Such a note is still there, at the end of its section; the author is told.
import type { Element, Nodes } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'

const SHORTEST = 9
const LONGEST = 5000

/** Ask about each note of a chapter that is too short or too long, at its line. */
export function notesFitPopUps(tree: Element, file: VFile): void {
  visit(tree, 'element', (node) => {
    if (node.properties.role !== 'doc-footnote') return
    const { length } = textOf(node).replace(/\s+/gu, ' ').trim()
    if (length >= SHORTEST && length <= LONGEST) return
    const reason = `Unexpected note of ${length} characters with its number, expected ${SHORTEST} to ${LONGEST}: on a Kobo it does not open where it is called`
    queryAt(file, { line: node.data?.line ?? 1, column: 1 }, 'notes-fit-pop-ups', reason)
  })
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
