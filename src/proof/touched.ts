// Edits in, what each of them touches beside its words out: headings, numbers of notes, the make-up of the whole edition.
import type { Edit } from '../changes.ts'

/** Settings that make every page anew. */
const LAYOUT = /^(?:trim|bleed|design|fit|hyphenation|language|purist)\b/u
const HEADING = /\bh[1-6]$/u

/** It is a setting by which every page is made. */
export function changesLayout({ kind, oldText, newText }: Edit): boolean {
  return kind === 'setting' && (LAYOUT.test(oldText) || LAYOUT.test(newText))
}

/** It changes a heading, and so the contents and the running heads. */
export function changesHeading({ old, new: now }: Edit): boolean {
  return [...old, ...now].some((d) => HEADING.test(d.kind))
}

/** It changes the front matter, and so the front pages and the running heads. */
export function changesFront({ kind, old, new: now }: Edit): boolean {
  return kind === 'setting' || [...old, ...now].some((d) => d.flow === 'front')
}

/** It puts in a note, takes one out or moves one, and so changes the numbers of others. */
export function changesNumbers({ kind, old, new: now }: Edit): boolean {
  return kind !== 'restyled' && [...old, ...now].some((d) => d.call !== undefined)
}
