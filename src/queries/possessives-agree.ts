// A possessive singular of a word that the text uses as a noun in the plural only: what belongs to all is written as if it
// belonged to one. The singular stands elsewhere only before another noun, as an adjective does.
//
//     the Whigs …; the Whig party …; the Whig’s leaders
import { asked } from './copy.ts'
import type { Copy, Query, Word } from './copy.ts'
import { kindsOf } from './known-words.ts'
import { quote } from './quote.ts'

const RULE = 'possessives-agree'
const POSSESSIVE = /^(\p{Lu}\p{Ll}{3,})[’']s$/u
const MANY = 3
/** What follows a noun and hardly ever an adjective. */
const AFTER_NOUN =
  /^(?:is|was|has|had|who|which|that|of|in|on|and|or|to|for|by|at|with|from|as|would|will|could|can|may|did|does|said|but|were|are)$/u
const LIKELY = 0.65

interface Uses {
  plural: number
  noun: number
  adjective: number
}

/** Possessives of one where the text speaks of many. */
export function* possessivesAgree(copy: Copy): Generator<Query> {
  const uses = new Map<string, Uses>()
  for (const { words, text } of copy.passages)
    for (const [index, word] of words.entries()) count(uses, word, words[index + 1], text, copy)
  for (const passage of copy.passages)
    for (const [index, { text, at }] of passage.words.entries()) {
      const name = POSSESSIVE.exec(text)?.[1]
      const article = passage.words[index - 1]?.text.toLowerCase()
      const use = uses.get(name?.toLowerCase() ?? '')
      if (name === undefined || article !== 'the' || !use) continue
      if (use.plural < MANY || use.noun > 0 || use.adjective === 0) continue
      const reason = `Unexpected ${quote(text)}, expected ${quote(`${name}s’`)}: the text speaks of ${quote(`${name}s`)}`
      yield asked(RULE, passage, at, at + text.length, reason, LIKELY)
    }
}

function count(
  uses: Map<string, Uses>,
  { text, lower, at }: Word,
  next: Word | undefined,
  passage: string,
  { dictionary }: Copy
): void {
  const key = lower.endsWith('s') ? lower.slice(0, -1) : lower
  const use = uses.get(key) ?? { plural: 0, noun: 0, adjective: 0 }
  if (lower !== key) use.plural += 1
  else if (
    next &&
    passage.slice(at + text.length, next.at) === ' ' &&
    !AFTER_NOUN.test(next.text)
  ) {
    // An adverb or verb after it says as little as nothing; a noun says that it is an adjective.
    if (/[ns]/u.test(kindsOf(next.text, dictionary)) || /^\p{Lu}/u.test(next.text))
      use.adjective += 1
  } else use.noun += 1
  uses.set(key, use)
}
