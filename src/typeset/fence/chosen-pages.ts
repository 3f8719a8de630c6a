// Pages as they were chosen, with what stands on them: as they were, or out of a window. All of a text are chosen before a
// block that turns from one to the next is set.
import type { PlannedPage } from '../block.ts'
import type { Matter } from '../matter.ts'
import { linesOf } from './choices.ts'
import type { Choice } from './choices.ts'
import type { Rows } from './copy.ts'
import type { FencedPage, Part } from './fenced-pages.ts'
import type { Filled } from './fill-window.ts'
import type { Job } from './job.ts'
import { startsOf } from './letters.ts'
import type { Settled, Stands } from './settle.ts'

/** A page as it was chosen. */
export interface Chosen {
  page: PlannedPage
  blocks: readonly Stands[]
  notes: readonly Stands[]
}

/** A page that looks as it did. */
export function asItWas({ text, notes }: Job, page: FencedPage): Chosen {
  const { old } = page
  const blocks = old.blocks.map((d, i) => {
    return { ...stood(text, page.oldBlocks[i], page.blocks[i], d), top: d.top }
  })
  const below = old.notes.map((d, i) => {
    return { ...stood(notes, page.oldNotes[i], page.notes[i], d), top: d.top }
  })
  const findings = old.findings.map((d) => ({ ...d, block: text.pairs.get(d.block) ?? d.block }))
  return { page: { ...old, findings }, blocks, notes: below }
}

/** The lines of a part that looks as it did. */
function stood(
  { old, now }: Rows,
  before: Part | undefined,
  after: Part | undefined,
  { setting, from, to }: { setting: number; from: number; to: number }
): Omit<Stands, 'top'> {
  const [was, is] = [old.matters[before?.of ?? -1], now.matters[after?.of ?? -1]]
  const own = was?.settings[setting]
  if (!before || !after || !was || !is || !own) throw new Error('A page that is not as it was')
  const { of } = after
  if (was.settings === is.settings || !is.again) return { of, lines: { setting, from, to } }
  const by = after.from - before.from
  const starts = startsOf(was, own).slice(from, to)
  const same = by === 0 && after.to - before.to === 0 ? sameSetting(is, startsOf(was, own)) : -1
  if (same >= 0) return { of, lines: { setting: same, from, to } }
  return { of, lines: starts.map((d) => d + by) }
}

function sameSetting(matter: Matter, starts: readonly number[]): number {
  const key = starts.join()
  return matter.settings.findIndex((d) => startsOf(matter, d).join() === key)
}

/** @param at index of the page in its window */
export function fromWindow({ text, notes }: Job, { window, pages }: Filled, at: number): Chosen {
  const page = pages[at]
  if (!page) throw new Error('A window has as many pages as it is filled for')
  const { parts, choices, calling } = window
  const skipped = calling ? 1 : 0
  const blocks = page.blocks
    .filter((d) => d.block >= skipped)
    .map(({ block, setting, from, to, top }): Stands => {
      const i = block - skipped
      return { ...lines(text, parts[i], choices[i]?.[setting], from, to), top }
    })
  const below = page.notes.map(({ note, setting, from, to, top }): Stands => {
    const own = window.notes.get(note)
    return { ...lines(notes, own?.part, own?.choices[setting], from, to), top }
  })
  const findings = page.findings.map((d) => ({ ...d, block: parts[d.block - skipped]?.of ?? 0 }))
  return { page: { ...page, findings }, blocks, notes: below }
}

function lines(
  { now }: Rows,
  part: Part | undefined,
  choice: Choice | undefined,
  from: number,
  to: number
): Omit<Stands, 'top'> {
  const matter = now.matters[part?.of ?? -1]
  if (!part || !choice || !matter) throw new Error('A window with a part that it has not')
  const { of } = part
  if (!matter.again)
    return { of, lines: { setting: 0, from: part.from + from, to: part.from + to } }
  if (choice.index !== undefined) return { of, lines: { setting: choice.index, from, to } }
  return { of, lines: linesOf(part, matter, choice.setting).slice(from, to) }
}

/** The page, its blocks and notes as they were settled. */
export function pageOf(
  { page, blocks, notes }: Chosen,
  text: Settled,
  below: Settled
): PlannedPage {
  const placed = <T>(d: Stands, settled: Settled, name: T) => {
    const own = settled.placed.get(d)
    if (!own) throw new Error('What stands on a page was not settled')
    return { ...own, ...name, top: d.top }
  }
  return {
    ...page,
    blocks: blocks.map((d) => placed(d, text, { block: d.of })),
    notes: notes.map((d) => placed(d, below, { note: d.of + 1 }))
  }
}
