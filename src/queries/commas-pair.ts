// A comma that parts what belongs together, or the second of a pair whose first is missing. A text that does it often does
// it on purpose, as old books do: then nothing is asked.
//
//     he slowly, said; the last part, of the book is; which seen from here is, blue
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { kindsOf } from './known-words.ts'
import { quote } from './quote.ts'

const RULE = 'commas-pair'
/** A habit is what comes more often than once in so many words. */
const HABIT = 3000

interface Pattern {
  find: RegExp
  expected: string
  weight: number
}

const PATTERNS: readonly Pattern[] = [
  {
    // A pronoun and its adverb, then a comma, then the verb.
    find: /(?<=[”’,.;:]\s|^)(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t) [\p{Ll}-]+ly, (?=(\p{Ll}+))/gu,
    expected: 'no comma before the verb',
    weight: 0.7
  },
  {
    // An ordinal or a last thing with its noun, which is not told from others until `of the` says so.
    find: /\bthe (?:\p{Ll}+ )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|opening|closing) (?:\p{Ll}+ )?(?:chapters?|parts?|volumes?|books?|sections?|pages?|lines?|stages?|phases?|years?|days?|acts?|weeks?|months?|scenes?|verses?|letters?|issues?|numbers?|editions?), of (?:the|my|his|her|its|their|our|this) /gu,
    expected: 'no comma before `of`',
    weight: 0.7
  },
  {
    // The clause is broken into by a participle: a comma after it wants one before.
    find: /, (?:which|who) (?:(?:taken|seen|given|known|shown|driven|written|chosen|drawn|thrown)|(?:viewed|considered|combined|coupled|measured|judged|added|read|put) (?:together|as a whole|alone|by itself|in itself|with|against)) [^,.;:()–—]{3,120},/gu,
    expected: 'a comma after `which` too, or none after the participle',
    weight: 0.75
  }
]

/** Commas that part what belongs together. */
export function* commasPair({ passages, dictionary, size }: Copy): Generator<Query> {
  for (const { find, expected, weight } of PATTERNS) {
    const found: Query[] = []
    for (const passage of passages)
      for (const match of passage.text.matchAll(find)) {
        const [whole, verb] = match
        if (verb !== undefined && !/[vd]/u.test(kindsOf(verb, dictionary))) continue
        const end = match.index + whole.trimEnd().length
        const reason = `Unexpected comma in ${quote(whole)}, expected ${expected}`
        found.push(asked(RULE, passage, match.index, end, reason, weight))
      }
    if (found.length <= 1 + size / HABIT) yield* found
  }
}
