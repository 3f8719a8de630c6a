// How often the judge of broken words is silently wrong, and how often it asks: each text of a folder is broken at
// syllables and at the hyphens of its compounds, seven to three, and judged with its other words as evidence. Names are not
// broken at syllables. Same folder, same breaks.
//
//     node scripts/press.mjs --run bench/hyphens.ts FOLDER [--list]
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import american from 'hyphen/en-us/index.js'
import british from 'hyphen/en-gb/index.js'
import { judgeBreak } from '../src/import/broken-words.ts'
import { englishWords } from '../src/import/english-words.ts'
import { sortOut } from '../src/import/word-evidence.ts'

const WORDS = /\p{L}[\p{L}\p{M}]*(?:[-‐'’]\p{L}[\p{L}\p{M}]*)*/gu
const LONG_ENOUGH = /^\p{Ll}{5,}$/u
const SYLLABLES = 44
const COMPOUNDS = 19
const SOFT = '\u00AD'

type Form = 'join' | 'keep'
interface Cut {
  left: string
  right: string
  form: Form
}
interface Score {
  breaks: number
  wrong: number
  asked: number
}

const patterns = [british, american]
const folder = process.argv[2] ?? '.'
const listed = process.argv.includes('--list')
const lexicon = await englishWords()
const scores: Record<Form, Score> = {
  join: { breaks: 0, wrong: 0, asked: 0 },
  keep: { breaks: 0, wrong: 0, asked: 0 }
}
const begun = performance.now()
const files = readdirSync(folder).filter((d) => /\.(?:txt|md)$/u.test(d))
for (const [i, name] of files.toSorted().entries()) measure(join(folder, name), i + 1)
const spent = performance.now() - begun
say(`${files.length} texts in ${Math.round(spent)} ms`)
report('syllables', scores.join)
report('compounds', scores.keep)
const { join: syllables, keep: compounds } = scores
report('all', {
  breaks: syllables.breaks + compounds.breaks,
  wrong: syllables.wrong + compounds.wrong,
  asked: syllables.asked + compounds.asked
})

function measure(path: string, seed: number): void {
  const words = [...readFileSync(path, 'utf8').matchAll(WORDS)].map((d) => d[0])
  const random = randomFrom(seed)
  const hyphenated = [...words.keys()].filter((i) => /[-‐]/u.test(words[i] ?? ''))
  const plain = [...words.keys()].filter((i) => LONG_ENOUGH.test(words[i] ?? ''))
  const cuts = new Map<number, Cut>()
  for (const i of drawn(hyphenated, COMPOUNDS, random))
    set(cuts, i, cutCompound(words[i] ?? '', random))
  for (const i of drawn(plain, SYLLABLES * 3, random))
    if (cuts.size < SYLLABLES + COMPOUNDS) set(cuts, i, cutSyllable(words[i] ?? '', random))
  const counts = new Map<string, number>()
  for (const [i, word] of words.entries()) {
    const key = word.toLowerCase().replaceAll('’', "'")
    if (!cuts.has(i)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const evidence = sortOut(counts)
  for (const cut of cuts.values()) {
    const verdict = judgeBreak(cut.left, cut.right, evidence, lexicon)
    const score = scores[cut.form]
    score.breaks += 1
    if (!verdict.sure) score.asked += 1
    else if (verdict.form !== cut.form) {
      score.wrong += 1
      if (listed) say(`${path}: ${cut.left}-|${cut.right} ${cut.form}: ${verdict.why}`)
    }
  }
}

function set(cuts: Map<number, Cut>, at: number, cut: Cut | undefined): void {
  if (cut !== undefined) cuts.set(at, cut)
}

function cutCompound(word: string, random: () => number): Cut | undefined {
  const at = pick(
    [...word.matchAll(/[-‐]/gu)].map((d) => d.index),
    random
  )
  if (at === undefined) return undefined
  return { left: word.slice(0, at), right: word.slice(at + 1), form: 'keep' }
}

function cutSyllable(word: string, random: () => number): Cut | undefined {
  const broken = pick(patterns, random)?.hyphenateSync(word, { minWordLength: 5 }) ?? word
  const pieces = broken.split(SOFT)
  const ends = pieces.map((_, i) => pieces.slice(0, i + 1).join('').length)
  const at = pick(
    ends.filter((d) => d > 1 && word.length - d > 1),
    random
  )
  if (at === undefined) return undefined
  return { left: word.slice(0, at), right: word.slice(at), form: 'join' }
}

function drawn(items: readonly number[], most: number, random: () => number): number[] {
  const order = items.map((item) => ({ item, at: random() }))
  return order
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map((d) => d.item)
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)]
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function report(name: string, { breaks, wrong, asked }: Score): void {
  const of = (count: number): string => `${((100 * count) / Math.max(1, breaks)).toFixed(2)} %`
  say(`${name.padEnd(9)} ${breaks} breaks, silently wrong ${of(wrong)}, asked ${of(asked)}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
