// Each call of a note leads to a note, and each note leads back to a call: a reading machine opens the one over the page
// and returns by the other.
import { placeIn, targetOf } from './e-book.ts'
import type { Chapter, EBook } from './e-book.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Tag } from './markup.ts'

const NOTE = /(?:^|\s)(?:doc-)?(?:footnote|endnote|rearnote)(?:\s|$)/u
const CALL = /(?:^|\s)(?:doc-)?noteref(?:\s|$)/u

/** A tag and the file that it is in. */
interface Found {
  chapter: Chapter
  tag: Tag
}

/** Calls without a note and notes without a way back. */
export function* notesLinked({ chapters }: EBook): Generator<Finding> {
  const all = chapters.flatMap((chapter) => chapter.tags.map((tag): Found => ({ chapter, tag })))
  const notes = new Map(all.filter(isNote).map((d) => [nameOf(d), d]))
  const calls = all.filter(({ tag }) => tag.name === 'a' && CALL.test(typeOf(tag)))
  const leads = new Set(calls.map(leadsTo))
  const links = new Set(all.filter(({ tag }) => tag.name === 'a').map(leadsTo))
  for (const call of calls)
    if (!notes.has(leadsTo(call)))
      yield {
        reason: `Unexpected call to ${quote(call.tag.attributes.get('href') ?? '')} ${placeIn(call.chapter, call.tag)}, expected it to lead to a note`
      }
  const called = new Set(calls.filter((d) => links.has(nameOf(d))).map(leadsTo))
  for (const [name, { chapter, tag }] of notes)
    if (!leads.has(name))
      yield { reason: `Unexpected note ${placeIn(chapter, tag)}, expected a call that leads to it` }
    else if (!called.has(name))
      yield { reason: `Unexpected note ${placeIn(chapter, tag)}, expected a link back to its call` }
}

function isNote({ tag }: Found): boolean {
  return tag.name !== 'a' && NOTE.test(typeOf(tag))
}

function typeOf({ attributes }: Tag): string {
  return `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`
}

function nameOf({ chapter, tag }: Found): string {
  return `${chapter.path}#${tag.attributes.get('id') ?? ''}`
}

function leadsTo({ chapter, tag }: Found): string {
  const target = targetOf(tag.attributes.get('href') ?? '', chapter.path)
  return target ? `${target.path}#${target.id}` : ''
}
