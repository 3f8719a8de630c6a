// What Markdown reads as the address of a link, though it was meant as text, would never be printed: so a definition that
// nothing uses stops the build, and so does one whose label is that of a note but for a space in it.
//
//     [Editor]: Sic        ← the address `Sic` of a link `[Editor]`
//     [^a b]: Why.         ← the address `Why.` of a link `[^a b]`, no note
import type { Definition, Root } from 'mdast'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import { eachNode } from '../manuscript/each-node.ts'

/** @throws {VFileMessage} exit 2 at the first such definition */
export function definitionsAreUsed(tree: Root, file: VFile): void {
  const definitions: Definition[] = []
  const used = new Set<string>()
  eachNode(tree, (node) => {
    if (node.type === 'definition') definitions.push(node)
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
  })
  for (const definition of definitions) {
    const label = definition.label ?? ''
    const stop = (reason: string) => failAt(file, definition, 'definitions-are-used', reason)
    if (label.startsWith('^'))
      stop(
        `Unexpected label \`[${label}]\`, expected one without spaces, such as \`[${joined(label)}]\``
      )
    // The second definition of a label counts for nothing.
    if (!used.delete(definition.identifier))
      stop(
        `Unexpected definition of a link \`[${label}]\` that nothing uses, expected \`\\[${label}]: …\` for words that are to be printed`
      )
  }
}

function joined(label: string): string {
  return label.replace(/\s+/gu, '-').replace(/^\^-?$/u, '^1')
}
