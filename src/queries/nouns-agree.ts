// A noun is of the number that the word before it tells: `these` and `several` want many, `this` and `each` one. Only nouns
// that are nothing else are asked about, and only where no other noun follows that they may belong to.
//
//     these reason are; each members of
import { asked } from './copy.ts'
import type { Copy, Query, Word } from './copy.ts'
import { kindsOf } from './known-words.ts'
import { manyOf } from './one-or-many.ts'
import { quote } from './quote.ts'

const MANY = /^(?:these|those|several)$/iu
const ONE = /^(?:this|each|every|another)$/iu
/** What may follow a noun and is none. */
const FOLLOWS =
  /^(?:of|in|on|at|to|for|from|with|by|and|or|but|is|are|was|were|has|have|had|will|would|can|could|may|might|that|which|who|when|where|as|than)$/u
/** Singular in form and used for many, or a kind of things. */
const EITHER: ReadonlySet<string> = new Set(
  'people folk fish sheep deer cattle dozen hundred thousand million score kind sort type aircraft offspring youth poultry salmon trout swine horse foot cannon sail craft brick elite clergy nobility gentry infantry cavalry peasantry military majority minority public enemy'.split(
    ' '
  )
)
/** Names of numbers are nouns in dictionaries, and shorter words the names of letters. */
const NOUN = /^(?!(?:three|four|five|seven|eight|nine|eleven|twelve|twenty)$)\p{Ll}{4,}$/u
const LIKELY = 0.7

/** Nouns of the wrong number. */
export function* nounsAgree({ passages, dictionary }: Copy): Generator<Query> {
  for (const passage of passages)
    for (const [i, teller] of passage.words.entries()) {
      const many = MANY.test(teller.text)
      if (!many && !ONE.test(teller.text)) continue
      const [noun, next] = passage.words.slice(i + 1, i + 3)
      if (!noun || !NOUN.test(noun.text) || !joined(passage.text, teller, noun)) continue
      if (next && joined(passage.text, noun, next) && !FOLLOWS.test(next.text)) continue
      const kinds = kindsOf(noun.text, dictionary)
      const one = /^[nc]+$/u.test(kinds) && kinds.includes('c') && !EITHER.has(noun.text)
      if (many ? !one : !manyOf(noun.text, dictionary)) continue
      const reason = `Unexpected ${quote(`${teller.text} ${noun.text}`)}, expected ${many ? 'the plural' : 'the singular'}`
      yield asked('nouns-agree', passage, teller.at, noun.at + noun.text.length, reason, LIKELY)
    }
}

function joined(text: string, a: Word, b: Word): boolean {
  return text.slice(a.at + a.text.length, b.at) === ' '
}
