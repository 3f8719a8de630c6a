// A sentence in brackets of its own has its stop inside them; brackets within a sentence do not begin with a capital.
//
//     … was so. (See below). … was so (See below).
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

const RULE = 'stops-beside-brackets'
const OUTSIDE = /\p{Ll}{3}[.]”?\s\(\p{Lu}[^()]{3,300}[^().!?]\)\./gu
const CAPITAL =
  /\p{Ll},?\s\((See|Cf|Compare|Quoted|Cited|From|In|For|The|This|As)\s[^()]{3,300}\)\./gu
const LIKELY = 0.5

/** Stops and capitals on the wrong side of brackets. */
export function* stopsBesideBrackets({ passages }: Copy): Generator<Query> {
  for (const passage of passages) {
    for (const { 0: whole, index } of passage.text.matchAll(OUTSIDE)) {
      const end = index + whole.length
      const reason = `Unexpected ${quote(whole.slice(-2))} after ${quote(whole.slice(2, 40))}, expected ${quote('.)')}`
      yield asked(RULE, passage, index + 2, end, reason, LIKELY)
    }
    for (const { 0: whole, 1: word = '', index } of passage.text.matchAll(CAPITAL)) {
      const at = index + whole.indexOf('(')
      const reason = `Unexpected capital in ${quote(`(${word}`)} within a sentence, expected ${quote(`(${word.toLowerCase()}`)}`
      yield asked(RULE, passage, at, at + word.length + 1, reason, LIKELY)
    }
  }
}
