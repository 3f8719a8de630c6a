// The text and its notes to hast, piece by piece: what was made before of a block with the same words at the same line, and
// with the same numbers at its calls, is taken as it was made. A text with HTML, or with addresses that stand apart from
// their links, is one piece: there a block may depend on any other.
import type { ElementContent } from 'hast'
import type { FootnoteDefinition, FootnoteReference, Nodes, Root as Manuscript } from 'mdast'
import type { VFile } from 'vfile'
import { eachNode, someNode } from '../manuscript/each-node.ts'
import type { NoteCall } from './number-notes.ts'
import { openHast } from './to-hast.ts'

/** Blocks of hast, by what they were made of. */
export type Pieces = ReadonlyMap<string, readonly ElementContent[]>

/** Makes hast of a manuscript. */
export interface OpenPieces {
  text: (tree: Manuscript) => Promise<ElementContent[]>
  note: (definition: FootnoteDefinition) => Promise<readonly ElementContent[]>
  /** What was made or taken so far, for the next time. */
  used: Pieces
}

/** What a block has to do with others. */
const APART = /^(?:html|definition|linkReference|imageReference)$/u
/** What is read from a file, or gets an id by what stands before it. */
const NEW = /^(?:image|heading)$/u

/** @param known from the last time */
export function openPieces(
  calls: ReadonlyMap<FootnoteReference, NoteCall>,
  file: VFile,
  known: Pieces = new Map()
): OpenPieces {
  const used = new Map<string, readonly ElementContent[]>()
  const manuscript = String(file)
  const hastOf = openHast(calls, file)
  return { text, note, used }

  async function text(tree: Manuscript): Promise<ElementContent[]> {
    if (holds(tree, APART)) return make(tree.children)
    const blocks: ElementContent[] = []
    for (const block of tree.children) blocks.push(...(await piece(block, [block])))
    return blocks
  }
  async function note(definition: FootnoteDefinition): Promise<readonly ElementContent[]> {
    const { children } = definition
    return holds(definition, APART) ? make(children) : piece(definition, children)
  }
  async function piece(
    node: Nodes,
    children: Manuscript['children']
  ): Promise<readonly ElementContent[]> {
    const key = holds(node, NEW) ? undefined : keyOf(node)
    const before = key === undefined ? undefined : known.get(key)
    const said = file.messages.length
    const made = before ?? (await make(children))
    // What there was to say of a block is said each time.
    if (key !== undefined && file.messages.length === said) used.set(key, made)
    return made
  }
  async function make(children: Manuscript['children']): Promise<ElementContent[]> {
    const { children: made } = await hastOf({ type: 'root', children })
    return made.filter((d) => d.type !== 'doctype')
  }
  function keyOf(node: Nodes): string | undefined {
    const { start, end } = node.position ?? {}
    if (!start || !end) return undefined
    const numbers: string[] = []
    eachNode(node, (d) => {
      if (d.type !== 'footnoteReference') return
      const { number, nth } = calls.get(d) ?? {}
      numbers.push(`${d.identifier} ${number} ${nth}`)
    })
    const words = manuscript.slice(start.offset, end.offset)
    return [node.type, start.line, start.column, ...numbers, words].join('\n')
  }
}

function holds(tree: Nodes, kinds: RegExp): boolean {
  return someNode(tree, (d) => kinds.test(d.type))
}
