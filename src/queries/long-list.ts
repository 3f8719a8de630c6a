// The long list of English words, rare ones among them, which import and the queries both look into: read once a process,
// when the first English text comes. To make a set of all of it takes longer than to import a short text, so there is a
// set for each first letter, made when a word with that letter is first looked for.
import { readOwn } from '../assets.ts'

const PATH = 'node_modules/an-array-of-english-words/index.json'
const LETTER = /^[a-z]/u
let list: Promise<ReadonlySet<string>> | undefined

/**
 * About 275,000 English words with their inflections, in lower case; always the same set.
 *
 * @throws {Unable} exit 4 when the list is not installed
 */
export function longList(): Promise<ReadonlySet<string>> {
  list ??= readWords(PATH).then(byFirstLetter)
  return list
}

/** The text of a list that a word package brings along, for `splitWords`. */
export async function readWords(path: string): Promise<string> {
  return new TextDecoder().decode(await readOwn(path))
}

/** The words of a list in JSON without a space or an escape, which takes less time to split than to parse. */
export function splitWords(text: string): string[] {
  return text.trim().slice('["'.length, -'"]'.length).split('","')
}

/** The set of a list that is in the order of the alphabet. */
function byFirstLetter(text: string): ReadonlySet<string> {
  const shelves = new Map<string, ReadonlySet<string>>()
  const shelf = (letter: string): ReadonlySet<string> => {
    const set = shelves.get(letter) ?? new Set(wordsIn(letter, text))
    shelves.set(letter, set)
    return set
  }
  let whole: ReadonlySet<string> | undefined
  const all = (): ReadonlySet<string> => {
    whole ??= new Set(splitWords(text))
    return whole
  }
  return {
    size: 1 + count(',', text),
    has: (word) => LETTER.test(word) && shelf(word.slice(0, 1)).has(word),
    forEach: (visit, self) => all().forEach(visit, self),
    entries: () => all().entries(),
    keys: () => all().keys(),
    values: () => all().values(),
    [Symbol.iterator]: () => all()[Symbol.iterator]()
  }
}

function wordsIn(letter: string, text: string): string[] {
  const from = text.indexOf(`"${letter}`)
  const last = text.lastIndexOf(`"${letter}`)
  return from < 0 ? [] : text.slice(from + 1, text.indexOf('"', last + 1)).split('","')
}

function count(sign: string, text: string): number {
  let times = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) times += 1
  return times
}
