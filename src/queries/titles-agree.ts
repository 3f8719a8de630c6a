// The title of a work is written with the same capitals and accents each time. The rarer form is asked about once.
//
//     *The Long Road*, *The long road*
import { citingNotes } from './citations.ts'
import type { Citation } from './citations.ts'
import { asked } from './copy.ts'
import type { Copy, Query } from './copy.ts'
import { unaccented } from './one-edit.ts'
import { quote } from './quote.ts'

const LIKELY = 0.6

/** Titles that are written in two ways. */
export function* titlesAgree(copy: Copy): Generator<Query> {
  const titles = new Map<string, Map<string, { first: Citation; count: number }>>()
  for (const { citations } of citingNotes(copy))
    for (const citation of citations) {
      if (citation.ibid) continue
      const key = unaccented(citation.title).toLowerCase()
      const forms = titles.get(key) ?? new Map<string, { first: Citation; count: number }>()
      const form = forms.get(citation.title) ?? { first: citation, count: 0 }
      form.count += 1
      titles.set(key, forms.set(citation.title, form))
    }
  for (const forms of titles.values()) {
    const [usual, ...others] = [...forms].toSorted(([, a], [, b]) => b.count - a.count)
    for (const [title, { first }] of others) {
      const reason = `Unexpected title ${quote(title)}, expected ${quote(usual?.[0] ?? '')} as elsewhere`
      yield asked('titles-agree', first.passage, first.from, first.to, reason, LIKELY)
    }
  }
}
