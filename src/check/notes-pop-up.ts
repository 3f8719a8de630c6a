// What Apple Books, Kobo, Kindle and Thorium want of a note before they open it over the page: a call that holds nothing but
// its text, a note that comes after its call and is neither too short nor too long for a pop-up, and that is no `<aside>`,
// which Apple Books takes off the page.
import { placeIn, targetOf } from './e-book.ts'
import type { Chapter, EBook } from './e-book.ts'
import type { Finding } from './findings.ts'
import { insideOf } from './markup.ts'
import type { Tag } from './markup.ts'

const CALL = /(?:^|\s)(?:doc-)?noteref(?:\s|$)/u
const SHORTEST = 9
const LONGEST = 5000
/** How far a call and a note are read; a note has markup too. */
const CALL_READ = 500
const NOTE_READ = 20_000

/** Calls and notes that some reading systems would not show as a pop-up. */
export function* notesPopUp({ chapters }: EBook): Generator<Finding> {
  const places = new Map(chapters.map((home) => [home.path, { home, tags: tagsById(home) }]))
  const seen = new Set<Tag>()
  for (const chapter of chapters)
    for (const call of chapter.tags) {
      if (call.name !== 'a' || !CALL.test(typeOf(call))) continue
      if (insideOf(chapter.text, call, CALL_READ).includes('<'))
        yield {
          reason: `Unexpected element inside a call ${placeIn(chapter, call)}, expected its number alone: Apple Books opens no other`
        }
      const target = targetOf(call.attributes.get('href') ?? '', chapter.path)
      const { home, tags } = places.get(target?.path ?? '') ?? {}
      const note = tags?.get(target?.id ?? '')
      if (!home || !note || seen.has(note)) continue
      seen.add(note)
      if (home === chapter && note.end < call.end)
        yield {
          reason: `Unexpected note ${placeIn(home, note)} before its call, expected it after: Kobo opens no other`
        }
      if (note.name === 'aside')
        yield {
          reason: `Unexpected \`<aside>\` ${placeIn(home, note)}, expected a \`<div>\`: Apple Books takes it off the page`
        }
      const length = shown(insideOf(home.text, note, NOTE_READ)).length
      if (length < SHORTEST || length > LONGEST)
        yield {
          reason: `Unexpected note of ${length} characters ${placeIn(home, note)}, expected ${SHORTEST} to ${LONGEST}: Kobo opens no other`
        }
    }
}

function tagsById({ tags }: Chapter): Map<string, Tag> {
  return new Map(
    tags.flatMap((d) => (d.attributes.has('id') ? [[d.attributes.get('id') ?? '', d]] : []))
  )
}

function typeOf({ attributes }: Tag): string {
  return `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`
}

/** What a reader sees of markup. */
function shown(markup: string): string {
  return markup
    .replace(/<[^<>]*>/gu, '')
    .replace(/&[#\w]+;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim()
}
