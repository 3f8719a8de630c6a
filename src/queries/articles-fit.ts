// `a` stands before the sound of a consonant and `an` before that of a vowel. Words in h- and u- sound both ways, and old
// books say `an hundred`; letters and figures are left alone.
//
//     a apple, an book
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

const SURE = 0.85
const ARTICLE = /^an?$/iu
/** Sounds like a consonant though it is written with a vowel. */
const LIKE_Y_OR_W = /^(?:eu|ewe|once|one|oui|u|etc)/u
/** `A and B`: a letter, and no article. */
const NO_NOUN =
  /^(?:and|are|any|all|its|into|both|but|can|did|for|from|has|the|that|to|was|were|with)$/u
const VOWEL = /^[aeio]\p{Ll}{2,}/u
const CONSONANT = /^[bcdfgjklmnpqrstvwxz]\p{Ll}{2,}/u

/** Articles that do not fit the word after them. */
export function* articlesFit({ passages }: Copy): Generator<Query> {
  for (const passage of passages)
    for (const [index, { text: article, at, first }] of passage.words.entries()) {
      const next = passage.words[index + 1]
      if (!next || !ARTICLE.test(article) || NO_NOUN.test(next.text)) continue
      if (article === 'A' && !first) continue
      if (passage.text.slice(at + article.length, next.at) !== ' ') continue
      const wanted = article.length === 1 ? `${article}n` : article.slice(0, 1)
      const word = next.text
      const wrong =
        wanted.length === 1 ? CONSONANT.test(word) : VOWEL.test(word) && !LIKE_Y_OR_W.test(word)
      if (!wrong) continue
      const reason = `Unexpected ${quote(`${article} ${word}`)}, expected ${quote(`${wanted} ${word}`)}`
      yield asked('articles-fit', passage, at, next.at + word.length, reason, SURE)
    }
}
