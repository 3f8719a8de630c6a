// A subject and its verb are of one number. Three cases can be told without reading the whole sentence: two abstract nouns
// joined at the head of a clause; a plural with its `of` or `for` and then the verb; a pronoun with the other verb.
//
//     Patience and caution pays. The rules of the house is old. They was late.
import { asked } from './copy.ts'
import type { Copy, Passage, Query, Word } from './copy.ts'
import type { Dictionary } from './dictionary.ts'
import { isAdjective, kindsOf } from './known-words.ts'
import { LINK, manyOf, nominal, pluralOf, SINGULAR, thirdPerson } from './one-or-many.ts'
import { quote } from './quote.ts'

const RULE = 'subject-and-verb-agree'
const ABSTRACT = /(?:ism|ity|tion|sion|ness|ment|ance|ence|ship|hood|racy|logy)$/u
const PLURAL_PRONOUN = /^(?:they|we)$/iu
const BEFORE_CLAUSE = /^(?:that|because|when|if|and|but|as|though|while|where)$/iu
const OPENS = /^(?:the|his|her|its|their|our|such)$/iu
const MOST = 7
const PAIR = 0.7
const REMOTE = 0.75
const PRONOUN = 0.8
/** Subjects and verbs of different number. */
export function* subjectAndVerbAgree(copy: Copy): Generator<Query> {
  for (const passage of copy.passages)
    for (const index of passage.words.keys()) {
      const found =
        pair(passage, index, copy.dictionary) ??
        remote(passage, index, copy.dictionary) ??
        pronoun(passage, index)
      if (!found) continue
      const [from, to] = [passage.words[found.from], passage.words[found.to]]
      if (!from || !to) continue
      const end = to.at + to.text.length
      const reason = `Unexpected ${quote(to.text)} after ${quote(passage.text.slice(from.at, to.at))}, expected ${quote(found.wanted)}`
      yield asked(RULE, passage, from.at, end, reason, found.weight)
    }
}

interface Found {
  from: number
  to: number
  wanted: string
  weight: number
}

/** `…, deep sadness and resentment grows`: the clause begins with the two, so that nothing else can be the subject. */
function pair({ words, text }: Passage, index: number, dictionary: Dictionary): Found | undefined {
  const verb = words[index]
  if (!verb || index < 3 || words[index - 2]?.text !== 'and') return undefined
  if (!thirdPerson(verb.text, dictionary)) return undefined
  const [a, , b] = words.slice(index - 3, index)
  if (!ABSTRACT.test(a?.text ?? '') || !ABSTRACT.test(b?.text ?? '')) return undefined
  if (!closed(text, words, index - 3, index)) return undefined
  const head = headOf(words, index - 3, text, dictionary)
  const [start, last] = [words[head], words[head - 1]]
  if (!start || (last && adjoins(text, last, start))) return undefined
  // After a comma the two may end a list, `work, production and distribution is`, unless a new noun phrase is seen to begin.
  const between = last ? text.slice(last.at + last.text.length, start.at).trim() : ''
  if (/^[,)]/u.test(between) && head === index - 3) return undefined
  return { from: head, to: index, wanted: pluralOf(verb.text), weight: PAIR }
}

/** Where the noun phrase begins: at an adjective or article before it. */
function headOf(
  words: readonly Word[],
  noun: number,
  text: string,
  dictionary: Dictionary
): number {
  const [before, at] = [words[noun - 1], words[noun]]
  if (!before || !adjoins(text, before, at)) return noun
  const opens = OPENS.test(before.text) || kindsOf(before.text, dictionary).includes('a')
  return opens || isAdjective(before.text.toLowerCase(), dictionary) ? noun - 1 : noun
}

/** `, the members of the old club is`: from the article on, nothing but nouns and what belongs to them. */
function remote(
  { words, text }: Passage,
  index: number,
  dictionary: Dictionary
): Found | undefined {
  const verb = words[index]
  if (!verb || !SINGULAR.test(verb.text)) return undefined
  for (let i = index - 1; i >= Math.max(1, index - MOST - 2); i -= 1) {
    const [article, noun, link] = [words[i - 1], words[i], words[i + 1]]
    if (!article || !noun || !link || !closed(text, words, i - 1, index)) return undefined
    if (/^(?:the|these|those|its|their|his|our)$/iu.test(article.text) && link !== verb) {
      const before = words[i - 2]
      const head = !before || !adjoins(text, before, article)
      const found = head && LINK.test(link.text) && manyOf(noun.text, dictionary)
      if (found) return { from: i - 1, to: index, wanted: pluralOf(verb.text), weight: REMOTE }
    }
    if (!nominal(noun.text, dictionary)) return undefined
  }
  return undefined
}

/** `They was`, where they are the subject and not, as in `one of those they was`, something else. */
function pronoun({ words, text }: Passage, index: number): Found | undefined {
  const [before, who, verb] = [words[index - 1], words[index], words[index + 1]]
  if (!who || !verb || !PLURAL_PRONOUN.test(who.text) || !SINGULAR.test(verb.text)) return undefined
  if (!adjoins(text, who, verb)) return undefined
  if (before && adjoins(text, before, who) && !BEFORE_CLAUSE.test(before.text)) return undefined
  return { from: index, to: index + 1, wanted: pluralOf(verb.text), weight: PRONOUN }
}

/** Whether only blanks stand between the words of a stretch. */
function closed(text: string, words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const [a, b] = [words[i], words[i + 1]]
    if (!a || !b || !adjoins(text, a, b)) return false
  }
  return true
}

function adjoins(text: string, a: Word, b: Word | undefined): boolean {
  return b !== undefined && text.slice(a.at + a.text.length, b.at).trim() === ''
}
