// A clean manuscript in, a rough text out, with what a perfect import gives back. The seed chooses the damages and where
// they fall; each can be switched off by its name without moving the others.
import { breakNotes, pageTurns } from './damage/page-turns.ts'
import { byline, endMark, titleForm } from './damage/ends.ts'
import { dropCaps } from './damage/drop-caps.ts'
import { dotsForEllipses, hyphenRanges, hyphensForDashes } from './damage/marks.ts'
import { encode, spoilLineEnds, spoilSpaces } from './damage/bytes.ts'
import type { Copy } from './damage/copy.ts'
import { readCopy, writeBody, writeCopy } from './damage/copy.ts'
import type { Damage, Job, Wound } from './damage/job.ts'
import { ligatures, softHyphens, typewriterQuotes } from './damage/marks.ts'
import { loseCall, loseNote, shuffleNotes } from './damage/notes-astray.ts'
import { noteStyles } from './damage/note-styles.ts'
import { pullQuotes } from './damage/pull-quotes.ts'
import { randomOf } from './damage/random.ts'
import { roughHeadings } from './damage/headings.ts'
import { roughQuotations } from './damage/quotations.ts'
import { pageLines, wrapLines } from './damage/wrap-lines.ts'

/** A rough text. */
export interface Damaged {
  source: Uint8Array
  wounds: readonly Wound[]
  /** What a perfect import gives back; see `same.ts` for what nobody can know. */
  expected: string
}

/** Which damages may fall: all, only these, all but these. */
export interface Choice {
  only?: readonly string[]
  without?: readonly string[]
}

/** In the order in which they fall, each with how often it does. */
const damages: readonly (readonly [string, number, Damage])[] = [
  ['lose-note', 0.15, loseNote],
  ['lose-call', 0.15, loseCall],
  ['shuffle-notes', 0.2, shuffleNotes],
  ['break-notes', 0.4, breakNotes],
  ['pull-quotes', 0.4, pullQuotes], // before the marks, for what it says twice is spoilt twice
  ['typewriter-quotes', 0.8, typewriterQuotes],
  ['hyphens-for-dashes', 0.7, hyphensForDashes],
  ['dots-for-ellipses', 0.5, dotsForEllipses],
  ['hyphen-ranges', 0.6, hyphenRanges],
  ['quotations', 0.7, roughQuotations],
  ['headings', 0.5, roughHeadings],
  ['drop-caps', 0.4, dropCaps],
  ['end-mark', 0.3, endMark], // before notes follow the text
  ['byline', 0.4, byline],
  ['note-styles', 0.95, noteStyles],
  ['title', 0.3, titleForm],
  ['ligatures', 0.2, ligatures],
  ['soft-hyphens', 0.2, softHyphens],
  ['page-turns', 0.6, pageTurns],
  ['wrap-lines', 0.3, wrapLines],
  ['page-lines', 0.5, pageLines] // only where lines are filled
]
/** What befalls the whole text after that. */
const last = [
  ['spaces', 0.2, spoilSpaces],
  ['line-ends', 0.2, spoilLineEnds]
] as const

/** The names of all damages. */
export const kinds: readonly string[] = [...damages, ...last, ['encoding']].map((d) => d[0] ?? '')

/** Damage a clean manuscript. */
export function damage(manuscript: string, seed: number, choice: Choice = {}): Damaged {
  const job: Job = { clean: readCopy(manuscript), rough: readCopy(manuscript), wounds: [] }
  for (const key of ['author', 'end-mark']) delete job.clean.front[key]
  const { title, 'title-note': note } = job.rough.front
  job.rough.front['title'] = `${String(title)}${note === undefined ? '' : `[^${String(note)}]`}`
  const falls = (name: string, often: number) =>
    choice.only?.includes(name) ??
    (choice.without?.includes(name) !== true && randomOf(seed, `${name}?`)() < often)
  for (const [name, often, fall] of damages) if (falls(name, often)) fall(job, randomOf(seed, name))
  let text = roughText(job.rough, seed)
  for (const [name, often, spoil] of last)
    if (falls(name, often)) text = spoil(job, text, randomOf(seed, name))
  const source = falls('encoding', 0.4)
    ? encode(job, text, randomOf(seed, 'encoding'))
    : plain(text)
  return { source, wounds: job.wounds, expected: writeCopy(job.clean) }
}

function roughText(rough: Copy, seed: number): string {
  const head = String(rough.front['head'] ?? `# ${String(rough.front['title'])}`)
  return `${'\n'.repeat(seed % 5)}${head}\n\n${writeBody(rough)}`
}

function plain(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text))
}
