// Whether a hyphen at the end of a line or page belongs to the word: `bal-` `ance` is one word, `self-` `interest` keeps it.
// The words of the text itself speak first, then what is known of English words; where both forms may well be right, the
// likelier is named and is not sure.
import type { English } from './english-words.ts'
import { englishOf } from './english-words.ts'
import type { Break, Signs } from './break-signs.ts'
import { signsOf } from './break-signs.ts'
import { MODERN, OLD, styleOf, TELLING } from './compound-style.ts'
import { UNKNOWN } from './rank-words.ts'
import { weigh } from './weigh-break.ts'
import type { Words } from './word-evidence.ts'

/** How a broken word is put together. */
export interface Verdict {
  /** `join` without the hyphen, or `keep` it: the likelier form, even when it is not sure. */
  form: 'join' | 'keep'
  /** False when an editor should look. */
  sure: boolean
  /** The reason, as a short phrase for the ledger. */
  why: string
}

const LONGEST = 60
/** Ranks of words. */
const EVERYDAY = 20
const USUAL = 60
/** Log odds of a part that hardly ever has a hyphen, as `un-` and `-ness`. */
const BOUND = -6
const FIRST = /[\p{L}\p{M}\p{N}'’‐-]*$/u
const SECOND = /^[\p{L}\p{M}\p{N}'’‐-]*/u
const EARLIER = /^.*[-‐]/u
const LATER = /[-‐].*$/u
const INITIALS = /^\p{Lu}{2,3}$/u
const POSSESSIVE = /'s$/u

/** Judge the break between what stands before the hyphen and what begins the next line or paragraph. */
export function judgeBreak(
  left: string,
  right: string,
  words: Words,
  lexicon: ReadonlySet<string>
): Verdict {
  const first = FIRST.exec(left.slice(-LONGEST))?.[0] ?? ''
  const second = (SECOND.exec(right.slice(0, LONGEST))?.[0] ?? '').replaceAll('’', "'")
  const head = first.replace(EARLIER, '').toLowerCase()
  const tail = second.replace(LATER, '').replace(POSSESSIVE, '').toLowerCase()
  const shape = judgeShape(first, second, head, tail)
  if (shape !== undefined) return keep(true, shape)
  const broken: Break = {
    head,
    tail,
    before: EARLIER.test(first),
    after: LATER.test(second),
    capital: /^\p{Lu}/u.test(first),
    initials: INITIALS.test(first) && INITIALS.test(second)
  }
  const english = englishOf(lexicon)
  if (english === undefined) return judgeForeign(broken, words)
  return judgeEnglish(broken, words, english, lexicon)
}

/** What no syllable looks like: a numeral, a single letter, a capital within a word that is not all capitals. */
function judgeShape(first: string, second: string, head: string, tail: string): string | undefined {
  if (/\p{N}$/u.test(head) || /^\p{N}/u.test(tail)) return 'a numeral stands at the hyphen'
  if (/^\p{Lu}/u.test(second) && !/\p{Lu}\p{Lu}$/u.test(first)) return 'a capital follows'
  if (head.length < 2 || tail.length < 2) return 'a single letter stands at the hyphen'
  return undefined
}

/** A language whose words are not known: only the text itself can tell, and a half that it never has is likely a syllable. */
function judgeForeign({ head, tail }: Break, words: Words): Verdict {
  const closed = words.closed.get(head + tail) ?? 0
  const hyphenated = words.hyphenated.get(`${head}-${tail}`) ?? 0
  if (hyphenated > closed) return keep(closed === 0, elsewhere(`${head}-${tail}`))
  if (closed > 0) return join(hyphenated === 0, elsewhere(head + tail))
  if (words.closed.has(head) && words.closed.has(tail))
    return keep(false, `\`${head}\` and \`${tail}\` are words of the text`)
  return join(false, `\`${words.closed.has(head) ? tail : head}\` is no word of the text`)
}

function judgeEnglish(
  broken: Break,
  words: Words,
  english: English,
  lexicon: ReadonlySet<string>
): Verdict {
  const signs = signsOf(broken, words, english, lexicon)
  if (signs.hyphenatedHere > 0 && signs.closedHere === 0)
    return keep(true, elsewhere(`${broken.head}-${broken.tail}`))
  if (broken.initials && signs.closedHere === 0 && isUnknown(signs))
    return keep(true, 'initials stand on both sides')
  // Latin, a name, dialect: what is no word on either side was hardly put together with a hyphen.
  if (signs.kind === 'strange' && signs.strangers && signs.closedHere === 0)
    return join(false, `neither \`${broken.head}\` nor \`${broken.tail}\` is a word`)
  const { form, sure } = weigh(signs)
  if (form === 'keep') return keep(sure, whyKeep(broken, signs))
  return join(
    isSureJoin(broken, signs, styleOf(words, english), english) ?? sure,
    whyJoin(broken, signs)
  )
}

/** Whether words of some kinds are surely closed in a text of this style; undefined where the signs have to tell. */
function isSureJoin(
  { head, tail }: Break,
  signs: Signs,
  style: number,
  english: English
): boolean | undefined {
  if (signs.hyphenatedHere > 0 || signs.closedHere > 0) return undefined
  if (TELLING.has(`${head}-${tail}`)) return style < MODERN
  const parts = Math.min(english.heads.get(head) ?? 0, english.tails.get(tail) ?? 0)
  const rank = english.ranks.get(head + tail) ?? UNKNOWN
  return style < OLD && rank <= (parts <= BOUND ? USUAL : EVERYDAY) ? true : undefined
}

/** The closed form is no word. */
function isUnknown({ kind }: Signs): boolean {
  return kind === 'compound' || kind === 'strange'
}

function whyJoin({ head, tail }: Break, signs: Signs): string {
  if (signs.closedHere > signs.hyphenatedHere) return elsewhere(head + tail)
  if (isUnknown(signs)) return `\`${head}\` and \`${tail}\` make no compound`
  return `\`${head}${tail}\` is one word`
}

function whyKeep({ head, tail }: Break, signs: Signs): string {
  if (signs.hyphenatedHere > signs.closedHere) return elsewhere(`${head}-${tail}`)
  if (isUnknown(signs)) return `\`${head}${tail}\` is no word`
  return `\`${head}\` and \`${tail}\` make a compound`
}

function elsewhere(word: string): string {
  return `\`${word}\` stands elsewhere in the text`
}

function join(sure: boolean, why: string): Verdict {
  return { form: 'join', sure, why }
}

function keep(sure: boolean, why: string): Verdict {
  return { form: 'keep', sure, why }
}
