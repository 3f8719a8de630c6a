// *Ibid* means the work, and the volume, that was cited last. It is asked about where the note before cites nothing or two
// works, and, once for the whole text, where it goes on to another volume: moved or cut off, such a note misleads.
//
//     [^3]: *ibid* Vol 2, p7.
import { citingNotes } from './citations.ts'
import type { Citation, CitingNote } from './citations.ts'
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

const RULE = 'ibid-has-its-note'
const NOTHING = 0.8
/** A work in another form than those that are known may have been cited. */
const UNSURE = 0.3
const TWO = 0.6
const VOLUME = 0.55

/** Notes with *ibid* that do not say which work. */
export function* ibidHasItsNote(copy: Copy): Generator<Query> {
  const moved: Query[] = []
  let before: CitingNote | undefined
  let last: Citation | undefined
  for (const note of citingNotes(copy)) {
    for (const citation of note.citations) {
      const first = citation === note.citations[0]
      if (citation.ibid && !last) {
        const weight = before ? UNSURE : NOTHING
        yield doubt(citation, 'a work cited before it', weight)
      } else if (citation.ibid && first && worksOf(before).length > 1)
        yield doubt(citation, 'the title: the note before cites more than one', TWO)
      else if (citation.ibid && last?.volume !== undefined && citation.volume !== last.volume)
        moved.push(doubt(citation, 'author and title: the volume is another', VOLUME))
      last = citation
    }
    before = note
  }
  const [first] = moved
  const times = moved.length > 1 ? `, ${moved.length} times in all` : ''
  if (first) yield { ...first, reason: `${first.reason}${times}` }
}

function worksOf(note: CitingNote | undefined): string[] {
  return [...new Set((note?.citations ?? []).map((d) => `${d.author} ${d.title}`))]
}

function doubt({ passage, from, to }: Citation, expected: string, weight: number): Query {
  const found = passage.text.slice(from, to + 12).split(/[,.;]/u)[0] ?? ''
  return asked(RULE, passage, from, to, `Unexpected ${quote(found)}, expected ${expected}`, weight)
}
