// The book as one HTML body for the pages: title page, imprint, contents, sections with their notes at the calls,
// colophon. Every element gets a `data-ref` of its own, because Paged.js would otherwise name them at random, and two
// builds would differ.
import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Book } from './book.ts'
import { contents } from './contents.ts'
import { divideCode } from './divide-code.ts'
import { element } from './element.ts'
import { notesAtCalls } from './notes-at-calls.ts'
import { wrapLooseText } from './wrap-loose-text.ts'

/** Classes say what a page is; styles/print.css decides what it looks like. */
export function printDocument(book: Book): Root {
  const { titlePage, imprint, colophon, sections } = book
  const text = sections.map((d) =>
    element(
      'section',
      { className: ['text'], dataHead: d.title || book.edition.title },
      ...d.children
    )
  )
  const parts = [titlePage, imprint, contents(book), ...text, colophon].filter(
    (d) => d !== undefined
  )
  const tree: Root = { type: 'root', children: structuredClone(parts) }
  setEndMark(tree, book.edition.endMark)
  divideCode(tree)
  wrapLooseText(tree)
  notesAtCalls(tree, book.notes)
  nameElements(tree)
  return tree
}

/** The end mark stands behind the last word of the text, as a drawing: the type has no such letter. */
function setEndMark(tree: Root, mark: string | undefined): void {
  const last = tree.children.findLast((d): d is Element => d.type === 'element' && isText(d))
  const paragraph = last?.children.findLast((d): d is Element => d.type === 'element')
  if (mark && paragraph?.tagName === 'p') paragraph.children.push(endMark())
}

function isText(node: Element): boolean {
  const { className } = node.properties
  return Array.isArray(className) && className.includes('text')
}

function endMark(): ElementContent {
  return element('span', { className: ['end-mark'], ariaHidden: 'true' })
}

function nameElements(tree: Root): void {
  let count = 0
  visit(tree, 'element', (node) => {
    node.properties.dataRef ??= `b${(count += 1)}`
  })
}
