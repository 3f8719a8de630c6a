// What a note cites and what it leans on, in the order in which it says so.
import type { FootnoteDefinition } from 'mdast'
import { citingNotes } from '../queries/citations.ts'
import { copyOf } from '../queries/copy.ts'
import type { Passage } from '../queries/copy.ts'
import { marksIn, namedAlone } from './marks.ts'
import type { Step } from './resolve.ts'
import { workOf } from './work.ts'

const NO_WORDS = {
  everyday: new Map<string, string>(),
  rare: new Set<string>(),
  names: new Set<string>()
}

/** The passages of a note, and the steps through them. */
export interface NoteSteps {
  passages: readonly Passage[]
  steps: readonly Step[]
}

/**
 * @param source the manuscript that the note's places lead to
 * @param number of the note, which its works get
 */
export function stepsOf(
  source: string,
  note: FootnoteDefinition,
  number: number,
  language: string
): NoteSteps {
  const copy = copyOf(source, { type: 'root', children: [note] }, language, NO_WORDS)
  const { passages } = copy
  const marks = new Map(passages.map((d) => [d, marksIn(d.text, language)]))
  const steps: Step[] = [...marks].flatMap(([passage, list]) =>
    list.map((mark) => ({ passage, from: mark.from, mark }))
  )
  for (const citation of citingNotes(copy).flatMap((d) => d.citations)) {
    const { passage, from, to, ibid } = citation
    // `*op. cit.*, p. 5` is in italics and has a page, and is no title.
    const stands = marks.get(passage)?.some((d) => d.from < to && from < d.to)
    const work = ibid || stands ? undefined : workOf(citation, number)
    if (work) steps.push({ passage, from, work })
  }
  const [only, ...others] = passages
  const alone = steps.length === 0 && others.length === 0 && only && namedAlone(only.text)
  if (alone) steps.push({ passage: only, from: alone.from, mark: alone })
  const order = new Map(passages.map((d, index) => [d, index]))
  const rank = (d: Step): number => order.get(d.passage) ?? 0
  return { passages, steps: steps.toSorted((a, b) => rank(a) - rank(b) || a.from - b.from) }
}
