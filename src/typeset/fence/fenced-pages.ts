// The pages of the approved build, each with what it is to hold of the corrected text: from the place where its first line
// has gone to that where the next page's has. Goes out with whether anything on it is another.
import type { PlacedBlock, PlacedNote, PlannedPage } from '../block.ts'
import type { Row, Rows, Spot } from './copy.ts'
import { mapSpot } from './copy.ts'
import { startsOf } from './letters.ts'

/** A block, or part of one, from one letter to another. */
export interface Part {
  of: number
  from: number
  to: number
}

/** A page between fences. */
export interface FencedPage {
  /** As it was, and what of the old text is on it. */
  old: PlannedPage
  oldBlocks: readonly Part[]
  oldNotes: readonly Part[]
  /** What of the new text is to be. */
  blocks: readonly Part[]
  /** Of the notes, those that were on it. */
  notes: readonly Part[]
  /** Foot of its text; where notes stand below that, of the page. */
  foot: number
  /** Nothing on it will look otherwise. */
  same: boolean
}

/** @param notes by number less one */
export function fencePages(
  pages: readonly PlannedPage[],
  text: Rows,
  notes: Rows,
  depth: number
): FencedPage[] {
  let start: Spot = { of: 0, letters: 0 }
  return pages.map((old, index): FencedPage => {
    const oldBlocks = old.blocks.map((d) => partOf(text, d.block, d))
    const oldNotes = old.notes.map((d) => partOf(notes, d.note - 1, d))
    const last = oldBlocks.at(-1)
    const moved = last ? mapSpot(text, endOf(last, text)) : start
    const end = index === pages.length - 1 ? { of: text.now.inks.length, letters: 0 } : moved
    const blocks = partsBetween(start, end, text)
    const mapped = oldNotes.flatMap((d) => mapPart(d, notes))
    start = end
    const same =
      areSame(oldBlocks, blocks, text) &&
      areSame(oldNotes, mapped, notes) &&
      blocks.length === oldBlocks.length
    const foot = old.notes.length > 0 ? depth : footOf(old, text)
    return { old, oldBlocks, oldNotes, blocks, notes: mapped, foot, same }
  })
}

function partOf(
  { old }: { old: Row },
  of: number,
  { setting, from, to }: Pick<PlacedBlock | PlacedNote, 'setting' | 'from' | 'to'>
): Part {
  const matter = old.matters[of]
  const own = matter?.settings[setting]
  if (!matter || !own) throw new Error('A page with a block that there is not')
  if (from === 0 && to === own.heights.length) return { of, from: 0, to: sizeOf(old, of) }
  const starts = startsOf(matter, own)
  return { of, from: starts[from] ?? 0, to: starts[to] ?? 0 }
}

function footOf({ blocks }: PlannedPage, { old }: Rows): number {
  const last = blocks.at(-1)
  const heights = last && old.matters[last.block]?.settings[last.setting]?.heights
  return (heights?.slice(last?.from, last?.to) ?? []).reduce((sum, d) => sum + d, last?.top ?? 0)
}

function endOf({ of, to }: Part, { old }: Rows): Spot {
  return to === sizeOf(old, of) ? { of: of + 1, letters: 0 } : { of, letters: to }
}

/** Letters of a block. */
export function sizeOf({ inks }: Row, of: number): number {
  return inks[of]?.letters.length ?? 0
}

function partsBetween(start: Spot, end: Spot, { now }: Rows): Part[] {
  const parts: Part[] = []
  for (let of = start.of; of <= end.of; of += 1) {
    if (of >= now.inks.length) break
    const from = of === start.of ? start.letters : 0
    const to = of === end.of ? end.letters : sizeOf(now, of)
    if (from < to || (from === 0 && of < end.of)) parts.push({ of, from, to })
  }
  return parts
}

function mapPart({ of, from, to }: Part, notes: Rows): Part[] {
  const own = notes.pairs.get(of)
  if (own === undefined) return []
  const first = mapSpot(notes, { of, letters: from }).letters
  const whole = to === sizeOf(notes.old, of)
  const last = whole ? sizeOf(notes.now, own) : mapSpot(notes, { of, letters: to }).letters
  return [{ of: own, from: first, to: last }]
}

function areSame(old: readonly Part[], now: readonly Part[], rows: Rows): boolean {
  return old.length === now.length && old.every((d, i) => isSame(d, now[i], rows))
}

/** Whether a part of the new text looks as one of the old does. */
export function isSame(old: Part, now: Part | undefined, rows: Rows): boolean {
  const [before, after] = [rows.old.inks[old.of], now && rows.now.inks[now.of]]
  if (!now || !before || !after || before.shape !== after.shape) return false
  if (now.to - now.from !== old.to - old.from) return false
  if ((old.from === 0) !== (now.from === 0)) return false
  if ((old.to === before.letters.length) !== (now.to === after.letters.length)) return false
  for (let i = 0; i < old.to - old.from; i += 1)
    if (before.letters[old.from + i] !== after.letters[now.from + i]) return false
  return true
}

/** Parts of one block that follow each other, as one. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.of === part.of) joined[joined.length - 1] = { ...last, to: part.to }
    else joined.push(part)
  }
  return joined
}
