// What a careful editor would ask about a manuscript, and never change without its author: the text and its tree in, the
// questions out. Each is a file of queries/; there are at most two asked for a thousand words, the surest first.
import type { Root } from 'mdast'
import { accentsKept } from './queries/accents-kept.ts'
import { articlesFit } from './queries/articles-fit.ts'
import { bracketsPair } from './queries/brackets-pair.ts'
import { callsAfterTheStop } from './queries/calls-after-the-stop.ts'
import { capitalsAgree } from './queries/capitals-agree.ts'
import { commasPair } from './queries/commas-pair.ts'
import { copyOf } from './queries/copy.ts'
import type { Copy, Query } from './queries/copy.ts'
import { englishDictionary } from './queries/dictionary.ts'
import { ibidHasItsNote } from './queries/ibid-has-its-note.ts'
import { namesAgree } from './queries/names-agree.ts'
import { noWordMissing } from './queries/no-word-missing.ts'
import { nounsAgree } from './queries/nouns-agree.ts'
import { numbersAgree } from './queries/numbers-agree.ts'
import { onePageOneWording } from './queries/one-page-one-wording.ts'
import { possessivesAgree } from './queries/possessives-agree.ts'
import { prepositionsFit } from './queries/prepositions-fit.ts'
import { shortTitlesClear } from './queries/short-titles-clear.ts'
import { spellingsAgree } from './queries/spellings-agree.ts'
import { dismissed } from './queries/stet.ts'
import { stopsBesideBrackets } from './queries/stops-beside-brackets.ts'
import { subjectAndVerbAgree } from './queries/subject-and-verb-agree.ts'
import { titlesAgree } from './queries/titles-agree.ts'
import { wordsKnown } from './queries/words-known.ts'
import { wordsNotConfused } from './queries/words-not-confused.ts'
import { wordsNotDoubled } from './queries/words-not-doubled.ts'

export type { Query } from './queries/copy.ts'

/** Questions about any language. */
const ALL: readonly ((copy: Copy) => Iterable<Query>)[] = [
  bracketsPair,
  wordsNotDoubled,
  ibidHasItsNote,
  onePageOneWording,
  shortTitlesClear,
  titlesAgree,
  callsAfterTheStop,
  stopsBesideBrackets
]

/** Questions that rest on English words. */
const ENGLISH: readonly ((copy: Copy) => Iterable<Query>)[] = [
  wordsKnown,
  wordsNotConfused,
  prepositionsFit,
  articlesFit,
  noWordMissing,
  namesAgree,
  accentsKept,
  subjectAndVerbAgree,
  nounsAgree,
  possessivesAgree,
  commasPair,
  spellingsAgree,
  capitalsAgree,
  numbersAgree
]

/** One query in so many words. */
const WORDS_A_QUERY = 500
/** A short text may have so many all the same. */
const LEAST = 3
/** So many queries of one rule are kept. */
const MOST = 500
/** What is less sure than this is left even where there is room. */
const SURE = 0.4

/**
 * Ask what an editor would.
 *
 * @param text the manuscript
 * @param tree what `parseMarkdown` makes of it
 * @param language its tag
 * @param already how many other queries there are, which leave room for so many fewer
 * @returns `asked`, the surest, and `left`, those that were weaker; both in the order of the text, without those that a
 * `stet` in the manuscript dismisses
 */
export async function askEditor(
  text: string,
  tree: Root,
  language: string,
  already = 0
): Promise<{ asked: readonly Query[]; left: readonly Query[] }> {
  const english = /^en\b/iu.test(language)
  const dictionary = english
    ? await englishDictionary()
    : { everyday: new Map<string, string>(), rare: new Set<string>(), names: new Set<string>() }
  const copy = copyOf(text, tree, language, dictionary)
  const questions = english ? [...ALL, ...ENGLISH] : ALL
  const found = onePerPlace(questions.flatMap((ask) => firstOf(ask(copy))))
  const most = Math.max(0, Math.max(LEAST, Math.floor(copy.size / WORDS_A_QUERY)) - already)
  // A dismissed query keeps its place among the asked, so that dismissing one does not bring up the next.
  const stands = dismissed(text, tree)
  const inOrder = (queries: readonly Query[]): Query[] =>
    queries.filter((d) => !stands(d)).toSorted((a, b) => a.from - b.from || a.to - b.to)
  const sure = found.slice(0, most).filter((d) => d.weight >= SURE)
  return { asked: inOrder(sure), left: inOrder(found.slice(sure.length)) }
}

/** Of a broken text not all that one question finds is worth the time. */
function firstOf(queries: Iterable<Query>): Query[] {
  const first: Query[] = []
  for (const query of queries) if (first.push(query) === MOST) break
  return first
}

/** The surest first; of two that lie one on the other only the surer. */
function onePerPlace(queries: readonly Query[]): Query[] {
  const inOrder = queries.toSorted((a, b) => a.from - b.from || b.weight - a.weight)
  const apart: Query[] = []
  for (const query of inOrder) {
    const last = apart.at(-1)
    if (!last || last.to <= query.from) apart.push(query)
    else if (query.weight > last.weight) apart[apart.length - 1] = query
  }
  return apart.toSorted((a, b) => b.weight - a.weight || a.from - b.from)
}
