// Which words are one and which are many: nouns that are plural and nothing else, verbs in the third person singular, and
// the other form of each.
import type { Dictionary } from './dictionary.ts'
import { isAdjective, kindsOf } from './known-words.ts'

/** Verbs of the singular that are nothing else. */
export const SINGULAR = /^(?:is|was|has|does)$/u
/** Prepositions that tie one noun to another. */
export const LINK = /^(?:of|for|in|on|from|about|within|among|between)$/u
const INSIDE: ReadonlySet<string> = new Set(
  'the a an its his her their our this that these those all and new own other'.split(' ')
)
/** Plurals in form that many take as one. */
const EITHER: ReadonlySet<string> = new Set(
  'politics mathematics economics physics ethics news means series works headquarters barracks species people police states nations customs thanks wages odds alms riches pains tidings gallows contents innings hundreds thousands millions years months weeks days hours minutes miles pounds dollars francs feet times others'.split(
    ' '
  )
)
/** Words in -ics for a field of study are one; these, with an article, are its figures or doings. */
const MANY_THINGS: ReadonlySet<string> = new Set(
  'statistics tactics acoustics heroics theatrics metrics graphics logistics dynamics'.split(' ')
)
/** Frequent verbs whose form in -s is no noun, though the dictionary does not say so. */
const VERBS: ReadonlySet<string> = new Set(
  'begins becomes comes gives goes leads makes takes brings means remains seems shows stands exists requires demands'.split(
    ' '
  )
)
const OTHER = new Map(
  Object.entries({ is: 'are', was: 'were', has: 'have', does: 'do', goes: 'go' })
)

/** A word that may stand within a noun with its additions. */
export function nominal(word: string, dictionary: Dictionary): boolean {
  if (LINK.test(word) || INSIDE.has(word)) return true
  const kinds = kindsOf(word, dictionary)
  return (
    /^\p{Lu}/u.test(word) ||
    (/[nsa]/u.test(kinds) && !/[vzd]/u.test(kinds)) ||
    isAdjective(word, dictionary)
  )
}

/** Whether a word is a plural and nothing else, or one in -ics that is many things where an article stands before it. */
export function manyOf(word: string, dictionary: Dictionary): boolean {
  if (EITHER.has(word)) return false
  const kinds = kindsOf(word, dictionary)
  return (kinds.includes('s') && !/[nvaz]/u.test(kinds)) || MANY_THINGS.has(word)
}

/** Whether a verb is in the third person singular. */
export function thirdPerson(word: string, dictionary: Dictionary): boolean {
  if (SINGULAR.test(word)) return true
  if (!/[a-z]s$/u.test(word)) return false
  const kinds = kindsOf(word, dictionary)
  return VERBS.has(word) || (kinds.includes('z') && !kinds.includes('s'))
}

/** The form of a verb that goes with a plural. */
export function pluralOf(verb: string): string {
  return OTHER.get(verb) ?? verb.replace(/s$/u, '')
}
