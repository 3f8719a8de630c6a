// What a damage gets and changes: the rough copy, and the clean one where something cannot come back. It says each wound.
import type { Copy } from './copy.ts'
import type { Random } from './random.ts'

/** What was done to a text: the name of the damage, and the words. */
export interface Wound {
  kind: string
  detail: string
}

/** A text in the making. */
export interface Job {
  /** What a perfect import gives back. */
  clean: Copy
  /** What it gets; from `note-styles` on, notes are paragraphs. */
  rough: Copy
  wounds: Wound[]
}

/** One way to spoil a text; it says what it did, and nothing when it found nothing to spoil. */
export type Damage = (job: Job, random: Random) => void

/** Say a wound. */
export function wound(job: Job, kind: string, detail: string): void {
  job.wounds.push({ kind, detail })
}

const CLOSED = /(`+[^`]*`+|<[^<>]*>|\]\([^)]*\)|\[\^[^\]]+\])/u

/** Change the prose of a text, but neither code nor addresses, tags nor calls. */
export function inProse(text: string, change: (prose: string) => string): string {
  return text
    .split(CLOSED)
    .map((d, i) => (i % 2 === 0 ? change(d) : d))
    .join('')
}

/** Change every text of the rough copy that is prose. */
export function everyProse({ rough }: Job, change: (prose: string) => string): void {
  const title = rough.front['title']
  if (typeof title === 'string') rough.front['title'] = inProse(title, change)
  for (const d of rough.pieces) if (d.kind !== 'kept') d.text = inProse(d.text, change)
  for (const d of rough.notes) d.paragraphs = d.paragraphs.map((p) => inProse(p, change))
}
