// Follow the notes in their order, and find for each that leans on another the work that it means. It is given only where
// it is sure: *ibid.* is the work of the note right before, and where that may cite something else nobody can say.
import type { PhrasingContent } from 'mdast'
import { VOLUME } from '../queries/citations.ts'
import type { Passage } from '../queries/copy.ts'
import { authorBefore } from './author.ts'
import type { Mark } from './marks.ts'
import { wordsOf } from './work.ts'
import type { Work } from './work.ts'

/** A mark or a work, where it stands in its note. */
export type Step =
  { passage: Passage; from: number; mark: Mark } | { passage: Passage; from: number; work: Work }

/** What a mark stands for. */
export type Found =
  | { content: readonly PhrasingContent[]; work: Work; authorOnly?: boolean }
  | { reason: string }
  /** The note says by itself what it means. */
  | undefined

/** What is known so far. */
export interface Trail {
  /** All works cited, in order. */
  known: Work[]
  /** The last work of each note by its number, or why there is none. */
  last: Map<number, Work | string>
}

const REACH = 30

/** @param here the last work in the note before the mark, if any */
export function resolve(
  { mark, passage }: { mark: Mark; passage: Passage },
  here: Work | string | undefined,
  note: number,
  trail: Trail
): Found {
  const { text } = passage
  if (mark.kind === 'note') return byNumber(mark.number ?? 0, note, trail)
  if (mark.kind === 'author') return byName(text.slice(mark.from, mark.to), trail)
  const author = mark.kind === 'work' ? authorBefore(text, mark.from) : undefined
  if (author) return byAuthor(text.slice(author.from, author.to), author.names, note, trail)
  if (here !== undefined && typeof here !== 'string') return undefined
  const before = here ?? trail.last.get(note - 1) ?? 'no note stands before it'
  if (typeof before === 'string') return { reason: before }
  return mark.kind === 'idem' && titleFollows(passage, mark.to)
    ? authorOf(before)
    : withVolume(before, text.slice(mark.to, mark.to + REACH))
}

function byNumber(number: number, note: number, trail: Trail): Found {
  if (number >= note) return { reason: `note ${number} does not stand before it` }
  const work = trail.last.get(number)
  // It may lead to what is said there and to no source.
  return work === undefined || typeof work === 'string' ? undefined : whole(work)
}

/** `Smith, p. 4`: of one who is cited with one work. */
function byName(name: string, { known }: Trail): Found {
  const author = authorBefore(name, name.length)
  if (author?.from !== 0) return undefined
  const works = known.filter((d) => includes(d.names, author.names))
  const [last] = works.slice(-1)
  if (!last) return undefined
  const titles = new Set(works.map((d) => d.title.toLowerCase()))
  return titles.size > 1
    ? { reason: `the notes before it cite ${titles.size} works of \`${name}\`` }
    : whole(last)
}

/** Alone before together with others: *Marx* is Marx, and only else Marx and Engels. */
function byAuthor(name: string, names: ReadonlySet<string>, note: number, { known }: Trail): Found {
  const works = known.filter((d) => includes(d.names, names))
  const work = works.findLast((d) => d.names.size === names.size) ?? works.at(-1)
  if (!work) return { reason: `no note before it cites a work of \`${name}\`` }
  return work.note === note ? undefined : whole(work)
}

function includes(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return [...some].every((d) => all.has(d))
}

function whole(work: Work): Found {
  return { content: [...work.base, ...work.rest], work }
}

function authorOf(work: Work): Found {
  if (work.author.length === 0) return { reason: `note ${work.note} names no author` }
  return { content: work.author, work, authorOnly: true }
}

/** Where another volume is named, place and year of the one cited before would mislead. */
function withVolume(work: Work, behind: string): Found {
  const [said, volume] = VOLUME.exec(behind.split(';')[0] ?? '') ?? []
  if (said === undefined || volume?.toLowerCase() === work.volume) return whole(work)
  const comma = /^\s*,/u.test(wordsOf(work.rest)) ? ',' : ''
  const rest = work.volume === undefined ? work.rest : []
  const added = { type: 'text', value: `${comma} ${said}` } as const
  return {
    content: [...work.base, ...rest],
    work: { ...work, rest: [...rest, added], volume: volume?.toLowerCase() }
  }
}

/** Whether a title comes right behind *idem*: in quotation marks or in italics. */
function titleFollows({ text, italics }: Passage, at: number): boolean {
  if (/^[,:.]?\s*[“‘"„«]/u.test(text.slice(at, at + 4))) return true
  return italics.some(([from]) => from > at && from <= at + 3)
}
