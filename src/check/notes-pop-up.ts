// What Apple Books, Kobo, Kindle and Thorium want of a note before they open it over the page: a call that holds nothing but
// its text, a note that comes after its call and is neither too short nor too long for a pop-up, and that is no `<aside>`,
// which Apple Books takes off the page.
import { placeIn, targetOf } from './e-book.ts'
import type { Chapter, EBook } from './e-book.ts'
import type { Finding } from './findings.ts'
import type { Tag } from './markup.ts'

const CALL = /(?:^|\s)(?:doc-)?noteref(?:\s|$)/u
const SHORTEST = 9
const LONGEST = 5000

/** Calls and notes that some reading systems would not show as a pop-up. */
export function* notesPopUp({ chapters }: EBook): Generator<Finding> {
  const byPath = new Map(chapters.map((d) => [d.path, d]))
  const seen = new Set<string>()
  for (const chapter of chapters)
    for (const call of chapter.tags) {
      if (call.name !== 'a' || !CALL.test(typeOf(call))) continue
      if (insideOf(chapter, call).includes('<'))
        yield {
          reason: `Unexpected element inside a call ${placeIn(chapter, call)}, expected its number alone: Apple Books opens no other`
        }
      const target = targetOf(call.attributes.get('href') ?? '', chapter.path)
      const home = target && byPath.get(target.path)
      const note = home?.tags.find((d) => d.attributes.get('id') === target?.id)
      if (!home || !note || seen.has(`${home.path}#${target?.id}`)) continue
      seen.add(`${home.path}#${target?.id}`)
      if (home === chapter && note.end < call.end)
        yield {
          reason: `Unexpected note ${placeIn(home, note)} before its call, expected it after: Kobo opens no other`
        }
      if (note.name === 'aside')
        yield {
          reason: `Unexpected \`<aside>\` ${placeIn(home, note)}, expected a \`<div>\`: Apple Books takes it off the page`
        }
      const length = textOf(insideOf(home, note)).length
      if (length < SHORTEST || length > LONGEST)
        yield {
          reason: `Unexpected note of ${length} characters ${placeIn(home, note)}, expected ${SHORTEST} to ${LONGEST}: Kobo opens no other`
        }
    }
}
