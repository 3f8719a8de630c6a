// The name of the author stands under the title (`By Jane Doe`) or after the last word (`Jane Doe`), and goes to the front
// matter. At the end it must look like a name and nothing else: no verb, no number, no stop.
import type { Block, Draft } from './draft.ts'
import { tell } from './draft.ts'
import type { Stretch } from './stretch.ts'
import { ending, placeAt, slice } from './stretch.ts'

const RULE = 'take-byline'
const BY = String.raw`(?:(?:written )?by|[—–]|-{1,3})\s+`
const LINE = new RegExp(String.raw`^[*_]{0,3}(${BY})?[*_]{0,3}(\p{Lu}[^*_]*?)[*_]{0,3}\s*$`, 'iu')
const UNDER_TITLE = new RegExp(String.raw`^[*_]{0,3}${BY}`, 'iu')
const BY_ALONE = /^[*_]{0,3}(?:written )?by:?[*_]{0,3}$/iu
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u
const SMALL = new Set(
  'and & de del della der den di da do dos du la le van von und y of ibn bin al'.split(' ')
)
const NO_NAMES = new Set(
  `the a an end fin finis amen part chapter section appendix notes note references bibliography acknowledgements
   acknowledgments preface introduction conclusion contents postscript afterword yours to in on at we you it this that
   long no not all workers`.split(/\s+/u)
)
const LONGEST = 80
const ENDED = /[.!?…"'”’)\]●■◆]$/u

/** Take the byline to the front matter. */
export function takeByline(draft: Draft): void {
  const { blocks } = draft
  const under = blocks[0]
  const name =
    under?.kind === 'paragraph' && UNDER_TITLE.test(under.content.text) ? nameIn(under) : undefined
  if (under && name) return take(draft, 0, name)
  const [, next] = blocks
  const below = under && next && BY_ALONE.test(under.content.text) ? nameIn(next) : undefined
  if (under && below) {
    tell(draft, placeAt(under.content, 0), RULE, under.content.text, '')
    blocks.shift()
    return take(draft, 0, below)
  }
  const last = blocks.at(-1)
  const before = blocks.at(-2)
  if (!last || last.kind !== 'paragraph' || last.quote > 0 || !before) return
  const ended = ending(before.content.text).replace(/(?:\[\^[^[\]\s]+\]|[*_\s])+$/u, '')
  const found = nameIn(last)
  if (before.kind === 'paragraph' && ENDED.test(ended) && found)
    take(draft, blocks.length - 1, found)
}

function take(draft: Draft, index: number, name: Stretch): void {
  const [block] = draft.blocks.splice(index, 1)
  if (!block) return
  if (!draft.given.has('author'))
    draft.found.author = { kind: 'paragraph', depth: 0, quote: 0, content: name }
  tell(draft, placeAt(name, 0), RULE, block.content.text, `author: ${name.text} (front matter)`)
}

/** The name that a paragraph is, without `By` and emphasis. */
function nameIn(block: Block): Stretch | undefined {
  const { content } = block
  const [, by = '', text = ''] = LINE.exec(content.text.slice(0, LONGEST + 1)) ?? []
  if (content.text.length > LONGEST || !looksLikeName(text, by !== '')) return undefined
  const start = content.text.indexOf(text, by.length)
  return slice(content, start, start + text.length)
}

function looksLikeName(text: string, sure: boolean): boolean {
  const words = text
    .replaceAll(',', ' ,')
    .split(/\s+/u)
    .filter((d) => d !== ',')
  const names = words.filter((d) => NAME.test(d))
  const fits = words.every((d) => NAME.test(d) || SMALL.has(d))
  if (!fits || words.length > 12 || !NAME.test(words[0] ?? '') || !NAME.test(words.at(-1) ?? ''))
    return false
  if (words.some((d) => NO_NAMES.has(d.toLowerCase().replace(/\W+$/u, '')))) return false
  return sure || names.length >= 2
}
