// The list of English words that judges broken words, read only when a text needs it.
import { readOwn } from '../assets.ts'

const LIST = 'node_modules/an-array-of-english-words/index.json'
let words: Promise<ReadonlySet<string>> | undefined

/**
 * About 275,000 English words with their inflections, in lower case.
 *
 * @throws {Unable} exit 4 when the list is not installed
 */
export function englishWords(): Promise<ReadonlySet<string>> {
  words ??= readOwn(LIST).then(parse)
  return words
}

function parse(bytes: Uint8Array): ReadonlySet<string> {
  const list: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return new Set(Array.isArray(list) ? list.filter((d) => typeof d === 'string') : [])
}
