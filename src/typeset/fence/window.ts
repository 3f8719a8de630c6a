// What stands between two fences, as a galley of its own: the parts of blocks and notes with the ways in which they can be
// set, what calls a note from before, and behind it all a block that no page has room for, so that pages end before it.
import type { Galley } from '../galley.ts'
import { readGalley } from '../galley.ts'
import { newPageMemory } from '../page-memory.ts'
import { choicesFor } from './choices.ts'
import type { Choice, OldPart, Trial } from './choices.ts'
import type { Rows } from './copy.ts'
import { joinParts } from './fenced-pages.ts'
import type { FencedPage, Part } from './fenced-pages.ts'
import type { Job } from './job.ts'
import { BEHIND, caller, localBlock, noteBlock } from './local-blocks.ts'
import { notesOf } from './window-notes.ts'

/** A galley between fences. */
export interface Window {
  galley: Galley
  /** What each of its blocks and notes is. */
  parts: readonly Part[]
  choices: readonly (readonly Choice[])[]
  notes: ReadonlyMap<number, { part: Part; choices: readonly Choice[] }>
  /** The first of its blocks only calls notes from before. */
  calling: boolean
  /** Index of the block before which it ends; the text ends there where there is none. */
  end: number
}

/** @returns undefined where something cannot be set between the fences */
export function openWindow(
  job: Job,
  first: number,
  last: number,
  trial?: Trial
): Window | undefined {
  const pages = job.pages.slice(first, last + 1)
  const parts = joinParts(pages.flatMap((d) => d.blocks))
  const old = olds(job, pages)
  const choices = parts.map((part) => choicesFor(job, part, false, old.text(part.of), trial))
  const called = new Set(choices.flatMap(([d]) => [...(d?.setting.calls.values() ?? [])].flat()))
  const noteParts = notesOf(job, pages, called)
  if (choices.some((d) => d.length === 0) || !noteParts) return undefined
  const notes = new Map(
    noteParts.map((part): [number, { part: Part; choices: readonly Choice[] }] => {
      const found = choicesFor(job, part, true, old.note(part.of), trial)
      return [part.of + 1, { part, choices: found }]
    })
  )
  if ([...notes.values()].some((d) => d.choices.length === 0)) return undefined
  const before = [...notes.keys()].filter((d) => !called.has(d))
  const opening = before.length > 0 ? parts[0] : undefined
  if (opening && (job.blocks[opening.of]?.repeated ?? 0) > 0) return undefined
  const blocks = parts.map((part, i) =>
    localBlock(job, part, choices[i] ?? [], i === 0 && before.length > 0)
  )
  const ends = last === job.pages.length - 1
  const galley = readGalley(
    [...(before.length > 0 ? [caller(before)] : []), ...blocks, ...(ends ? [] : [BEHIND])],
    new Map([...notes].map(([number, d]) => [number, noteBlock(number, d.choices)])),
    newPageMemory()
  )
  const calling = before.length > 0
  return { galley, parts, choices, notes, calling, end: blocks.length + (calling ? 1 : 0) }
}

/** How parts were set on these pages, by block and note of the new text. */
function olds(job: Job, pages: readonly FencedPage[]) {
  const find = (rows: Rows, of: number, notes: boolean): OldPart | undefined => {
    for (const page of pages)
      for (const [i, part] of (notes ? page.oldNotes : page.oldBlocks).entries()) {
        const placed = (notes ? page.old.notes : page.old.blocks)[i]
        const matter = rows.old.matters[part.of]
        if (!placed || !matter || rows.pairs.get(part.of) !== of) continue
        const { setting, from, to } = placed
        return { part, matter, setting, from, to }
      }
    return undefined
  }
  return {
    text: (of: number) => find(job.text, of, false),
    note: (of: number) => find(job.notes, of, true)
  }
}
