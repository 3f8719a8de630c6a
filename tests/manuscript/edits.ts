// Random manuscripts of all that Markdown has, and what random edits make of them one after another.
import fc from 'fast-check'

const WORDS = ['fold', 'the *sheet*', 'once', '`code`', 'grain[^1]', 'a[^n2]', '[^none]', '[text]']
const MORE = ['[[q: sure?]]', 'https://a.example', '[a][link]', '![p](x.png)', '<b>bold</b>', '\\', '**', '_', 'ß']
const BLOCKS = [
  '## Heading',
  'Heading\n---',
  '- one\n- two',
  '- one\n\n  more\n\n- two',
  '1. one\n2. two',
  '* [ ] task',
  '> quoted\nlazy',
  '> - item\n>\n> more',
  '```\ncode\n\ncode\n```',
  '```\nnever closed',
  '    indented',
  '<div>\nblock\n</div>',
  '<!-- comment\n\nstill -->',
  '| a | b |\n| - | - |\n| c | d |',
  '***',
  '[^1]: A note.',
  '[^n2]: A note\n\n    with two paragraphs.',
  '[^n2]: - list\n\n    > quote',
  '[link]: https://link.example "title"',
  '[text]: <x>\nand words',
  '[SS]: sharp',
  ' indented by one',
  'hard  \nbreak\\\nhere',
  '[[q: over\ntwo lines]] and *[[q: in]]*',
  'tab\tand two spaces  ',
  ''
]
const KEYS = [...'abc *_`~[]()!<>#-+=|:^1.\\\t&"\n'.split(''), '\n\n', '[^1]', '[[q:', ']]', '- ', '> ', '    ', '---']
const ODD = ['\r\n', '\0', '\uFEFF', '\u00A0', '🂡']

const words = fc
  .array(fc.constantFrom(...WORDS, ...WORDS, ...MORE), { minLength: 1, maxLength: 8 })
  .map((d) => d.join(' '))
const block = fc.oneof({ weight: 3, arbitrary: words }, fc.constantFrom(...BLOCKS))

/** Front matter and up to a dozen blocks. */
export const manuscripts = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n\n\n', '\n')), {
    minLength: 1,
    maxLength: 12
  })
  .map((d) => `---\ntitle: T\n---\n\n${d.flat().join('')}`)

const typed = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS, ...MORE) },
  { weight: 4, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: fc.constantFrom(...BLOCKS, ...ODD) }
)

/** A text, and what it is after each of some edits. */
export function editsOf(text: string): fc.Arbitrary<string[]> {
  const edit = fc.record({
    at: fc.nat(9999).map((d) => (d * 7919 + 3571) % 10_000), // a small number is not near the head
    taken: fc.constantFrom(0, 0, 0, 1, 1, 4, 9),
    typed
  })
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => {
    const texts = [text]
    for (const { at, taken, typed: put } of edits) {
      const now = texts.at(-1) ?? ''
      const from = Math.floor((at * now.length) / 10_000)
      texts.push(now.slice(0, from) + put + now.slice(from + taken))
    }
    return texts
  })
}
