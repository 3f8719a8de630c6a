// Which English words there are and what they can be in a sentence, read only when a text needs it. The spelling
// dictionary tells by its marks what a word is (`party/GDSM`: a noun, and a verb); the long list has the rarer words.
import { readOwn } from '../assets.ts'

/**
 * What a word may be, a letter each: `n` noun, `c` one that has a plural, `s` plural, `v` verb, `z` third person, `d` past, `g` in -ing, `a` adjective,
 * `y` adverb.
 */
export type Kinds = string

/** English words, their kinds and the well-known names. */
export interface Dictionary {
  /** Everyday words in lower case, with their inflections. */
  everyday: ReadonlyMap<string, Kinds>
  /** Rarer words. */
  rare: ReadonlySet<string>
  /** Names of people and places as they are written, with the adjectives made of them. */
  names: ReadonlySet<string>
}

interface Affix {
  prefix: boolean
  take: string
  add: string
  when: RegExp
}

const AFFIXES = 'node_modules/dictionary-en-gb/index.aff'
const STEMS = 'node_modules/dictionary-en-gb/index.dic'
const RARE = 'node_modules/an-array-of-english-words/index.json'
const RULE = /^([PS])FX (\S) +(\S+) +(\S+) +(\S+)/gmu
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
  dictionary ??= Promise.all([AFFIXES, STEMS, RARE].map(read)).then(([affixes, stems, rare]) => {
    const list: unknown = JSON.parse(rare ?? '[]')
    const words = Array.isArray(list) ? list.filter((d) => typeof d === 'string') : []
    return { ...unfold(affixes ?? '', stems ?? ''), rare: new Set(words) }
  })
  return dictionary
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await readOwn(path))
}

function unfold(affixText: string, stemText: string): Omit<Dictionary, 'rare'> {
  const affixes = affixesOf(affixText)
  const everyday = new Map<string, Kinds>()
  const names = new Set<string>()
  const add = (form: string, kinds: Kinds): void => {
    if (/^\p{Lu}/u.test(form)) names.add(form)
    else everyday.set(form, (everyday.get(form) ?? '') + kinds)
  }
  for (const line of stemText.split('\n')) {
    const [stem = '', marks = ''] = line.trim().split('/')
    if (!/^\p{L}/u.test(stem)) continue
    const heads = [stem, ...formsOf(stem, marks, affixes, true).map((d) => d.form)]
    for (const head of heads) {
      add(head, stemKinds(marks))
      for (const { form, mark } of formsOf(head, marks, affixes, false))
        add(form, mark === 'S' ? sKinds(marks) : (MADE[mark] ?? ''))
    }
  }
  return { everyday, names }
}

function affixesOf(text: string): ReadonlyMap<string, readonly Affix[]> {
  const affixes = new Map<string, Affix[]>()
  for (const [, kind, mark = '', take = '', add = '', when = ''] of text.matchAll(RULE)) {
    const prefix = kind === 'P'
    const list = affixes.get(mark) ?? []
    const bare = (d: string): string => (d === '0' ? '' : d)
    const where = new RegExp(prefix ? `^${when}` : `${when}$`, 'u')
    affixes.set(mark, [...list, { prefix, take: bare(take), add: bare(add), when: where }])
  }
  return affixes
}

function formsOf(
  stem: string,
  marks: string,
  affixes: ReadonlyMap<string, readonly Affix[]>,
  prefix: boolean
): { form: string; mark: string }[] {
  return [...marks].flatMap((mark) =>
    (affixes.get(mark) ?? [])
      .filter((d) => d.prefix === prefix && mark !== 'M' && d.when.test(stem))
      .map(({ take, add }) => ({
        mark,
        form: prefix ? add + stem : stem.slice(0, stem.length - take.length) + add
      }))
  )
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
