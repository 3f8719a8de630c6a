// Edits made by chance in a manuscript as it is, in its very letters: out come the new text and, for each edit, the words that
// went and the stretch of the new text that came.
import type { Edit } from '../../src/changes.ts'
import type { TextWord } from '../../src/manuscript/words.ts'
import { anyWord, sentence } from './draft-text.ts'
import type { Chance } from './draft-text.ts'

/** What must be found. */
export interface KnownSplice {
  kind: Edit['kind']
  old: readonly TextWord[]
  /** Code units of the new text; empty where nothing came. */
  new: readonly [number, number]
}

/** Letters that go, and what comes in their place; the last of these may be a space or an empty line. */
interface Splice {
  from: number
  to: number
  put: string
  /** Which edit it belongs to. */
  edit: number
  /** The words that come stand here. */
  shows: boolean
}

interface Planned {
  kind: Edit['kind']
  old: readonly TextWord[]
  splices: readonly Omit<Splice, 'edit'>[]
}

/** Paragraphs whose words are written as they are printed. */
function plainBlocks(words: readonly TextWord[]): TextWord[][] {
  const blocks = new Map<string, TextWord[]>()
  for (const word of words) {
    if (word.flow === 'front') continue
    const key = `${typeof word.flow === 'string' ? '' : word.flow.note} ${word.block}`
    const known = blocks.get(key)
    if (known) known.push(word)
    else blocks.set(key, [word])
  }
  return [...blocks.values()]
}

/** Edit a text in some places; no block is edited twice, nor one beside it. */
export function spliceEdits(
  text: string,
  words: readonly TextWord[],
  chance: Chance,
  count: number
): { text: string; known: KnownSplice[] } {
  const blocks = plainBlocks(words)
  const taken = new Set<number>()
  const claim = (fits: (block: TextWord[], index: number) => boolean): number => {
    const near = (index: number) => [index - 1, index, index + 1]
    const places = blocks.flatMap((d, index) =>
      near(index).every((at) => !taken.has(at)) && fits(d, index) ? [index] : []
    )
    const index = places.length === 0 ? -1 : chance.pick(places)
    for (const at of near(index)) taken.add(at)
    return index
  }
  const planned: Planned[] = []
  for (let at = 0; at < count; at += 1)
    planned.push(...[chance.pick(WAYS)({ text, blocks, chance, claim })].flatMap((d) => d ?? []))
  return apply(text, planned)
}

function apply(text: string, planned: readonly Planned[]): { text: string; known: KnownSplice[] } {
  const splices = planned
    .flatMap((d, edit) => d.splices.map((splice) => ({ ...splice, edit })))
    .toSorted((a, b) => a.from - b.from)
  const came = new Map<number, readonly [number, number]>()
  let [made, at] = ['', 0]
  for (const { from, to, put, edit, shows } of splices) {
    made += text.slice(at, from)
    if (shows) came.set(edit, [made.length, made.length + put.length])
    made += put
    at = to
  }
  const known = planned.map((d, edit) => ({
    kind: d.kind,
    old: d.old,
    new: came.get(edit) ?? ([0, 0] as const)
  }))
  return { text: made + text.slice(at), known }
}

interface Bench {
  text: string
  blocks: readonly TextWord[][]
  chance: Chance
  claim: (fits: (block: TextWord[], index: number) => boolean) => number
}

type Way = (bench: Bench) => Planned | undefined

const isPlain = (d: TextWord) =>
  d.call === undefined && d.style === '' && d.to - d.from === d.text.length
const isParagraph = (block: readonly TextWord[]) => block.length > 14 && block[0]?.kind === 'p'
const isText = (block: readonly TextWord[]) => isParagraph(block) && block[0]?.flow === 'text'

/** A word between two others that are as plain. */
function pickWord({
  blocks,
  chance,
  claim
}: Bench): { word: TextWord; next: TextWord } | undefined {
  const block = blocks[claim((d) => isParagraph(d))] ?? []
  const places = block.flatMap((_, at) => {
    const around = block.slice(Math.max(0, at - 1), at + 2)
    return at > 0 && around.length === 3 && around.every(isPlain) ? [at] : []
  })
  const at = places.length === 0 ? -1 : chance.pick(places)
  const [word, next] = block.slice(Math.max(0, at), at + 2)
  return word && next ? { word, next } : undefined
}

/** Sentences of plain words, with a sentence behind them. */
function sentencesIn(block: readonly TextWord[]): TextWord[][] {
  const found: TextWord[][] = []
  let from = 0
  for (const [at, { text, call }] of block.entries()) {
    if (!/[.?!]["”’)]*$/u.test(text) || call !== undefined || block[at + 1]?.call !== undefined)
      continue
    found.push(block.slice(from, at + 1))
    from = at + 1
  }
  return from < block.length ? found : found.slice(0, -1)
}

const whole = (d: readonly TextWord[]): [number, number] => [d[0]?.from ?? 0, d.at(-1)?.to ?? 0]

const replaceBy =
  (by: (text: string, chance: Chance) => string): Way =>
  (bench) => {
    const found = pickWord(bench)
    const put = found && by(found.word.text, bench.chance)
    if (!found || put === undefined || put === found.word.text) return undefined
    const { word } = found
    return {
      kind: 'replaced',
      old: [word],
      splices: [{ from: word.from, to: word.to, put, shows: true }]
    }
  }

const insertWord: Way = (bench) => {
  const found = pickWord(bench)
  const put = `${anyWord(bench.chance)} `
  const from = found?.word.from ?? 0
  return found && { kind: 'added', old: [], splices: [{ from, to: from, put, shows: true }] }
}

const deleteWord: Way = (bench) => {
  const found = pickWord(bench)
  if (!found) return undefined
  const { word, next } = found
  return {
    kind: 'deleted',
    old: [word],
    splices: [{ from: word.from, to: next.from, put: '', shows: false }]
  }
}

const insertSentence: Way = ({ blocks, chance, claim }) => {
  const block = blocks[claim((d) => isText(d) && sentencesIn(d).length > 0)]
  if (!block) return undefined
  const [from] = whole(chance.pick(sentencesIn(block)))
  const put = `${sentence(chance)
    .map((d) => d.text)
    .join(' ')} `
  return { kind: 'added', old: [], splices: [{ from, to: from, put, shows: true }] }
}

/** A sentence of plain words, and where the next begins. */
function pickSentence({
  blocks,
  chance,
  claim
}: Bench): { words: TextWord[]; to: number } | undefined {
  const fits = (d: TextWord[]) =>
    isText(d) && sentencesIn(d).some((words) => words.length > 6 && words.every(isPlain))
  const block = blocks[claim(fits)] ?? []
  const some = sentencesIn(block).filter((d) => d.length > 6 && d.every(isPlain))
  if (some.length === 0) return undefined
  const words = chance.pick(some)
  const last = words.at(-1)
  const next = last && block[block.indexOf(last) + 1]
  return next && { words, to: next.from }
}

const deleteSentence: Way = (bench) => {
  const found = pickSentence(bench)
  if (!found) return undefined
  const [from] = whole(found.words)
  return {
    kind: 'deleted',
    old: found.words,
    splices: [{ from, to: found.to, put: '', shows: false }]
  }
}

const moveSentence: Way = (bench) => {
  const found = pickSentence(bench)
  const target = bench.blocks[bench.claim((d) => isText(d) && sentencesIn(d).length > 0)]
  if (!found || !target) return undefined
  const [from] = whole(found.words)
  const [at] = whole(bench.chance.pick(sentencesIn(target)))
  const gone = { from, to: found.to, put: '', shows: false }
  const come = { from: at, to: at, put: bench.text.slice(from, found.to), shows: true }
  return { kind: 'moved', old: found.words, splices: [gone, come] }
}

/** Over three paragraphs and more, which together are longer. */
const moveParagraph: Way = ({ text, blocks, claim }) => {
  const index = claim(isText)
  const block = blocks[index]
  if (!block) return undefined
  const passed = (to: number) =>
    (to > index ? blocks.slice(index + 1, to) : blocks.slice(to, index)).flat()
  const to = claim(
    (d, at) => isText(d) && Math.abs(at - index) > 3 && passed(at).length > block.length + 10
  )
  const target = blocks[to]
  const next = blocks[index + 1]
  if (!target || next?.[0]?.flow !== 'text') return undefined
  const [from, end] = whole(block)
  const after = text.indexOf('\n\n', end) + 2
  const [at] = whole(target)
  const gone = { from, to: after, put: '', shows: false }
  const come = { from: at, to: at, put: text.slice(from, after), shows: true }
  return { kind: 'moved', old: block, splices: [gone, come] }
}

const upperCase = replaceBy((d) => d.toUpperCase())
const otherWord = replaceBy((_, chance) => anyWord(chance))

const WAYS: readonly Way[] = [
  otherWord,
  otherWord,
  upperCase,
  insertWord,
  deleteWord,
  insertSentence,
  deleteSentence,
  moveSentence,
  moveParagraph
]
