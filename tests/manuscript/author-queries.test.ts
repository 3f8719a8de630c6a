// What an editor asks the author in a manuscript is listed and leaves no trace: neither in the tree nor on the pages.
import fc from 'fast-check'
import type { Nodes, Text } from 'mdast'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { compose } from '../../src/compose.ts'
import type { ComposedPage } from '../../src/composition.ts'
import { parseManuscript } from '../../src/manuscript.ts'
import type { ParseMemory } from '../../src/manuscript.ts'
import { authorQueriesOf } from '../../src/manuscript/author-queries.ts'
import { typeset } from '../../src/typeset.ts'
import { editsOf, manuscripts } from './edits.ts'

const HEAD = '---\ntitle: Sheets\n---\n\n'

function parsed(text: string): { tree: Nodes; file: VFile } {
  const file = new VFile({ path: 'in.md', value: HEAD + text })
  return { tree: parseManuscript(file), file }
}

/** The tree as one line: kinds, and the letters of those that have some. */
function shape(node: Nodes): string {
  if (!('children' in node)) return 'value' in node ? `“${node.value}”` : node.type
  const parts = node.children.map(shape).join(' ').replaceAll('” “', '')
  return `${node.type}(${parts})`.replaceAll('\n', ' ')
}

function textsIn(node: Nodes): Text[] {
  if (node.type === 'text') return [node]
  return 'children' in node ? node.children.flatMap(textsIn) : []
}

describe('a query leaves the text as it is without it', () => {
  test.each([
    ['before a stop', 'word [[q: x]], next', 'word, next'],
    ['after a word', 'word[[q: x]] next', 'word next'],
    ['between words', 'word [[q: x]] next', 'word next'],
    ['two together', 'word [[q: a]] [[q: b]], next', 'word, next'],
    ['at the head', '[[q: who?]] He said', 'He said'],
    ['at the end', 'He said [[q: who?]]', 'He said'],
    ['on a line', 'word\n[[q: x]]\nnext', 'word\nnext'],
    ['over two lines', '> quoted [[q: is\n> this *right*?]]\n> more', '> quoted\n> more'],
    ['at the end of emphasis', '*word [[q: x]]* next', '*word* next'],
    ['at its head', 'a *[[q: x]] word* b', 'a *word* b'],
    ['across its end', '*a [[q: x* y]] b* c', '*a b* c'],
    ['alone in it', 'a *[[q: x]]* b', 'a b'],
    ['within quotation marks', 'a “[[q: x]] word [[q: y]]” b', 'a “word” b'],
    ['after a quotation', 'a “word” [[q: x]] b', 'a “word” b'],
    ['before an apostrophe', 'word [[q: x]] ’tis', 'word ’tis'],
    ['within brackets', 'a ([[q: x]] word [[q: y]]) b', 'a (word) b'],
    ['before a dash', 'word [[q: x]]—next', 'word—next'],
    ['before a call', 'word [[q: x]][^1] b\n\n[^1]: n', 'word[^1] b\n\n[^1]: n'],
    ['in a note', 'word[^1]\n\n[^1]: n [[q: x]].', 'word[^1]\n\n[^1]: n.'],
    ['with a call in it', 'word [[q: and [^1]?]] b', 'word b'],
    ['after a bang', 'Stop![[q: x]] Go', 'Stop! Go'],
    ['after a line break', 'word\\\n[[q: x]]\nnext', 'word\\\nnext'],
    ['in a heading', '## Head [[q: x]]', '## Head'],
    ['in a cell', '| a [[q: x]] | b |\n|---|---|\n| [[q: y]] | d |', '| a | b |\n|---|---|\n| | d |'],
    ['in the words for a picture', '![alt [[q: x]] y](i.png)', '![alt y](i.png)'],
    ['in a link', '[a [[q: x]] b](http://c.de)', '[a b](http://c.de)'],
    ['a paragraph of its own', 'a\n\n[[q: x]]\n\nb', 'a\n\nb'],
    ['an item of its own', '- a\n- [[q: x]]\n- b', '- a\n- b'],
    ['a paragraph of an item', '- a\n\n  [[q: x]]', '- a'],
    ['a quotation of its own', 'a\n\n> [[q: x]]\n\nb', 'a\n\nb'],
    ['with brackets', 'a [[q: [b [c]] `]]` [d](http://e.f)]] g', 'a g'],
    ['with brackets that do not pair', 'a [[q: b ] c]] d [[q: e [ f]] g', 'a d g'],
    ['with nothing', 'a [[q:]] b', 'a b'],
    ['answered', 'a [[q: b? a: c]] d', 'a d']
  ])('%s', (_, asked, without) => {
    const { tree, file } = parsed(asked)
    expect(shape(tree)).toBe(shape(parsed(without).tree))
    const { asked: list, printed } = authorQueriesOf(file)
    expect(list.length).toBe(asked.split('[[q:').length - 1)
    expect(printed).toEqual([])
    for (const { from, to } of list) expect(String(file).slice(from, to)).toMatch(/^\[\[q:[^]*\]\]$/u)
  })

  test.each([
    ['code', '`[[q: a]]`'],
    ['a block of code', '```\n[[q: a]]\n```'],
    ['a backslash', '\\[[q: a]]'],
    ['a comment', '<!-- [[q: a]] -->'],
    ['other brackets', '[q: a] [[a]] [ [q: b]]']
  ])('none is %s', (_, text) => {
    const { file } = parsed(text)
    expect(authorQueriesOf(file)).toEqual({ asked: [], printed: [] })
  })

  test('raw HTML is no place to keep one', () => {
    const { tree, file } = parsed('<div>\na [[q: b\nc]] d\n</div>')
    expect(shape(tree)).toBe('root(“<div> a   d </div>”)')
    expect(authorQueriesOf(file).asked).toMatchObject([{ question: 'b c', line: 6, column: 3 }])
  })

  test('one that does not end is printed, and told', () => {
    const { tree, file } = parsed('a [[q: b [[q: c]] d\n\ne]] http://f.g[[q: h]] i')
    expect(textsIn(tree).map((d) => d.value).join('')).toBe('a [[q: b de]] http://f.g[[q: h]] i')
    const { asked, printed } = authorQueriesOf(file)
    expect(asked.map((d) => d.question)).toEqual(['c'])
    expect(printed.map((d) => [d.at.line, d.at.column])).toEqual([
      [5, 3],
      [7, 15]
    ])
  })
})

test('a question is told in words, and its answer', () => {
  const { file } = parsed(
    'a [[q: *is* `it` [so](http://a.b)?]] b [[q: a data: set? — a: **yes**]] c [[q: d a:]]'
  )
  expect(authorQueriesOf(file).asked).toMatchObject([
    { number: 1, question: 'is it so?', line: 5, column: 3 },
    { number: 2, question: 'a data: set?', answer: 'yes' },
    { number: 3, question: 'd' }
  ])
  expect(authorQueriesOf(file).asked[2]).not.toHaveProperty('answer')
})

const WORDS = ['fold', 'sheet,', '*once*', '**two *three***', 'a[^1]', '`b`', '“quoted”', '—']
const QUERIES = ['[[q: x]]', '[[q: *y*\nz]]', '[[q: [1] a: yes]]', ' [[q: x]]', '[[q: x]] ', '\n[[q: x]]\n']

test('every letter stands where the file has it', () => {
  const piece = fc.oneof(fc.constantFrom(...WORDS, ' ', '\n'), fc.constantFrom(...QUERIES))
  const text = fc.tuple(fc.constantFrom('', '> ', '- '), fc.array(piece, { minLength: 1, maxLength: 12 }))
  fc.assert(
    fc.property(text, ([mark, pieces]) => {
      const { tree, file } = parsed(`${mark}a ${pieces.join('')} z`)
      for (const { value, position } of textsIn(tree)) {
        const { start, end } = position ?? {}
        const source = String(file).slice(start?.offset, end?.offset)
        // Spaces at a line's end, and what opens the next, are no letters.
        expect(source.replace(/[ \t]*\n[ \t>]*/gu, '\n')).toBe(value)
        const before = String(file).slice(0, start?.offset).split('\n')
        expect([start?.line, start?.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1])
      }
    }),
    { numRuns: 300, seed: 7, endOnFailure: true }
  )
})

test('the pages are those without queries, line for line', async () => {
  const body = Array.from({ length: 40 }, (_, i) =>
    [
      `## Part ${i}`,
      'The sheet is folded along the grain, and the fold is pressed with a bone; what is folded against it cracks.',
      '> A quotation of some length, so that it runs over the end of its line and a little more than that.',
      `A call.[^${i}]`,
      `[^${i}]: Of the grain of paper, and of the fold along it.`
    ].join('\n\n')
  ).join('\n\n')
  let at = 0
  const asked = body.replace(/ fold| and|[;,.](?=\[|\n|$)| grain/gu, (d) => {
    at += 1
    return at % 2 ? ` [[q: what of *this*?]]${d}` : `${d}[[q: [or] this? a: no]]`
  })
  const without = await pagesOf(body)
  expect(asked.split('[[q:').length).toBeGreaterThan(200)
  expect(without.length).toBeGreaterThan(5)
  expect(await pagesOf(`[[q: all of it?]]\n\n${asked}`)).toEqual(without)
})

async function pagesOf(text: string): Promise<unknown[]> {
  const file = await typeset(await compose(new VFile({ value: HEAD + text })))
  const lines = ({ blocks, notes }: ComposedPage) =>
    [...blocks, ...notes.flatMap((d) => d.blocks)].map((d) =>
      d.lines.map(({ line, top }) => {
        const { pieces, ...rest } = line
        return { ...rest, top, text: pieces.map((p) => p.text).join('') }
      })
    )
  return (file.data.composition?.pages ?? []).map((d) => [d.folio, d.head, lines(d)])
}

test('after an edit the list is that of a whole parse', () => {
  const list = (text: string, memory: ParseMemory = {}) => {
    const file = new VFile({ value: text })
    try {
      return [parseManuscript(file, memory), authorQueriesOf(file)]
    } catch {
      return undefined
    }
  }
  fc.assert(
    fc.property(manuscripts.chain(editsOf), (texts) => {
      const memory: ParseMemory = {}
      for (const text of texts) expect(list(text, memory)).toEqual(list(text))
    }),
    { numRuns: 50, seed: 7, endOnFailure: true }
  )
})
