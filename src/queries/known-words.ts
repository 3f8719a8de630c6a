// Whether a word is English, and what it may be in a sentence. No list has every word: what is made of known parts by the
// rules of the language (`reindustrialisation`, `working-class`, `seest`) is known too.
import type { Dictionary, Kinds } from './dictionary.ts'

const PREFIXES =
  'agro anti auto be bi bio co counter cyber de dis eco electro extra fore geo hydro in inter intra macro mega meta micro mid mini mis mono multi neo non out over para photo petro poly post pre pro proto pseudo psycho quasi re self semi socio step sub super supra techno tele thermo trans ultra un under uni up'.split(
    ' '
  )
/** Endings, and what stood in their place before. */
const ENDINGS: readonly (readonly [ending: string, ...before: string[]])[] = [
  ['s', ''],
  ['es', '', 'e'],
  ['ies', 'y'],
  ['ed', '', 'e'],
  ['d', ''],
  ['ied', 'y'],
  ['ing', '', 'e'],
  ['ings', '', 'e'],
  ['er', '', 'e'],
  ['ers', '', 'e'],
  ['or', '', 'e'],
  ['ly', ''],
  ['ally', '', 'al'],
  ['ness', ''],
  ['nesses', ''],
  ['iness', 'y'],
  ['less', ''],
  ['like', ''],
  ['wise', ''],
  ['ward', ''],
  ['wards', ''],
  ['ship', ''],
  ['hood', ''],
  ['dom', ''],
  ['ful', ''],
  ['ish', '', 'e'],
  ['ism', '', 'e', 'y'],
  ['isms', '', 'e'],
  ['ist', '', 'e', 'y'],
  ['ists', '', 'e', 'y'],
  ['istic', '', 'e'],
  ['ic', '', 'e', 'y'],
  ['ity', '', 'e'],
  ['ian', '', 'y'],
  ['able', '', 'e'],
  ['ise', '', 'e', 'y'],
  ['ised', '', 'e', 'y'],
  ['ising', '', 'e', 'y'],
  ['isation', '', 'e', 'y'],
  ['ize', '', 'e', 'y'],
  ['ized', '', 'e', 'y'],
  ['izing', '', 'e', 'y'],
  ['ization', '', 'e', 'y'],
  ['eth', '', 'e'],
  ['th', ''],
  ['est', '', 'e'],
  ['st', ''],
  ['ily', 'y'],
  ['y', '', 'e']
]
const PLAINEST = new Set(['s', 'es', 'ed', 'd', 'ing', 'ly'])
const SHORTEST = 3
const SHORTEST_HALF = 4

/** Whether a word in lower case is in a list. */
export function listed(word: string, { everyday, rare }: Dictionary): boolean {
  return everyday.has(word) || rare.has(word)
}

/** Whether a word without hyphens is English, listed or made of what is. */
export function isKnown(written: string, dictionary: Dictionary): boolean {
  const word = written.toLowerCase()
  if (listed(word, dictionary) || isName(written, dictionary)) return true
  if (made(word, dictionary)) return true
  return PREFIXES.some(
    (d) =>
      word.startsWith(d) &&
      word.length - d.length > SHORTEST &&
      (listed(word.slice(d.length), dictionary) || made(word.slice(d.length), dictionary))
  )
}

/** Whether a word is a name that the dictionary knows. */
export function isName(word: string, { names }: Dictionary): boolean {
  return names.has(word) || names.has(word.slice(0, 1).toUpperCase() + word.slice(1))
}

/** A known word with an ending, or two known words in one. */
function made(word: string, dictionary: Dictionary): boolean {
  const { everyday } = dictionary
  for (const [ending, ...befores] of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, word.length - ending.length)
    if (stem.length < SHORTEST) continue
    const undoubled = stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : []
    if ([...befores.map((d) => stem + d), ...undoubled].some((d) => known(d, ending, dictionary)))
      return true
    if (isName(stem, dictionary)) return true
  }
  for (let i = SHORTEST_HALF; i <= word.length - SHORTEST_HALF; i += 1)
    if (everyday.has(word.slice(0, i)) && everyday.has(word.slice(i))) return true
  return false
}

/** Everyday words take every ending, rarer ones the plainest. */
function known(stem: string, ending: string, { everyday, rare }: Dictionary): boolean {
  return everyday.has(stem) || (PLAINEST.has(ending) && rare.has(stem))
}

/** What a word may be, from the everyday list; nothing where it is not there. */
export function kindsOf(word: string, { everyday }: Dictionary): Kinds {
  return everyday.get(word.toLowerCase()) ?? ''
}

/** Endings that make adjectives; some of these words are nouns too. */
const ADJECTIVAL = /(?:ary|ful|ous|ive|able|ible|less|ish|ical)$/u

/** Whether a word is an adjective before it is anything else. */
export function isAdjective(word: string, dictionary: Dictionary): boolean {
  const kinds = kindsOf(word, dictionary)
  return ADJECTIVAL.test(word) || (kinds.includes('a') && !/[nsvd]/u.test(kinds))
}
