// A short title in capitals stands for one work: where two authors have it, the reader cannot tell.
//
//     A Smith *CW* Vol 3; B Jones *CW* Vol 2
import { citingNotes } from './citations.ts'
import type { Citation } from './citations.ts'
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { quote } from './quote.ts'

const SHORT = /^[A-Z]{2,6}$/u
const LIKELY = 0.55

/** Short titles of two authors. */
export function* shortTitlesClear(copy: Copy): Generator<Query> {
  const works = new Map<string, Map<string, Citation[]>>()
  for (const { citations } of citingNotes(copy))
    for (const citation of citations) {
      const { title, author, ibid } = citation
      if (ibid || author === '' || !SHORT.test(title)) continue
      const authors = works.get(title) ?? new Map<string, Citation[]>()
      works.set(title, authors.set(author, [...(authors.get(author) ?? []).slice(0, 1), citation]))
    }
  for (const [title, authors] of works) {
    const [[first] = [''], ...others] = [...authors]
    for (const [author, [citation]] of others) {
      if (!citation) continue
      const { passage, from, to } = citation
      const reason = `Unexpected short title ${quote(title)} for ${quote(author)}, expected it for ${quote(first)} alone`
      yield asked('short-titles-clear', passage, from, to, reason, LIKELY)
    }
  }
}
