// The notes of a manuscript in the order of their numbers: that of their first calls, the title's before all. What has no
// call has no number, and of two notes with one label the first counts; others say so.
import type { FootnoteDefinition, Nodes, Root } from 'mdast'

/** @param titleNote label of the note that the title calls */
export function notesInOrder(tree: Root, titleNote: string | undefined): FootnoteDefinition[] {
  const notes = new Map<string, FootnoteDefinition>()
  // Labels are folded as Markdown folds them: `ß` and `SS` are one.
  const title = titleNote?.toLowerCase().toUpperCase().toLowerCase()
  const called = new Set(title === undefined ? [] : [title])
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') {
      if (!notes.has(node.identifier)) notes.set(node.identifier, node)
    } else if (node.type === 'footnoteReference') called.add(node.identifier)
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return [...called].map((d) => notes.get(d)).filter((d) => d !== undefined)
}
