// What counts as a word of the manuscript, where it stands, and in which order the notes come.
import { expect, test } from 'vitest'
import { manuscriptWords } from '../../src/collate/manuscript-words.ts'
import { parseMarkdown } from '../../src/manuscript.ts'

/** The words of the body, then each note after a bar. */
function said(text: string, titleNote?: string): string {
  const { body, notes, stranded } = manuscriptWords(parseMarkdown(text), titleNote)
  const line = (words: readonly { text: string }[]) => words.map((d) => d.text).join(' ')
  return [
    line(body),
    ...notes.map(line),
    ...(stranded.length ? [`lost ${line(stranded)}`] : [])
  ].join(' | ')
}

test.each([
  ['# One *two*three `four`\n\n> five\n\n- six\n- [seven](x)', 'One twothree four five six seven'],
  ['| a | b |\n|---|---|\n| c | d e |', 'a b c d e'],
  ['```js\none\n two\n```', 'one two'],
  ['4. four\n5. five', '4. four 5. five'],
  ['one\\\ntwo<br>three', 'one two three'],
  ['co\u00ADop\u00A0erate, e\u0301', 'coop erate, é'],
  ['![alt](x.svg "The caption")\n\nA ![not](x.svg "this") b', 'The caption A b'],
  ['![alt][x]\n\n[x]: y.svg "By name"', 'By name'],
  ['- ![alt](x.svg "no figure in a tight list")', ''],
  ['<img src="x.svg" title="no caption">', ''],
  ['---', '']
])('%j says %j', (text, words) => {
  expect(said(text)).toBe(words)
})

test.each([
  ['<p>one <b>t</b>wo &eacute;&#65;</p>', 'one two éA'],
  ['one <!-- not\nthis --> two', 'one two'],
  ['<script>no</script>\n\n<style>no</style>', ''],
  ['<div><script>no</script>yes</div>', 'yes'],
  ['<details><summary>one</summary>two</details>', 'one two'],
  ['<section>one</section><nav>two</nav>', 'one two'],
  ['<ruby>one<rt>two</rt></ruby> <unknown>th</unknown>ree', 'onetwo three'],
  ['<!-- never closed\n\nlost words', '<!-- never closed lost words'],
  ['<plaintext>\nlost', '<plaintext> lost'],
  ['a <script>counts</script>', 'a <script>counts'],
  ['<a title="x > y">z</a> 1 < 2', 'z 1 < 2']
])('raw HTML: %j says %j', (text, words) => {
  expect(said(text)).toBe(words)
})

test.each([
  ['a[^x] b[^y] c[^x]\n\n[^y]: why\n\n[^x]: ex', 'a [^1] b [^2] c [^1] | ex | why'],
  ['a[^x]\n\n[^x]: one\n\n    two', 'a [^1] | one two'],
  ['a[^x]\n\n[^x]: one\n[^z]: never called', 'a [^1] | one | lost never called'],
  ['a[^x]\n\n[^x]: one\n\n[^x]: again', 'a [^1] | one | lost again'],
  ['`[^1]` is a call, [^none] is not', '[^1] is a call, [^none] is not'],
  ['a[^constructor]\n\n[^constructor]: x', 'a [^1] | x']
])('notes: %j says %j', (text, words) => {
  expect(said(text)).toBe(words)
})

test('the note of the title comes first', () => {
  expect(said('a[^x]\n\n[^x]: ex\n\n[^T]: of the title', 'T')).toBe('a [^2] | of the title | ex')
})

test('each word knows its line and column', () => {
  const { body } = manuscriptWords(
    parseMarkdown('one two\nthree *four*five\n\n> six\n\n```\na\nb c\n```')
  )
  expect(body.map((d) => `${d.text} ${d.spot?.line}:${d.spot?.column}`)).toEqual([
    'one 1:1',
    'two 1:5',
    'three 2:1',
    'fourfive 2:8',
    'six 4:3',
    'a 7:1',
    'b 8:1',
    'c 8:3'
  ])
})

test('time grows with the text and not with its square', () => {
  const time = (times: number) => {
    const tree = parseMarkdown(
      `${'word *word*[^1] <b>word</b>\n\n'.repeat(times)}\n\n<x ${'<'.repeat(times * 9)}\n\n[^1]: note`
    )
    const start = process.cpuUsage()
    manuscriptWords(tree)
    return process.cpuUsage(start).user
  }
  time(200)
  expect(time(1600)).toBeLessThan(16 * Math.max(time(200), 30_000))
})
