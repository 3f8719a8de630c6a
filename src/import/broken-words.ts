// Whether a hyphen at the end of a line or page belongs to the word: `bal-` `ance` is one word, `self-` `interest` keeps it.
// The words of the text itself decide first, then a list of English words; a compound is two words that are not one.
import type { Draft } from './draft.ts'
import { everyBlock } from './draft.ts'

/** `join` without the hyphen, `keep` it, or `ask` an editor. */
export type Verdict = 'join' | 'keep' | 'ask'

const WORDS = /\p{L}[\p{L}\p{M}]*(?:[-‐'’]\p{L}[\p{L}\p{M}]*)*/gu
const SHORT_WORDS = new Set(
  'a i am an as at be by do go he if in is it me my no of oh on or ox so to up us we'.split(' ')
)
const LONGEST = 60
const COMPOUNDING = new Set('self well half all cross'.split(' '))
const ENDINGS = /(?:s|es|ed|d|ing|ly|er|ers|ness|’s|'s)$/u

/** The words of the text, with their hyphens, in lower case; broken ones are left out. */
export function wordsOf(draft: Draft): ReadonlySet<string> {
  const words = new Set<string>()
  for (const block of everyBlock(draft)) {
    const { text } = block.content
    for (const match of text.matchAll(WORDS)) {
      const end = match.index + match[0].length
      const before = text.slice(Math.max(0, match.index - 2), match.index)
      if (/^[-‐¬]\s*(?:\n|$)/u.test(text.slice(end, end + 3)) || /[-‐¬]\n$/u.test(before)) continue
      words.add(match[0].toLowerCase())
    }
  }
  return words
}

/** Judge the break between what stands before the hyphen and what begins the next line or paragraph. */
export function judgeBreak(
  left: string,
  right: string,
  words: ReadonlySet<string>,
  lexicon: ReadonlySet<string>
): Verdict {
  const first = (/[\p{L}\p{M}\p{N}'’-]*$/u.exec(left.slice(-LONGEST))?.[0] ?? '').toLowerCase()
  const second = (/^[\p{L}\p{M}\p{N}'’-]*/u.exec(right.slice(0, LONGEST))?.[0] ?? '').toLowerCase()
  const head = first.replace(/^.*-/u, '')
  const tail = second.replace(/-.*$/u, '')
  if (/\p{N}$/u.test(head) || /^[\p{Lu}\p{N}]/u.test(right)) return 'keep'
  if (words.has(`${first}-${second}`) || words.has(`${head}-${tail}`)) return 'keep'
  if (words.has(head + tail) || words.has(first + second)) return 'join'
  if (lexicon.size === 0) return 'ask'
  if (known(head + tail, lexicon)) return 'join'
  if (COMPOUNDING.has(head)) return 'keep'
  return known(head, lexicon) && known(tail, lexicon) ? 'keep' : 'join'
}

function known(word: string, lexicon: ReadonlySet<string>): boolean {
  const plain = word.replace(/['’]s$/u, '')
  if (plain.length < 3) return SHORT_WORDS.has(plain)
  return lexicon.has(plain) || lexicon.has(plain.replace(ENDINGS, ''))
}
