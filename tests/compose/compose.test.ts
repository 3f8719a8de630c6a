// Every folder beside this file is a manuscript and what compose makes of it for print.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { casesOf, messagesOf } from '../cases.ts'

test.each(casesOf('compose'))('$name', async ({ folder }) => {
  const file = await readManuscript(join(folder, 'in.md'))
  let failure: unknown
  await compose(file).catch((error: unknown) => (failure = error))
  await expect(messagesOf(file, failure)).toMatchFileSnapshot(join(folder, 'messages.txt'))
  if (failure === undefined)
    await expect(blocksOf(file.data.print)).toMatchFileSnapshot(join(folder, 'out.html'))
  // What a manuscript must never bring to a page, whatever the goldens say.
  for (const { tagName, properties } of elementsOf(file.data.print)) {
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
    .replace(/ data-ref="b\d+"/gu, '')
    .replace(/(<\/?(?:section|p|h\d|nav|ul|ol|li|blockquote|figure|table|tr|pre|hr)\b)/gu, '\n$1')
    .replace(/\n+/gu, '\n')
    .replace(/\n(<\/)/gu, '$1')
    .trim()
    .concat('\n')
}
