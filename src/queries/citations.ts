// The works that notes cite, in the order in which the notes are called: `A Marlow *Tides* Vol 2, London 1901, p7`. An
// *ibid* is read as the work cited last.
import type { Copy, Passage } from './copy.ts'

/** A work cited in a note. */
export interface Citation {
  passage: Passage
  /** Where the title, or the *ibid*, begins and ends in the passage. */
  from: number
  to: number
  ibid: boolean
  /** What stands before the title: the author as written. */
  author: string
  title: string
  volume: string | undefined
  page: string | undefined
}

/** A note and what it cites. */
export interface CitingNote {
  label: string
  citations: readonly Citation[]
}

const IBID = /\bibid\b/giu
export const VOLUME = /\b(?:vol(?:ume)?|(?:bd|band|tome|tomo)(?=\.?\s+[\divxlc]))\.?\s+(\w+)/iu
export const PAGE = /\bpp?\.?\s?(\d+(?:[–-]\d+)?)/u
export const YEAR = /\b1[5-9]\d\d\b|\b20\d\d\b|\bnd\b/u
const AUTHOR = /(?:^|[.;:(,‘’“”]|\b[Ss]ee|\bin|\bQuoted in)\s*([^.;:(,‘’“”]{0,60})$/u
/** Words that lead to an author and do not belong to him. */
export const BEFORE_AUTHOR =
  /^\s*(?:(?:see|cf|compare|quoted in|cited in|in|and|also|from|for example|vgl|siehe|voir|véase)\b\.?,?\s*)+/iu
const REACH = 120

/** Notes in the order of their calls; those that are not called come first. */
export function citingNotes({ passages }: Copy): CitingNote[] {
  const order = new Map<string, number>()
  for (const { calls } of passages)
    for (const { label } of calls) if (!order.has(label)) order.set(label, order.size)
  const notes = new Map<string, Passage[]>()
  for (const passage of passages)
    if (passage.note !== undefined) {
      const list = notes.get(passage.note) ?? []
      list.push(passage)
      notes.set(passage.note, list)
    }
  const rank = (label: string): number => order.get(label) ?? -1
  let last: Citation | undefined
  return [...notes]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([label, list]) => {
      const citations: Citation[] = []
      for (const passage of list)
        for (const citation of citationsOf(passage, last)) {
          citations.push(citation)
          last = citation
        }
      return { label, citations }
    })
}

function* citationsOf(passage: Passage, before: Citation | undefined): Generator<Citation> {
  const { text, italics } = passage
  const ibids = [...text.matchAll(IBID)].map((d) => [d.index, d.index + d[0].length] as const)
  const titles = italics.filter(([from, to]) => !/\bibid\b/iu.test(text.slice(from, to)))
  const places = [...ibids, ...titles].toSorted(([a], [b]) => a - b)
  let last = before
  for (const [index, [from, to]] of places.entries()) {
    const ibid = /^ibid$/iu.test(text.slice(from, to))
    const rest =
      text.slice(to, Math.min(places[index + 1]?.[0] ?? text.length, to + REACH)).split(';')[0] ??
      ''
    const page = PAGE.exec(rest)?.[1]
    const volume = VOLUME.exec(rest)?.[1]
    if (!ibid && page === undefined && !YEAR.test(rest)) continue
    const author =
      AUTHOR.exec(text.slice(Math.max(0, from - 90), from))?.[1]
        ?.replace(BEFORE_AUTHOR, '')
        .trim() ?? ''
    const own = { title: text.slice(from, to).trim(), author, volume }
    const work =
      ibid && last ? { title: last.title, author: last.author, volume: volume ?? last.volume } : own
    last = { passage, from, to, ibid, page, ...work }
    yield last
  }
}
