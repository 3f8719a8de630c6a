// How the text itself writes its words: `balance` three times, `self-interest` once. Words that a line or page end breaks
// are left out, since how they are written is the question.
import type { Draft } from './draft.ts'
import { everyBlock } from './draft.ts'

/** Words of a text in lower case, with how often each stands there; a curly apostrophe counts as a straight one. */
export interface Words {
  /** Words without a hyphen. */
  closed: ReadonlyMap<string, number>
  /** Two parts with a hyphen between them; `mother-in-law` gives `mother-in` and `in-law`. */
  hyphenated: ReadonlyMap<string, number>
  /** For a first part, how many different second parts it has: `to` has `day` and `morrow`. */
  heads: ReadonlyMap<string, number>
  /** For a second part, how many different first parts. */
  tails: ReadonlyMap<string, number>
}

const WORDS = /\p{L}[\p{L}\p{M}]*(?:[-‐'’]\p{L}[\p{L}\p{M}]*)*/gu
const HYPHEN = /[-‐]/u
const BROKEN_AFTER = /^[-‐¬\u00AD]\s*(?:\n|$)/u
const BROKEN_BEFORE = /[-‐¬\u00AD]\n$/u
const ENDS_BROKEN = /[-‐¬\u00AD]\s*$/u
const BREAK = 3

/** Count the words of the draft. */
export function wordsOf(draft: Draft): Words {
  return countWords(everyBlock(draft).map((d) => d.content.text))
}

/** Count the words of some texts; a text that ends in a hyphen breaks the first word of the next. */
export function countWords(texts: readonly string[]): Words {
  const counts = new Map<string, number>()
  let broken = false
  for (const text of texts) {
    for (const [i, match] of [...text.matchAll(WORDS)].entries()) {
      if (i === 0 && broken) continue
      const end = match.index + match[0].length
      if (BROKEN_AFTER.test(text.slice(end, end + BREAK))) continue
      if (BROKEN_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index))) continue
      add(counts, match[0].toLowerCase().replaceAll('’', "'"))
    }
    broken = ENDS_BROKEN.test(text.slice(-BREAK))
  }
  return sortOut(counts)
}

/** Part the words with a hyphen from those without. */
export function sortOut(counts: ReadonlyMap<string, number>): Words {
  const [closed, hyphenated] = [new Map<string, number>(), new Map<string, number>()]
  for (const [word, count] of counts) {
    if (!HYPHEN.test(word)) {
      add(closed, word, count)
      continue
    }
    const parts = word.split(HYPHEN)
    for (const [i, part] of parts.entries())
      if (i > 0) add(hyphenated, `${parts[i - 1] ?? ''}-${part}`, count)
  }
  const [heads, tails] = [new Map<string, number>(), new Map<string, number>()]
  for (const pair of hyphenated.keys()) {
    const [head = '', tail = ''] = pair.split('-')
    add(heads, head)
    add(tails, tail)
  }
  return { closed, hyphenated, heads, tails }
}

function add(counts: Map<string, number>, word: string, count = 1): void {
  counts.set(word, (counts.get(word) ?? 0) + count)
}
