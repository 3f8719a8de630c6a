// Which English words there are and what they can be in a sentence, read only when a text needs it. The spelling
// dictionary tells by its marks what a word is (`party/GDSM`: a noun, and a verb); the long list has the rarer words.
// To write out all forms takes a second, so a word is led back to its stem: `parties` is `party`, and that has the mark S.
import { longList, readWords } from './long-list.ts'

/**
 * What a word may be, a letter each: `n` noun, `c` one that has a plural, `s` plural, `v` verb, `z` third person, `d` past,
 * `g` in -ing, `a` adjective, `y` adverb.
 */
export type Kinds = string

/** English words, their kinds and the well-known names. */
export interface Dictionary {
  /** Everyday words in lower case, with their inflections. */
  everyday: Pick<ReadonlyMap<string, Kinds>, 'get' | 'has'>
  /** Rarer words. */
  rare: ReadonlySet<string>
  /** Names of people and places as they are written, with the adjectives made of them. */
  names: Pick<ReadonlySet<string>, 'has'> & Iterable<string>
}

interface Affix {
  mark: string
  take: string
  add: string
  when: RegExp
}

/** Prefixes, and suffixes by the last letter of what they make. */
interface Affixes {
  prefixes: readonly Affix[]
  suffixes: ReadonlyMap<string, readonly Affix[]>
}

/** The marks of each stem. */
type Stems = ReadonlyMap<string, string>

const AFFIXES = 'node_modules/dictionary-en-gb/index.aff'
const STEMS = 'node_modules/dictionary-en-gb/index.dic'
const RULE = /^([PS])FX (\S) +(\S+) +(\S+) +(\S+)/gmu
/** The possessive, which makes no word of its own. */
const POSSESSIVE = 'M'
const CAPITAL = /^\p{Lu}/u
const LETTER = /^\p{L}/u
/** What the forms made by a mark are. */
const MADE: Readonly<Record<string, Kinds>> = {
  V: 'a',
  N: 'n',
  X: 's',
  Y: 'y',
  G: 'g',
  J: 's',
  D: 'd',
  T: 'a',
  R: 'na',
  Z: 's',
  P: 'n',
  B: 'a',
  L: 'n'
}
let dictionary: Promise<Dictionary> | undefined

/**
 * The English dictionary, once a process.
 *
 * @throws {Unable} exit 4 when it is not installed
 */
export function englishDictionary(): Promise<Dictionary> {
  dictionary ??= readAll()
  return dictionary
}

async function readAll(): Promise<Dictionary> {
  const [affixText, stemText, rare] = await Promise.all([
    readWords(AFFIXES),
    readWords(STEMS),
    longList()
  ])
  const affixes = affixesOf(affixText)
  const stems = stemsOf(stemText)
  const kinds = (form: string): Kinds | undefined => kindsIn(form, stems, affixes)
  const get = (form: string): Kinds | undefined => (CAPITAL.test(form) ? undefined : kinds(form))
  return {
    everyday: { get, has: (form) => get(form) !== undefined },
    rare,
    names: {
      has: (form) => CAPITAL.test(form) && kinds(form) !== undefined,
      [Symbol.iterator]: () => namesOf(stems, affixes)
    }
  }
}

function stemsOf(text: string): Stems {
  const stems = new Map<string, string>()
  for (const line of text.split('\n')) {
    const entry = line.trim()
    const slash = entry.indexOf('/')
    const stem = slash < 0 ? entry : entry.slice(0, slash)
    if (LETTER.test(stem)) stems.set(stem, slash < 0 ? '' : entry.slice(slash + 1))
  }
  return stems
}

function affixesOf(text: string): Affixes {
  const prefixes: Affix[] = []
  const suffixes = new Map<string, Affix[]>()
  const bare = (d: string): string => (d === '0' ? '' : d)
  for (const [, kind, mark = '', take = '', given = '', when = ''] of text.matchAll(RULE)) {
    if (mark === POSSESSIVE) continue
    const prefix = kind === 'P'
    const add = bare(given)
    const where = new RegExp(prefix ? `^${when}` : `${when}$`, 'u')
    const affix = { mark, take: bare(take), add, when: where }
    if (prefix) prefixes.push(affix)
    else suffixes.set(add.slice(-1), [...(suffixes.get(add.slice(-1)) ?? []), affix])
  }
  return { prefixes, suffixes }
}

/** What a form may be; undefined where no stem makes it. */
function kindsIn(form: string, stems: Stems, { prefixes, suffixes }: Affixes): Kinds | undefined {
  let kinds: Kinds | undefined
  for (const marks of marksOf(form, stems, prefixes)) kinds = (kinds ?? '') + stemKinds(marks)
  for (const { mark, take, add, when } of suffixes.get(form.slice(-1)) ?? []) {
    if (!form.endsWith(add)) continue
    const head = form.slice(0, form.length - add.length) + take
    for (const marks of marksOf(head, stems, prefixes))
      if (marks.includes(mark) && when.test(head)) kinds = (kinds ?? '') + madeKinds(mark, marks)
  }
  return kinds
}

/** The marks of the stems that are this word, or become it with a prefix. */
function marksOf(head: string, stems: Stems, prefixes: readonly Affix[]): string[] {
  const own = stems.get(head)
  const found = own === undefined ? [] : [own]
  for (const { mark, add, when } of prefixes) {
    if (!head.startsWith(add)) continue
    const stem = head.slice(add.length)
    const marks = stems.get(stem)
    if (marks?.includes(mark) === true && when.test(stem)) found.push(marks)
  }
  return found
}

/** Stems with a capital and what suffixes make of them; a prefix would stand before the capital. */
function* namesOf(stems: Stems, { suffixes }: Affixes): Generator<string> {
  const all = [...suffixes.values()].flat()
  for (const [stem, marks] of stems) {
    if (!CAPITAL.test(stem)) continue
    yield stem
    for (const { mark, take, add, when } of marks === POSSESSIVE ? [] : all)
      if (marks.includes(mark) && when.test(stem))
        yield stem.slice(0, stem.length - take.length) + add
  }
}

function madeKinds(mark: string, marks: string): Kinds {
  return mark === 'S' ? sKinds(marks) : (MADE[mark] ?? '')
}

function stemKinds(marks: string): Kinds {
  const verb = /[GD]/u.test(marks)
  const noun = marks.includes('M') || (marks.includes('S') && !verb)
  return `${noun ? 'n' : ''}${/M.*S|S.*M/u.test(marks) ? 'c' : ''}${verb ? 'v' : ''}${/[PYTR]/u.test(marks) ? 'a' : ''}`
}

function sKinds(marks: string): Kinds {
  const verb = /[GD]/u.test(marks)
  return `${marks.includes('M') || !verb ? 's' : ''}${verb ? 'z' : ''}`
}
