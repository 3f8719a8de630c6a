// Notes that lean on another, *ibid* or *op. cit.*, say nothing in the pop-up of an e-reader. Notes in the order of their
// numbers in; out comes, for each place that leans, the source that it means, which compose sets in brackets in the EPUB
// alone and check lists for the editor, whose `<!-- source: … -->` in the note has the last word.
import type { FootnoteDefinition, PhrasingContent } from 'mdast'
import type { Passage } from './queries/copy.ts'
import { opensAt } from './sources/marks.ts'
import type { Mark } from './sources/marks.ts'
import { namedSources } from './sources/named-sources.ts'
import { resolve } from './sources/resolve.ts'
import type { Found, Step, Trail } from './sources/resolve.ts'
import { stepsOf } from './sources/steps.ts'
import type { NoteSteps } from './sources/steps.ts'
import { byTheSame, maybeMore, trimmed, workNamed } from './sources/work.ts'
import type { Work } from './sources/work.ts'

export { notesInOrder } from './sources/notes-in-order.ts'
export { wordsOf } from './sources/work.ts'

/** A place in a note that leans on another note. */
export interface Source {
  /** Number of the note. */
  note: number
  /** The words that lean, as written: `ibid`; '' where only the editor says so, of the note as a whole. */
  words: string
  /** How often the same words stand before them in the note. */
  nth: number
  /** The note opens with them, so that its source is best read before them. */
  opens: boolean
  /** Offsets in the manuscript of the words. */
  from: number
  to: number
  /** What they mean; empty where nothing is to be said. */
  content: readonly PhrasingContent[]
  /** Number of the note that it was taken from; missing where the editor has said it, or where it is not known. */
  origin?: number
  /** Why it is not known. */
  reason?: string
}

/** Letters between *idem* and its title, at most. */
const NEAR = 5

/**
 * The places that lean on other notes, in the order of the notes.
 *
 * @param text the manuscript
 * @param notes its notes in the order of their numbers
 * @param language tag of the edition: `ebd.` is German
 */
export function sourcesOf(
  text: string,
  notes: readonly FootnoteDefinition[],
  language: string
): Source[] {
  const trail: Trail = { known: [], last: new Map() }
  return notes.flatMap((note, index) => {
    const number = index + 1
    return sourcesIn(note, stepsOf(text, note, number, language), number, trail)
  })
}

function sourcesIn(
  note: FootnoteDefinition,
  { passages, steps }: NoteSteps,
  number: number,
  trail: Trail
): Source[] {
  const sources: Source[] = []
  const named = namedSources(note)
  let here: Work | string | undefined
  for (const [index, step] of steps.entries()) {
    if ('work' in step) {
      here = continued(step, steps[index - 1], here)
      trail.known.push(here)
    } else {
      const found = resolve(step, here, number, trail)
      if (!found) continue
      const said = named.shift()
      const given = said && said.length > 0 ? workNamed(said, number) : undefined
      if (given) trail.known.push(given)
      here = given ?? reached(found, number, steps[index + 1])
      sources.push({ ...placeOf(step, number, passages), ...saidOf(found, said) })
    }
  }
  const last = steps.at(-1)
  if (last && typeof here === 'object' && maybeMore(last.passage.text, endOf(last)))
    here = `note ${number} may cite another work behind \`${here.title}\``
  for (const content of named.filter((d) => d.length > 0)) {
    here = workNamed(content, number)
    trail.known.push(here)
    sources.push({ ...wholeNote(note, number), content })
  }
  trail.last.set(number, here ?? `note ${number} cites no work in a known form`)
  return sources
}

function endOf(step: Step): number {
  return 'work' in step ? step.work.to : step.mark.to
}

function continued(
  { work, from }: Extract<Step, { work: Work }>,
  before: Step | undefined,
  here: Work | string | undefined
): Work {
  if (typeof here !== 'object' || !before || !('mark' in before)) return work
  const { mark, passage } = before
  const near = mark.kind === 'idem' && mark.to <= from && from - mark.to < NEAR
  return near ? byTheSame(work, here, passage.text.slice(mark.to, work.from)) : work
}

/** The work that is meant; behind *idem* it is the next one, and what has no known form is not known. */
function reached(found: NonNullable<Found>, note: number, next: Step | undefined): Work | string {
  if ('reason' in found) return `what note ${note} leans on is not known`
  if (!found.authorOnly || (next && 'work' in next)) return found.work
  return `note ${note} cites no work in a known form`
}

/** What the editor says, or else what was found. */
function saidOf(
  found: NonNullable<Found>,
  said: PhrasingContent[] | undefined
): Pick<Source, 'content' | 'origin' | 'reason'> {
  if (said) return { content: said }
  if ('reason' in found) return { content: [], reason: found.reason }
  return { content: trimmed(found.content), origin: found.work.note }
}

function placeOf(
  { passage, mark }: Extract<Step, { mark: Mark }>,
  note: number,
  passages: readonly Passage[]
): Omit<Source, 'content'> {
  const { text } = passage
  const words = text.slice(mark.from, mark.to)
  const before = passages.slice(0, passages.indexOf(passage)).map((d) => d.text)
  const nth = [...before, text.slice(0, mark.from)].join('\n').split(words).length - 1
  const leads = mark.kind !== 'note' && mark.kind !== 'author'
  const opens = leads && passage === passages[0] && opensAt(text, mark.from)
  const to = passage.placeOf(mark.to - 1) + 1
  return { note, words, nth, opens, from: passage.placeOf(mark.from), to }
}

function wholeNote({ position }: FootnoteDefinition, note: number): Omit<Source, 'content'> {
  const from = position?.start.offset ?? 0
  return { note, words: '', nth: 0, opens: false, from, to: position?.end.offset ?? from }
}
