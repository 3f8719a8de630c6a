// An edit and the manuscripts in, the words around it out, as they stand in the manuscript: by them an editor knows it again.
import type { Edit } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'

/** What stands before and after an edit, within its line or passage; '' at the ends. */
export interface Context {
  before: string
  after: string
}

/** About so many letters on each side. */
const ENOUGH = 48

/**
 * @param text of the new manuscript; words that are gone stood between two words of it
 * @param old of the old one, which says where they were when none of their neighbours is left
 */
export function contextOf(edit: Edit, text: string, old: string): Context {
  const now = stretchOf(edit.new, edit.before?.new, edit.after?.new)
  if (now) return around(text, now, ENOUGH)
  const then = stretchOf(edit.old, edit.before?.old, edit.after?.old)
  return then ? around(old, then, ENOUGH) : { before: '', after: '' }
}

/** From where to where; none where nothing says it. */
function stretchOf(
  words: readonly TextWord[],
  before: TextWord | undefined,
  after: TextWord | undefined
): readonly [number, number] | undefined {
  const [first, last] = [words[0], words.at(-1)]
  if (first && last) return [first.from, last.to]
  if (before) return [before.to, before.to]
  return after && [after.from, after.from]
}

/**
 * What stands around a stretch of a text, within its line.
 *
 * @param enough about so many letters on each side, in whole words
 */
export function around(
  text: string,
  [from, to]: readonly [number, number],
  enough: number
): Context {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', to)
  const [left, right] = [text.slice(start, from), text.slice(to, end < 0 ? text.length : end)]
  return { before: tail(left, enough), after: head(right, enough) }
}

/** The last words. */
function tail(text: string, enough: number): string {
  if (text.length <= enough) return text
  return `…${text.slice(-enough).replace(/^\S*(?=\s)/u, '')}`
}

/** The first words. */
function head(text: string, enough: number): string {
  if (text.length <= enough) return text
  return `${text.slice(0, enough).replace(/(?<=\s)\S*$/u, '')}…`
}

/** Letters at both ends that are enough to know a long passage by. */
const [OPENING, ENDING] = [160, 60]

/** A text; of a long one its first and its last words, and how many are between. */
export function shorten(text: string): string {
  if (text.length <= OPENING + ENDING + 30) return text
  const opening = text.slice(0, OPENING).replace(/\s\S*$/u, '')
  const ending = text.slice(-ENDING).replace(/^\S*\s/u, '')
  const between = text.slice(opening.length, text.length - ending.length)
  return `${opening} … (${between.split(/\s+/u).filter(Boolean).length} words) … ${ending}`
}
