// Every folder beside this file is a manuscript and the book that compose makes of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, ElementContent, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import type { Book } from '../../src/compose/book.ts'
import { casesOf, messagesOf } from '../cases.ts'

test.each(casesOf('compose'))('$name', async ({ folder }) => {
  const file = await readManuscript(join(folder, 'in.md'))
  let failure: unknown
  await compose(file).catch((error: unknown) => (failure = error))
  await expect(messagesOf(file, failure)).toMatchFileSnapshot(join(folder, 'messages.txt'))
  if (failure === undefined)
    await expect(blocksOf(treeOf(file.data.book))).toMatchFileSnapshot(join(folder, 'out.html'))
  // What a manuscript must never bring to a page, whatever the goldens say.
  for (const { tagName, properties } of elementsOf(treeOf(file.data.book))) {
    expect(tagName).not.toMatch(NEVER)
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^(on\w+|style|srcSet|formAction)$/iu)
      if (/^(href|src)$/u.test(name))
        expect(String(value)).not.toMatch(/^\s*(javascript|data|file):/iu)
    }
  }
})

test('the cases are not empty', () => {
  for (const { folder } of casesOf('compose'))
    expect(readFileSync(join(folder, 'in.md'), 'utf8').trim()).not.toBe('')
})

const NEVER =
  /^(script|style|iframe|frame|object|embed|form|input|button|link|meta|base|svg|math|video|audio)$/u

/** The parts of a book in the order of the pages, its notes behind the text. */
function treeOf(book: Book | undefined): Root | undefined {
  if (!book) return undefined
  const { titlePage, imprint, contents, sections, notes, colophon } = book
  const text = sections.map((d) => element('section', d.children))
  const noted = notes.map((d) => element('aside', d.children, { dataNote: d.number }))
  const parts = [titlePage, imprint, contents, ...text, ...noted, colophon]
  return { type: 'root', children: parts.filter((d) => d !== undefined) }
}

function element(
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {}
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

function elementsOf(tree: Root | undefined): Element[] {
  const elements: Element[] = []
  if (tree) visit(tree, 'element', (node) => void elements.push(node))
  return elements
}

/** One block a line, so that a person can read the difference. */
function blocksOf(tree: Root | undefined): string {
  if (!tree) return ''
  const html = unified().use(rehypeStringify).stringify(tree)
  return html
    .replace(
      /(<\/?(?:section|aside|p|h\d|nav|ul|ol|li|blockquote|figure|table|tr|pre|hr)\b)/gu,
      '\n$1'
    )
    .replace(/\n+/gu, '\n')
    .replace(/\n(<\/)/gu, '$1')
    .trim()
    .concat('\n')
}
