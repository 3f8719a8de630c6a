// After an edit one block is parsed and the rest moves along: whatever stands in the text, the tree is that of a whole parse.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/manuscript.ts'
import { parseEdit } from '../../src/manuscript/parse-edit.ts'
import { editsOf, manuscripts } from './edits.ts'

test('the tree after an edit is that of a whole parse', () => {
  let fast = 0
  fc.assert(
    fc.property(manuscripts.chain(editsOf), (texts) => {
      let before = { text: texts[0] ?? '', tree: parseMarkdown(texts[0] ?? '') }
      for (const text of texts.slice(1)) {
        const whole = parseMarkdown(text)
        const quick = parseEdit(text, before, parseMarkdown)
        if (quick) {
          fast += 1
          expect(quick).toEqual(whole)
        }
        before = { text, tree: quick ?? whole }
      }
    }),
    { numRuns: 100, endOnFailure: true }
  )
  // Otherwise nothing was tested.
  expect(fast).toBeGreaterThan(100)
})

const TEXT = `---
title: Sheets
---

## One *fold*

The sheet[^a] lies flat, and [it][link] is folded.

- once
- twice

> A quotation
goes on.

[^a]: Along the grain[^b].

    Its second paragraph.

[link]: https://example.org
`

test.each([
  ['a word', 'lies flat', 'lies quite flat', true],
  ['a call of a note that there is', 'lies flat', 'lies[^a] flat', true],
  ['a call of a note that there is not', 'lies flat', 'lies[^c] flat', true],
  ['a word in a list', 'twice', 'two times', true],
  ['a line in a quotation', 'goes on', '> goes\non', true],
  ['a word in the second paragraph of a note', 'second', 'next', true],
  ['a letter in a heading', 'fold*', 'folds*', true],
  ['a paragraph more', 'lies flat', 'lies\n\nflat', false],
  ['a fence that is not closed', 'The sheet', '~~~\nThe sheet', false],
  ['a comment that is not closed', 'The sheet', '<!-- The sheet', false],
  ['a paragraph before a list that becomes an item', 'The sheet', '- The sheet', false],
  ['another name for a note', '[^a]: Along', '[^c]: Along', false],
  ['another name for an address', '[link]: h', '[way]: h', false],
  ['an address that becomes words', '[link]: h', 'link: h', false],
  ['the title', 'Sheets', 'Folds', false],
  ['a return', 'lies flat', 'lies\r\nflat', false]
])('%s', (_, words, others, quick) => {
  const text = TEXT.replace(words, others)
  const tree = parseEdit(text, { text: TEXT, tree: parseMarkdown(TEXT) }, parseMarkdown)
  expect(tree !== undefined).toBe(quick)
  if (tree) expect(tree).toEqual(parseMarkdown(text))
})
