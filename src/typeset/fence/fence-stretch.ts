// A stretch of the approved build and the same of the corrected text in, its pages between their fences out. Pages that
// look as they did are taken as they are; one that holds a correction is made up again by itself or, where that cannot be,
// together with the page before or behind it.
import type { PlannedStretch } from '../make-up.ts'
import type { Matter } from '../matter.ts'
import { asItWas, fromWindow, pageOf } from './chosen-pages.ts'
import { fillWindow } from './fill-window.ts'
import type { Filled } from './fill-window.ts'
import type { Job } from './job.ts'
import { settle } from './settle.ts'

/** A stretch between fences. */
export interface FencedStretch {
  stretch: PlannedStretch
  /** Indexes of the pages that were made up again, those together that were made up together. */
  remade: readonly (readonly number[])[]
  /** Indexes of pages that what they are to hold cannot be brought on. */
  failed: readonly number[]
}

/** @param fresh the stretch of the new text, without pages */
export function fenceStretch(job: Job, fresh: Omit<PlannedStretch, 'pages'>): FencedStretch {
  const { filled, failed } = fillAll(job)
  const remade = [...new Set(filled.values())].map((d) =>
    [...filled.keys()].filter((index) => filled.get(index) === d).toSorted((a, b) => a - b)
  )
  const none = { stretch: { ...fresh, pages: [] }, remade }
  if (failed.length > 0) return { ...none, failed }
  const chosen = job.pages.map((page, index) => {
    const own = filled.get(index)
    const first = remade.find((d) => d.includes(index))?.[0] ?? index
    return own ? fromWindow(job, own, index - first) : asItWas(job, page)
  })
  const text = settle(
    chosen.flatMap((d) => d.blocks),
    job.text.now.matters,
    job.setter.lines
  )
  const notes = settle(
    chosen.flatMap((d) => d.notes),
    job.notes.now.matters,
    job.setter.lines
  )
  // Lines that cannot end where they did, as when words are hyphenated otherwise.
  if (!text || !notes) return { ...none, failed: remade.length > 0 ? remade.flat() : [0] }
  const blocks = fresh.blocks.map((d, i) => {
    const matter = text.anew.get(i)
    return matter ? { ...d, matter } : d
  })
  const anew = [...notes.anew].map(([of, matter]): [number, Matter] => [of + 1, matter])
  const pages = chosen.map((d) => pageOf(d, text, notes))
  const stretch = { ...fresh, blocks, notes: new Map([...fresh.notes, ...anew]), pages }
  return { stretch, remade, failed }
}

/** The pages that are not as they were, by index, each with those that it was made up with. */
function fillAll(job: Job): { filled: Map<number, Filled>; failed: number[] } {
  const filled = new Map<number, Filled>()
  const dirty = [...job.pages.keys()].filter((d) => !job.pages[d]?.same)
  for (const index of dirty) {
    const own = fillWindow(job, index, index)
    if (own) filled.set(index, own)
  }
  const failed: number[] = []
  const joined = new Set<number>()
  for (const index of dirty.filter((d) => !filled.has(d))) {
    if (joined.has(index)) continue
    const best = [index, index - 1]
      .filter((d) => d >= 0 && d + 1 < job.pages.length && !joined.has(d) && !joined.has(d + 1))
      .flatMap((first) => {
        const both = fillWindow(job, first, first + 1)
        return both ? [{ first, both }] : []
      })
      .toSorted((a, b) => a.both.cost - b.both.cost)[0]
    if (!best) failed.push(index)
    for (const page of best ? [best.first, best.first + 1] : []) {
      if (best) filled.set(page, best.both)
      joined.add(page)
    }
  }
  return { filled, failed }
}
