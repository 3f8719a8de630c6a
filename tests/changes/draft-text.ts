// Texts made by chance, as blocks of words that can be edited and written as Markdown, in any order of labels.

/** A word, or a note call; the same object before and after an edit is the same word. */
export interface Word {
  text: string
  em?: boolean
  /** The note that is called here. */
  call?: Note
}

/** A note. */
export interface Note {
  words: Word[]
}

/** A paragraph or heading. */
export interface Block {
  kind: 'p' | 'h2' | 'h3' | 'quote'
  words: Word[]
}

/** A text. */
export interface Text {
  front: { title: Word[]; subtitle: Word[]; trim: string }
  blocks: Block[]
}

/** Numbers by chance, the same for the same seed. */
export interface Chance {
  /** A whole number from 0, below a limit. */
  below: (limit: number) => number
  pick: <T>(items: readonly T[]) => T
}

const COMMON = 'the of and to in a is that it was for on as with by not this which from but'.split(
  ' '
)
const SYLLABLES = 'ba ren do ki lu mar no pel ra sil ta ver wo zan chi gre'.split(' ')
const SHORT = ['So it was.', 'Not at all.', 'It is not so.']
const REPEATED = ['Ibid.', 'Ibid, p4.']

/** Numbers from a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed + 0x6d2b79f5
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let d = Math.imul(state ^ (state >>> 15), 1 | state)
    d = (d + Math.imul(d ^ (d >>> 7), 61 | d)) ^ d
    return ((d ^ (d >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => {
    const found = items[below(items.length)]
    if (found === undefined) throw new Error('Nothing to pick from')
    return found
  }
  return { below, pick }
}

/** A word that is rarely another's. */
export function anyWord(chance: Chance): string {
  const count = 2 + chance.below(3)
  return Array.from({ length: count }, () => chance.pick(SYLLABLES)).join('')
}

function wordOr(chance: Chance): Word {
  const roll = chance.below(20)
  if (roll < 9) return { text: chance.pick(COMMON) }
  if (roll === 19) return { text: '–' }
  return { text: anyWord(chance), ...(roll === 18 && { em: true }) }
}

/** A sentence of seven words and more. */
export function sentence(chance: Chance): Word[] {
  const words = Array.from({ length: 7 + chance.below(14) }, () => wordOr(chance))
  const [first, last] = [words[0], words.at(-1)]
  if (first) first.text = `${anyWord(chance)[0]?.toUpperCase() ?? ''}${anyWord(chance)}`
  if (last) Object.assign(last, { text: `${anyWord(chance)}.`, em: false })
  return words
}

/** A paragraph of two sentences and more. */
export function paragraph(chance: Chance): Block {
  const words: Word[] = []
  const count = 2 + chance.below(5)
  for (let at = 0; at < count; at += 1) {
    if (chance.below(9) === 0)
      words.push(
        ...chance
          .pick(SHORT)
          .split(' ')
          .map((text) => ({ text }))
      )
    words.push(...sentence(chance))
    if (chance.below(4) === 0) words.push({ text: '', call: note(chance) })
  }
  return { kind: 'p', words }
}

/** A note; some have the words of others. */
export function note(chance: Chance): Note {
  if (chance.below(4) === 0)
    return {
      words: chance
        .pick(REPEATED)
        .split(' ')
        .map((text) => ({ text }))
    }
  return { words: sentence(chance) }
}

/** A heading of three words. */
export function heading(chance: Chance): Block {
  const words = Array.from({ length: 3 }, () => ({ text: anyWord(chance) }))
  return { kind: chance.pick(['h2', 'h2', 'h3']), words }
}

/** A text of some sections. */
export function anyText(chance: Chance): Text {
  const blocks: Block[] = []
  const sections = 2 + chance.below(4)
  for (let at = 0; at < sections; at += 1) {
    blocks.push(at === 0 ? { ...heading(chance), kind: 'h2' } : heading(chance))
    const count = 3 + chance.below(6)
    for (let index = 0; index < count; index += 1) blocks.push(paragraph(chance))
  }
  const words = (count: number) => Array.from({ length: count }, () => ({ text: anyWord(chance) }))
  return { front: { title: words(4), subtitle: words(5), trim: 'a5' }, blocks }
}

/** The notes in the order of their calls. */
export function notesOf(of: Text): Note[] {
  const notes = of.blocks.flatMap((d) => d.words.flatMap((word) => word.call ?? []))
  return [...new Set(notes)]
}

/** Markdown; labels begin at `first`, and the notes stand in order or the last first. */
export function toMarkdown(of: Text, first: number, reversed: boolean): string {
  const notes = notesOf(of)
  const label = (d: Note) => String(notes.indexOf(d) + first)
  const rows = of.blocks.map((d) => `${MARKS[d.kind]}${spell(d.words, label)}`)
  const definitions = notes.map((d) => `[^${label(d)}]: ${spell(d.words, label)}`)
  const { title, subtitle, trim } = of.front
  const say = (words: readonly Word[]) => words.map((d) => d.text).join(' ')
  const front = `---\ntitle: ${say(title)}\nsubtitle: ${say(subtitle)}\ntrim: ${trim}\n---`
  return [front, ...rows, ...(reversed ? definitions.toReversed() : definitions), ''].join('\n\n')
}

const MARKS: Readonly<Record<Block['kind'], string>> = { p: '', h2: '## ', h3: '### ', quote: '> ' }

function spell(words: readonly Word[], label: (note: Note) => string): string {
  return words.reduce((line, d) => {
    if (d.call) return `${line}[^${label(d.call)}]`
    return `${line}${line === '' ? '' : ' '}${d.em ? `*${d.text}*` : d.text}`
  }, '')
}

/** All words in the order of the manuscript's flows. */
export function wordsOfText(of: Text): Word[] {
  return [
    ...of.front.title,
    ...of.front.subtitle,
    ...of.blocks.flatMap((d) => d.words),
    ...notesOf(of).flatMap((d) => d.words)
  ]
}
