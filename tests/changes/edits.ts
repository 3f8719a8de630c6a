// Edits made by chance, each with what must be found of it: the words it took out and put in, as the very objects.
import { anyWord, heading, note, notesOf, paragraph, sentence } from './draft-text.ts'
import type { Block, Chance, Note, Text, Word } from './draft-text.ts'
import type { Edit } from '../../src/changes.ts'

/** What must be found. */
export interface Known {
  kind: Edit['kind']
  old: readonly Word[]
  new: readonly Word[]
}

/** A text that is being edited; what was edited is not edited twice. */
export interface Desk {
  text: Text
  chance: Chance
  taken: Set<unknown>
  moved: boolean
}

/** Makes an edit; undefined where this text offers no place for it. */
type Make = (desk: Desk) => readonly Known[] | undefined

/** A block that no edit has touched, with `around` more on both sides; it is taken. */
function claim(
  { text, chance, taken }: Desk,
  fits: (block: Block, index: number) => boolean,
  around = 0
): number | undefined {
  const near = (index: number) => text.blocks.slice(Math.max(0, index - around), index + around + 1)
  const places = text.blocks.flatMap((d, index) =>
    fits(d, index) && near(index).every((block) => !taken.has(block)) ? [index] : []
  )
  if (places.length === 0) return undefined
  const index = chance.pick(places)
  for (const d of near(index)) taken.add(d)
  return index
}

const isText = (d: Block) => d.kind === 'p' && d.words.length > 12

/** A place among the words that is no call nor next to one. */
function wordIn(
  words: readonly Word[],
  chance: Chance,
  from = 0,
  to = words.length
): number | undefined {
  const places = words.flatMap((d, at) =>
    at >= from && at < to && !d.call && !words[at + 1]?.call && !d.em ? [at] : []
  )
  return places.length === 0 ? undefined : chance.pick(places)
}

/** Sentences as places, with the calls behind them. */
function sentencesIn(words: readonly Word[]): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  for (const [at, d] of words.entries()) {
    const ends = d.text.endsWith('.') || d.call !== undefined
    if (!ends || words[at + 1]?.call) continue
    found.push([from, at + 1])
    from = at + 1
  }
  return found
}

function change(words: Word[], at: number, count: number, put: Word[]): Known {
  const gone = words.splice(at, count, ...put)
  return {
    kind: gone.length === 0 ? 'added' : put.length === 0 ? 'deleted' : 'replaced',
    old: gone,
    new: put
  }
}

/** An edit of one place among words. */
type Small = (words: Word[], chance: Chance, from: number, to: number) => Known | undefined

const small: readonly Small[] = [
  function word(words, chance, from, to) {
    const at = wordIn(words, chance, from, to)
    return at === undefined ? undefined : change(words, at, 1, [{ text: anyWord(chance) }])
  },
  function letterCase(words, chance, from, to) {
    const at = wordIn(words, chance, from, to)
    const was = at === undefined ? undefined : words[at]?.text
    if (at === undefined || was === undefined || !/[a-z]/u.test(was)) return undefined
    return change(words, at, 1, [{ text: was.toUpperCase() }])
  },
  function dash(words, _, from, to) {
    const at = words.findIndex((d, index) => index >= from && index < to && d.text === '–')
    return at < 0 ? undefined : change(words, at, 1, [{ text: '—' }])
  },
  function insertWord(words, chance, from, to) {
    const at = wordIn(words, chance, from, to)
    const text =
      chance.below(3) === 0 && at !== undefined ? (words[at]?.text ?? '') : anyWord(chance)
    return at === undefined || text.endsWith('.') ? undefined : change(words, at, 0, [{ text }])
  },
  function deleteWord(words, chance, from, to) {
    const at = wordIn(words, chance, from, to)
    return at === undefined ? undefined : change(words, at, 1, [])
  },
  function phrase(words, chance, from, to) {
    const at = wordIn(words, chance, from, to)
    const count = 2 + chance.below(3)
    if (at === undefined || at + count >= to || words.slice(at, at + count).some((d) => d.call))
      return undefined
    const put = Array.from({ length: 1 + chance.below(5) }, () => ({ text: anyWord(chance) }))
    // A word that was there and is put in again has stayed.
    if (put.some((d) => words.slice(at, at + count).some((word) => word.text === d.text)))
      return undefined
    return words[at + count]?.call ? undefined : change(words, at, count, put)
  },
  function emphasis(words, chance, from, to) {
    const at = wordIn(words, chance, from, to)
    if (at === undefined) return undefined
    const count = 1 + chance.below(3)
    const old = words.slice(at, at + count)
    // Words already emphasised beside these would be one stretch with them in Markdown, and two here.
    const near = words.slice(Math.max(0, at - 1), at + count + 1)
    if (old.length < count || near.some((d) => d.call ?? d.em)) return undefined
    const put = old.map((d) => ({ ...d, em: true }))
    words.splice(at, count, ...put)
    return { kind: 'restyled', old, new: put }
  }
]

const inText: Make = (desk) => {
  const index = claim(desk, isText)
  const block = desk.text.blocks[index ?? -1]
  const made = block && desk.chance.pick(small)(block.words, desk.chance, 0, block.words.length)
  return made && [made]
}

/** Two in one paragraph, with three words and more between. */
const twoInText: Make = (desk) => {
  const index = claim(desk, (d) => isText(d) && d.words.length > 30)
  const words = desk.text.blocks[index ?? -1]?.words
  if (!words) return undefined
  const second = desk.chance.pick(small)(words, desk.chance, 22, words.length)
  const first = desk.chance.pick(small)(words, desk.chance, 0, 12)
  return [first, second].flatMap((d) => d ?? [])
}

const inNote: Make = ({ text, chance, taken }) => {
  const notes = notesOf(text).filter((d) => d.words.length > 6 && !taken.has(d))
  if (notes.length === 0) return undefined
  const of = chance.pick(notes)
  taken.add(of)
  const made = chance.pick(small)(of.words, chance, 0, of.words.length)
  return made && [made]
}

const insertSentence: Make = (desk) => {
  const index = claim(desk, isText)
  const words = desk.text.blocks[index ?? -1]?.words
  if (!words) return undefined
  const [at] = desk.chance.pick(sentencesIn(words))
  return [change(words, at, 0, sentence(desk.chance))]
}

/** With the words of the notes that go with it. */
function withNotes(words: readonly Word[]): Word[] {
  return [...words, ...words.flatMap((d) => d.call?.words ?? [])]
}

const deleteSentence: Make = (desk) => {
  const index = claim(desk, (d) => isText(d) && sentencesIn(d.words).length > 2)
  const words = desk.text.blocks[index ?? -1]?.words
  if (!words) return undefined
  const [from, to] = desk.chance.pick(sentencesIn(words))
  if (words.slice(from, to).some((d) => desk.taken.has(d.call))) return undefined
  const made = change(words, from, to - from, [])
  return [{ ...made, old: withNotes(made.old) }]
}

const moveSentence: Make = (desk) => {
  const from = claim(desk, (d) => isText(d) && sentencesIn(d.words).length > 2, 1)
  if (from === undefined) return undefined
  const to = claim(desk, (d, index) => isText(d) && Math.abs(index - from) > 2)
  const [source, target] = [desk.text.blocks[from], desk.text.blocks[to ?? -1]]
  if (!source || !target) return undefined
  const long = sentencesIn(source.words).filter(([a, b]) => b - a >= 7)
  const [start, end] = desk.chance.pick(long)
  const words = source.words.splice(start, end - start)
  const [at] = desk.chance.pick(sentencesIn(target.words))
  target.words.splice(at, 0, ...words)
  return [{ kind: 'moved', old: words, new: words }]
}

/** The first sentence of a paragraph goes to its end: what it passes is longer. */
const moveWithin: Make = (desk) => {
  const passes = (d: Block) => {
    const [first = [0, 0], ...rest] = sentencesIn(d.words)
    const length = first[1] - first[0]
    return rest.length > 1 && length >= 7 && d.words.length > 2 * length + 8
  }
  const index = claim(desk, (d) => isText(d) && passes(d))
  const words = desk.text.blocks[index ?? -1]?.words
  const [from, to] = sentencesIn(words ?? [])[0] ?? [0, 0]
  if (!words || to === 0) return undefined
  const moved = words.splice(from, to)
  words.push(...moved)
  return [{ kind: 'moved', old: moved, new: moved }]
}

/** Over what is heavier than itself. */
const moveParagraph: Make = (desk) => {
  const { blocks } = desk.text
  if (desk.moved) return undefined
  const from = claim(desk, isText, 1)
  const block = blocks[from ?? -1]
  if (from === undefined || !block) return undefined
  const weight = (part: readonly Block[]) =>
    part.reduce((sum, d) => sum + d.words.length + (d.kind === 'p' ? 0 : 200), 0)
  const passed = (to: number) =>
    to > from ? blocks.slice(from + 1, to + 1) : blocks.slice(to, from)
  const to = claim(
    desk,
    (_, index) => index > 0 && weight(passed(index)) > block.words.length + 5,
    1
  )
  if (to === undefined) return undefined
  blocks.splice(from, 1)
  blocks.splice(to, 0, block)
  desk.moved = true
  return [{ kind: 'moved', old: block.words, new: block.words }]
}

const insertParagraph: Make = (desk) => {
  const index = claim(desk, isText, 1)
  if (index === undefined) return undefined
  const made = paragraph(desk.chance)
  desk.text.blocks.splice(index, 0, made)
  desk.taken.add(made)
  for (const d of made.words) desk.taken.add(d.call)
  return [{ kind: 'added', old: [], new: withNotes(made.words) }]
}

const deleteParagraph: Make = (desk) => {
  const index = claim(
    desk,
    (d) => isText(d) && d.words.every((word) => !desk.taken.has(word.call)),
    1
  )
  if (index === undefined) return undefined
  const [gone] = desk.text.blocks.splice(index, 1)
  return [{ kind: 'deleted', old: withNotes(gone?.words ?? []), new: [] }]
}

const divide: Make = (desk) => {
  const index = claim(desk, (d) => isText(d) && sentencesIn(d.words).length > 1, 1)
  const block = desk.text.blocks[index ?? -1]
  if (index === undefined || !block) return undefined
  const [at] = desk.chance.pick(sentencesIn(block.words).slice(1))
  const rest: Block = { kind: 'p', words: block.words.splice(at) }
  desk.taken.add(rest)
  desk.text.blocks.splice(index + 1, 0, rest)
  const around = [block.words.at(-1), rest.words[0]].flatMap((d) => d ?? [])
  return [{ kind: 'restyled', old: around, new: around }]
}

const join: Make = (desk) => {
  const index = claim(desk, (d, at) => isText(d) && desk.text.blocks[at + 1]?.kind === 'p', 1)
  if (index === undefined) return undefined
  const [block, next] = desk.text.blocks.slice(index, index + 2)
  if (!block || !next) return undefined
  const around = [block.words.at(-1), next.words[0]].flatMap((d) => d ?? [])
  desk.text.blocks.splice(index + 1, 1)
  block.words.push(...next.words)
  return [{ kind: 'restyled', old: around, new: around }]
}

/** Another level, or a paragraph that becomes a quotation. */
const otherKind: Make = (desk) => {
  const index = claim(desk, (_, at) => at > 0, 1)
  const block = desk.text.blocks[index ?? -1]
  if (!block) return undefined
  const kinds = { p: 'quote', quote: 'p', h2: 'h3', h3: 'h2' } as const
  block.kind = kinds[block.kind]
  return [{ kind: 'restyled', old: block.words, new: block.words }]
}

const inHeading: Make = (desk) => {
  const index = claim(desk, (d) => d.kind !== 'p')
  const words = desk.text.blocks[index ?? -1]?.words
  return words && [change(words, desk.chance.below(3), 1, [{ text: anyWord(desk.chance) }])]
}

const newHeading: Make = (desk) => {
  const index = claim(desk, (_, at) => at > 1, 1)
  if (index === undefined) return undefined
  const made = heading(desk.chance)
  desk.text.blocks.splice(index, 0, made)
  desk.taken.add(made)
  return [{ kind: 'added', old: [], new: made.words }]
}

/** Where a note is called, by a block that is then taken. */
function claimCall(
  desk: Desk,
  fits: (of: Note) => boolean
): { words: Word[]; at: number } | undefined {
  const free = (d: Word) => d.call !== undefined && !desk.taken.has(d.call) && fits(d.call)
  const index = claim(desk, (d) => d.words.some(free))
  const words = desk.text.blocks[index ?? -1]?.words
  const at = words?.findIndex(free) ?? -1
  if (!words || at < 0) return undefined
  desk.taken.add(words[at]?.call)
  return { words, at }
}

const swapNotes: Make = (desk) => {
  const one = claimCall(desk, (d) => d.words.length > 2)
  const other = one && claimCall(desk, (d) => d.words.length > 2)
  const [was, is] = [one?.words[one.at], other?.words[other.at]]
  if (!one || !other || !was || !is) return undefined
  one.words[one.at] = is
  other.words[other.at] = was
  return [was, is].map((d) => ({ kind: 'moved', old: withNotes([d]), new: withNotes([d]) }))
}

const insertNote: Make = (desk) => {
  const index = claim(desk, isText)
  const words = desk.text.blocks[index ?? -1]?.words
  const at = words && wordIn(words, desk.chance)
  if (!words || at === undefined) return undefined
  const made: Word = { text: '', call: note(desk.chance) }
  desk.taken.add(made.call)
  words.splice(at + 1, 0, made)
  return [{ kind: 'added', old: [], new: withNotes([made]) }]
}

const deleteNote: Make = (desk) => {
  const found = claimCall(desk, () => true)
  if (!found) return undefined
  const gone = found.words.splice(found.at, 1)
  return [{ kind: 'deleted', old: withNotes(gone), new: [] }]
}

const inTitle: Make = ({ text, chance, taken }) => {
  const words = chance.pick([text.front.title, text.front.subtitle])
  if (taken.has(words)) return undefined
  taken.add(words)
  return [change(words, chance.below(4), 1, [{ text: anyWord(chance) }])]
}

const otherTrim: Make = ({ text }) => {
  if (text.front.trim !== 'a5') return undefined
  text.front.trim = 'a6'
  return [{ kind: 'setting', old: [], new: [] }]
}

/** Every way to edit; the first more often than the others. */
export const ways: readonly Make[] = [
  inText,
  inText,
  inText,
  inText,
  inText,
  inText,
  twoInText,
  twoInText,
  inNote,
  inNote,
  insertSentence,
  deleteSentence,
  moveSentence,
  moveSentence,
  moveWithin,
  moveParagraph,
  moveParagraph,
  insertParagraph,
  deleteParagraph,
  divide,
  join,
  otherKind,
  inHeading,
  newHeading,
  swapNotes,
  swapNotes,
  insertNote,
  deleteNote,
  inTitle,
  otherTrim
]
