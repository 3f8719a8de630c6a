// Pieces of the manuscript to safe hast. The order matters: raw HTML is read first, so that the sanitiser sees what a
// browser would see; only what it passes gets its places, its pictures and its figures.
import type { Element, ElementContent, Root } from 'hast'
import type { FootnoteReference, Root as Manuscript } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { EXIT, visit } from 'unist-util-visit'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { fitContent } from './fit-content.ts'
import { limitElements } from './limit-depth.ts'
import type { NoteCall } from './number-notes.ts'
import { reportUnsafe, safeHtml } from './safe-html.ts'
import { setFigures } from './set-figures.ts'

const CALL = 'noteCall'
const BLOCK = /^(p|h[1-6]|blockquote|ul|ol|li|dl|dt|dd|table|tr|figure|pre|hr|div)$/u

/** Makes safe blocks of hast of blocks of mdast, each with the property `dataLine`. */
export function openHast(
  calls: ReadonlyMap<FootnoteReference, NoteCall>,
  file: VFile
): (tree: Manuscript) => Promise<Root> {
  const handlers: Handlers = {
    footnoteReference(_, node: FootnoteReference) {
      const call = calls.get(node)
      if (!call) return { type: 'text', value: `[^${node.label ?? ''}]` }
      // A node type of our own, which no tag in the manuscript can imitate: rehype-raw passes it by, and `setCalls`
      // makes an element of it. The cast holds because no other plugin looks at it in between.
      const passing: unknown = { type: CALL, call }
      return passing as Element
    }
  }
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers })
    .use(() => readRaw)
    .use(() => reportUnsafe)
    .use(() => setCalls) // After the report: from here on a `note-call` is ours.
    .use(rehypeSanitize, safeHtml)
    .use(() => limitElements)
    .use(() => fitContent)
    .use(() => setLines)
    .use(() => setFigures) // Last: what it names is ours, not the author's.
    .freeze()
  return (tree) => processor.run(tree, file)
}

const parseRaw = rehypeRaw({ passThrough: [CALL] })

/** Only where there is raw HTML: the parser reads the whole manuscript anew for each piece, for its places. */
function readRaw(tree: Root, file: VFile): Root {
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return EXIT
  })
  return found ? parseRaw(tree, file) : tree
}

function setCalls(tree: Root): void {
  visit(tree, (node, index, parent) => {
    const call = passingCall(node)
    if (!call || !parent || index === undefined) return
    const { number, nth } = call
    const made: ElementContent = {
      type: 'element',
      tagName: 'note-call',
      properties: { number, nth },
      children: []
    }
    parent.children[index] = made
  })
}

function passingCall(node: { type: string; call?: NoteCall }): NoteCall | undefined {
  return node.type === CALL ? node.call : undefined
}

/** Blocks get their line. Nobody asks how many letters stand before one, and an edit above would change it. */
function setLines(tree: Root): void {
  visit(tree, (node) => {
    const { position } = node
    if (!position) return
    const { line } = position.start
    if (node.type === 'element' && BLOCK.test(node.tagName)) node.properties.dataLine = line
    node.position = { start: withoutOffset(position.start), end: withoutOffset(position.end) }
  })
}

function withoutOffset({ line, column }: Point): Point {
  return { line, column }
}
