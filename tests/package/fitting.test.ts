// Whatever HTML an author writes, the EPUB is one that EPUBCheck takes, and no word goes: elements nested at random, from a
// seed, so that they are the same each time.
import { expect, test } from 'vitest'
import { epubcheck, makeEpub, SLOW } from './make-epub.ts'

const TAGS =
  'a b bdo dfn em ins q s sub p div blockquote h3 h5 ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption pre button object marquee section article'.split(
    ' '
  )
const VOID = ['<br>', '<hr>', '<wbr>', '[^note]', '[a link](https://example.org/)', ' ']
const ATTRIBUTES = [
  '',
  ' dir="up"',
  ' dir="rtl"',
  ' lang="zz-!!"',
  ' lang="de"',
  ' colspan="0"',
  ' start="x"',
  ' value="3"',
  ' scope="row"',
  ' type="z"',
  ' href="https://example.org/"'
]
const FRAGMENTS = 250

/** Numbers from 0 up to a bound, the same for the same seed (Park and Miller's generator). */
function numbers(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
}

function fragments(): { markdown: string; words: readonly string[] } {
  const next = numbers(7)
  const words: string[] = []
  const of = (list: readonly string[]) => list[next(list.length)] ?? ''
  const word = () => {
    words.push(`w${words.length}x`)
    return words.at(-1) ?? ''
  }
  const nest = (depth: number): string => {
    if (next(4) === 0) return of(VOID)
    if (depth === 0 || next(3) === 0) return word()
    const tag = of(TAGS)
    const inner = Array.from({ length: next(4) }, () => nest(depth - 1))
    return `<${tag}${of(ATTRIBUTES)}>${inner.join('')}</${tag}>`
  }
  const lines = Array.from({ length: FRAGMENTS }, (_, index) =>
    index % 2 === 0 ? `<div>${nest(4)}${nest(4)}</div>` : `In a line ${nest(4)} and ${nest(4)}.`
  )
  return { markdown: lines.join('\n\n'), words }
}

test('HTML nested at random', { timeout: SLOW }, async ({ skip }) => {
  const { markdown, words } = fragments()
  const text = `---\ntitle: x\n---\n\nCall.[^note]\n\n${markdown}\n\n[^note]: A note.\n`
  const { bytes, files } = await makeEpub(text)
  const chapters = [...files.values()].join('\n')
  expect(words.filter((d) => !chapters.includes(d))).toEqual([])
  expect(await epubcheck(bytes, (note) => skip(note))).toEqual([])
})
