// Where a small word has dropped out and the sentence cannot be read without it: a multiple wants a comparison, an article a
// noun, and `as we know` is closed before the next thing begins.
//
//     It is ten times difficult. As they said many, old and young, came. The of
//     the house was shut.
import { asked, italicAt } from './copy.ts'
import type { Copy, Passage, Query } from './copy.ts'
import { isAdjective } from './known-words.ts'
import { quote } from './quote.ts'

const RULE = 'no-word-missing'
const TIMES =
  /\b(?:hundred|thousand|million|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|many|several|\d+) times (\p{Ll}{4,})(?=(.?.?\s?\p{L}*))/gu
/** What may follow `times` and is no adjective without comparison. */
const COMPARED =
  /^(?:as|more|less|over|better|worse|that|than|the|out|when|during|around|about|been|before|after|with|since|every|each|daily|round|past|only|this|such|these|those|it|in|larger|faster)$/u
const AS_WE_KNOW =
  /(?<=^|[.!?]\s)As (?:we|you|they|I) (?:(?:have|had) )?(?:know|see|saw|seen|knew|known|say|said|note|noted|remember|shown) (some|many|most|others|few|several), /gu
/** An article and what no noun is: `the to and fro` and `by the by` have other words. */
const BARE_ARTICLE =
  /(?<![\p{L}’'-])(?:[Tt]he|[Aa]n?) (?:of|is|was|are|were|and|has|have|had|its|his|their|our)(?= \p{Ll})/gu
const LIKELY = 0.75

/** Places where a word seems to have dropped out. */
export function* noWordMissing(copy: Copy): Generator<Query> {
  for (const passage of copy.passages) {
    yield* afterTimes(passage, copy)
    yield* afterArticle(passage)
    for (const { 0: whole, 1: who = '', index } of passage.text.matchAll(AS_WE_KNOW)) {
      const reason = `Unexpected ${quote(whole)}, expected a word before ${quote(who)}`
      yield asked(RULE, passage, index, index + whole.trimEnd().length, reason, LIKELY)
    }
  }
}

function* afterTimes(passage: Passage, { dictionary }: Copy): Generator<Query> {
  for (const { 0: whole, 1: word = '', 2: after = '', index } of passage.text.matchAll(TIMES)) {
    if (COMPARED.test(word) || word.endsWith('er') || !isAdjective(word, dictionary)) continue
    if (/^ (?:as|than)\b/u.test(after)) continue
    const reason = `Unexpected ${quote(whole)}, expected ${quote('more')} or ${quote('as')} before ${quote(word)}`
    yield asked(RULE, passage, index, index + whole.length, reason, LIKELY)
  }
}

function* afterArticle(passage: Passage): Generator<Query> {
  for (const { 0: whole, index } of passage.text.matchAll(BARE_ARTICLE)) {
    if (italicAt(passage, index + whole.length - 1)) continue
    const reason = `Unexpected ${quote(whole)}, expected a word between the two`
    yield asked(RULE, passage, index, index + whole.length, reason, LIKELY)
  }
}
