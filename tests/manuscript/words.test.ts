// The words of a manuscript: which there are, in what order, and that each says where its letters stand to the code unit.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { home, readManuscript } from '../../src/assets.ts'
import { manuscriptWords } from '../../src/collate/manuscript-words.ts'
import { cutWords } from '../../src/collate/words.ts'
import { parseManuscript } from '../../src/manuscript.ts'
import { noteLabels, wordsOf } from '../../src/manuscript/words.ts'
import type { TextWord } from '../../src/manuscript/words.ts'
import { manuscript, tokensOf } from '../press/manuscripts.ts'
import { manuscripts } from './edits.ts'

const SEED = 7
const PRIVATE = join(home, '../shared/import')

function fileOf(value: string): VFile {
  return new VFile({ path: 'manuscript.md', value })
}

/** Each word as `text`, or `text ← letters` where the manuscript says it otherwise; a bar where a block ends. */
function said(body: string): string {
  const file = fileOf(`---\ntitle: T\n---\n\n${body}`)
  const words = wordsOf(file).filter((d) => d.flow !== 'front')
  return words
    .map((d, index) => {
      const before = words[index - 1]
      const bar = before && (before.block !== d.block || before.flow !== d.flow) ? '| ' : ''
      const letters = String(file).slice(d.from, d.to)
      const text = d.call === undefined ? d.text : `^${d.call}`
      return `${bar}${text}${letters === text ? '' : ` ← ${letters}`}`
    })
    .join(' ')
}

test.each([
  ['one *two* **three**', 'one two three'],
  ['*un*likely, un*like*ly', 'unlikely, ← un*likely, unlikely ← un*like*ly'],
  ['a \\* b \\_c\\_ \\\\ d\\', 'a * ← \\* b _c_ ← \\_c\\_ \\ ← \\\\ d\\'],
  ['R&amp;D &eacute;t&#233; &amp;amp; &none;', 'R&D ← R&amp;D été ← &eacute;t&#233; &amp; ← &amp;amp; &none;'],
  ['a&nbsp;b&shy;c', 'a bc ← b&shy;c'],
  ['> one\n> two\n>three\nlazy', 'one two three lazy'],
  ['> > a\n> > \\*b &gt;c\n> d', 'a *b ← \\*b >c ← &gt;c d'],
  ['- one\n  two\n\n  three\n- four', 'one two | three | four'],
  ['7. one\n   > two\n   > three', 'one | two three'],
  ['one  \ntwo\\\nthree<br>four', 'one | two | three | four'],
  ['`a b` `` `c` `` x`d`y', 'a b `c` xdy ← x`d`y'],
  ['> `a\n> b` `*`', 'a b *'],
  ['```js\none\n two\n```', 'one two'],
  ['> ```\n> one\n>   two\n> ```', 'one two'],
  ['    one\n\n    two', 'one two'],
  ['| a | *b* |\n|---|---|\n| c\\|d | `e\\|f` |', 'a | b | c|d ← c\\|d | e|f ← e\\|f'],
  ['[one two](x "no") [three][y]\n\n[y]: z', 'one two three'],
  ['<https://a.example> www.b.example c@d.example', 'https://a.example www.b.example c@d.example'],
  ['H<sub>2</sub>O <q>so</q>, <!-- no --> a<wbr>b', 'H2O ← H<sub>2</sub>O so, ← so</q>, ab ← a<wbr>b'],
  ['<div>\n<p>one <b>t</b>wo</p>\nthree &amp;\n</div>', 'one two ← t</b>wo | three & ← &amp;'],
  ['> <div>\n> one\n> two</div>', 'one two'],
  ['![alt](x.png "A &amp; b")', 'A & ← &amp; b'],
  ['![alt "q" ][x]\n\n[x]: y.png (By name)', 'By name'],
  ['An ![alt](x.png "no") image', 'An image'],
  ['one[^b] two[^a],[^b]\n\n[^a]: ex\n[^b]: why\n\n    so', 'one ^b ← [^b] two ^a ← [^a] , ^b ← [^b] | why | so | ex'],
  ['# One\n\nTwo\n===', 'One | Two'],
  ['- [x] done', 'done'],
  ['a ~~b~~ ~c~\u00A0d e\u00ADf', 'a b ~c~ d ef ← e\u00ADf']
])('%j says %j', (body, words) => {
  expect(said(body)).toBe(words)
})

test('each word knows its kind, its style, its line and column', () => {
  const body =
    '## A *b*\n\n> c\n> - **d *e*** [f](x)\n\n| g |\n|---|\n| h |\n\n<div>\n\ni <sup>j</sup>`k` l\n\n</div>\n\n```\nm\n```\n\n*n*o\n'
  const file = fileOf(`---\ntitle: T\n---\n${body}`)
  const rows = wordsOf(file).map((d) => `${d.text} ${d.line}:${d.column} ${d.kind}; ${d.style}`)
  expect(rows).toEqual([
    'T 2:8 title; ',
    'A 4:4 h2; ',
    'b 4:7 h2; em',
    'c 6:3 blockquote p; ',
    'd 7:7 blockquote li p; strong',
    'e 7:10 blockquote li p; strong em',
    'f 7:16 blockquote li p; a',
    'g 9:3 th; ',
    'h 11:3 td; ',
    'i 15:1 div p; ',
    'jk 15:8 div p; sup',
    'l 15:19 div p; ',
    'm 20:1 pre; ',
    'no 23:2 p; em'
  ])
})

test('the front matter says what the pages print of it, and where', () => {
  const yaml = [
    'rights: >-',
    '  Copy',
    '  at will',
    'author: [One Hand, "Other \\"H\\u00e1nd\\""]',
    "title: 'It''s  set'",
    'date: 2026-11-22',
    'title-note: why',
    'design: compact',
    'part: 1.10',
    'pull-quotes: [{ after: A b, text: C d }]'
  ]
  const file = fileOf(`---\n${yaml.join('\n')}\n---\n\nText.[^a]\n\n[^a]: ex\n\n[^why]: so\n`)
  const words = wordsOf(file)
  const rows = words
    .filter((d) => d.flow === 'front')
    .map((d) => `${d.kind} ${d.block}: ${d.text}${d.call ?? ''} ← ${String(file).slice(d.from, d.to)}`)
  expect(rows).toEqual([
    "title 0: It's ← It''s",
    'title 0: set ← set',
    'title-note 1: why ← why',
    'part 2: 1.10 ← 1.10',
    'author 3: One ← One',
    'author 3: Hand ← Hand',
    'author 4: Other ← Other',
    'author 4: "Hánd" ← \\"H\\u00e1nd\\"',
    'date 5: 2026 ← 2026',
    'rights 6: Copy ← Copy',
    'rights 6: at ← at',
    'rights 6: will ← will'
  ])
  expect(noteLabels(file)).toEqual(['why', 'a'])
  expect(words.map((d) => (typeof d.flow === 'string' ? d.flow : d.flow.note)).slice(-4)).toEqual(
    ['text', 'text', 'why', 'a']
  )
})

test('asked again of the same file, the words are the same objects', () => {
  const file = fileOf('---\ntitle: T\n---\n\none\n')
  expect(wordsOf(file)).toBe(wordsOf(file))
})

test('words of manuscripts made by chance are in order, and say their letters', () => {
  fc.assert(
    fc.property(manuscript(), ({ text, body, notes }) => {
      const file = fileOf(text)
      const words = wordsOf(file)
      holds(file, words)
      const tokens = (some: readonly TextWord[]) => some.flatMap((d) => tokensOf(d.text))
      expect(tokens(words.filter((d) => d.flow === 'text'))).toEqual(body)
      const noted = noteLabels(file).map((label) => tokens(inNote(words, label)))
      expect(noted).toEqual(notes.map((d) => d.tokens))
      for (const word of words)
        for (const token of tokensOf(word.text))
          expect(text.slice(word.from, word.to)).toContain(token)
    }),
    { numRuns: 25, seed: SEED, endOnFailure: true }
  )
})

test('so are those of any Markdown', () => {
  let count = 0
  fc.assert(
    fc.property(manuscripts, (text) => {
      const file = fileOf(text)
      const words = wordsOf(file)
      count += words.length
      holds(file, words)
    }),
    { numRuns: 200, seed: SEED }
  )
  expect(count).toBeGreaterThan(2000)
})

test('the words are those that the comparison of editions finds', async () => {
  const names = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  const paths = names.filter((d) => d.endsWith('in.md')).map((d) => join('tests', d))
  let good = 0
  for (const path of [...paths, join(home, 'manuscript/handbook/manuscript.md')]) {
    const file = await readManuscript(path)
    if (!isValid(file)) continue
    good += 1
    holds(file, wordsOf(file))
  }
  expect(good).toBeGreaterThan(150)
})

test.skipIf(!existsSync(PRIVATE))('also of long texts (skipped without the private ones)', async () => {
  const names = readdirSync(PRIVATE, { recursive: true, encoding: 'utf8' })
  const found = names.filter((d) => d.endsWith('gold.md'))
  for (const name of found) {
    const text = String(await readManuscript(join(PRIVATE, name)))
    // Their front matter has keys of its own.
    const file = fileOf(`---\ntitle: T\n---\n\n${text.replace(/^---\n[^]*?^---\n/mu, '')}`)
    holds(file, wordsOf(file))
  }
  expect(found.length).toBeGreaterThan(0)
})

function isValid(file: VFile): boolean {
  try {
    return parseManuscript(file).children.length >= 0
  } catch {
    return false
  }
}

/** The words are those of the comparison, in order; none shares a letter of the file with another. */
function holds(file: VFile, words: readonly TextWord[]): void {
  const tree = parseManuscript(file)
  const { body, notes } = manuscriptWords(tree, file.data.edition?.titleNote)
  const theirs = [body, ...notes].map((some) =>
    some.flatMap((d) => (d.optional ? [] : d.call ? '^' : [d.text]))
  )
  const labels = noteLabels(file)
  const ours = [words.filter((d) => d.flow === 'text'), ...labels.map((d) => inNote(words, d))]
  const cut = ({ text, call }: TextWord) =>
    call === undefined ? cutWords(text).map((d) => d.text) : ['^']
  expect(ours.map((some) => some.flatMap(cut))).toEqual(theirs)
  const source = String(file)
  const lines = source.split('\n')
  const faults: TextWord[] = []
  for (const some of ours)
    some.forEach((word, index) => {
      const { from, to, line, column } = word
      const place = lines[line - 1]?.slice(column - 1, column) === source.slice(from, from + 1)
      const inOrder = from >= (some[index - 1]?.to ?? 0) && to > from
      if (!place || !inOrder || !saysIt(word, source.slice(from, to))) faults.push(word)
    })
  expect(faults).toEqual([])
}

/** Its letters as they are; with marks of Markdown in it, its first letter or a mark that stands for it. */
function saysIt({ text, call }: TextWord, letters: string): boolean {
  if (call !== undefined) return /^\[\^[^]+\]$/u.test(letters)
  if (!/[\\&<*_`~[\]\0\u00AD\u200B\u2060]/u.test(letters)) return letters === text
  return /^[\\&\0\u00AD\u200B\u2060]/u.test(letters) || letters[0] === text[0]
}

function inNote(words: readonly TextWord[], label: string): TextWord[] {
  return words.filter(({ flow }) => typeof flow === 'object' && flow.note === label)
}
