// One page as it was found in, the same page with everything at its place out, and what could not be avoided on it.
import type { Frame, PageFinding, PlacedBlock, PlacedNote, PlannedPage } from './block.ts'
import type { PageEnd } from './end-page.ts'
import { costOfParting, notesAt } from './fill-page.ts'
import type { PageStart, Part } from './fill-page.ts'
import type { Galley } from './galley.ts'
import { costOfNeed, takeUpRest } from './page-rest.ts'
import { PAGES } from './taste.ts'

/** A note, or part of one, before it stands anywhere. */
interface SetNote {
  index: number
  setting: number
  from: number
  to: number
  height: number
}

/** Places a page that begins at `start` and ends at `end`. `cost` is what it costs with the turn of the page, `hyphen`
 * what that costs if a hyphen is turned over. */
export function placePage(
  galley: Galley,
  frame: Frame,
  start: PageStart,
  end: PageEnd,
  cost: number,
  hyphen: number
): PlannedPage {
  const blocks = placeBlocks(galley, start, end.part)
  const set = notesOf(galley, start, end)
  const room = frame.depth - (end.lineShort ? frame.leading : 0)
  const foot = end.part?.foot ?? 0
  const { notes, noteLeading, left } = placeNotes(galley, frame, set, foot, room, end)
  const bare = set.length === 0 && !end.last ? room - foot : 0
  const short = end.lineShort ? frame.leading : bare > frame.leading / 2 ? bare : left
  const lowest = Math.max(foot, set.length > 0 && end.part === undefined ? heightOf(set) : 0)
  const overflow = Math.max(0, lowest - frame.depth)
  const page = { blocks, notes, short, noteLeading, overflow }
  const need = end.part ? costOfNeed(frame, end.part.call, wholeHeight(galley, set)) : 0
  return { ...page, findings: findingsOf(galley, start, end, page, hyphen, need), cost }
}

function placeBlocks(galley: Galley, start: PageStart, last: Part | undefined): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  for (let part = last; part !== undefined; part = part.before) {
    const { block, setting, from, to, top } = part
    const repeated = block === start.block ? (galley.blocks[block]?.block.repeated ?? 0) : 0
    blocks.push({ block, setting, from, to, top: top - repeated })
  }
  return blocks.toReversed()
}

function notesOf(galley: Galley, start: PageStart, end: PageEnd): readonly SetNote[] {
  const settings: number[] = []
  for (let row = end.notes; row?.before !== undefined; row = row.before)
    settings.unshift(row.setting)
  const set = settings.map((setting, i) => {
    const index = start.note + i
    const lines = galley.notes[index]?.settings[setting]?.count ?? 0
    return setNote(galley, index, setting, index === start.note ? start.noteLine : 0, lines)
  })
  const index = start.note + set.length
  const from = index === start.note ? start.noteLine : 0
  if (end.begun > from) set.push(setNote(galley, index, end.next.noteSetting, from, end.begun))
  return set
}

function setNote(
  galley: Galley,
  index: number,
  setting: number,
  from: number,
  to: number
): SetNote {
  const heights = galley.notes[index]?.settings[setting]?.heights
  return { index, setting, from, to, height: (heights?.[to] ?? 0) - (heights?.[from] ?? 0) }
}

const heightOf = (set: readonly SetNote[]): number => set.reduce((sum, d) => sum + d.height, 0)

/** The height of some notes, the last of which would be whole; Infinity where it has begun before. */
function wholeHeight(galley: Galley, set: readonly SetNote[]): number {
  const last = set.at(-1)
  if (!last || last.from > 0) return Infinity
  const all = galley.notes[last.index]?.settings[last.setting]?.heights.at(-1) ?? 0
  return heightOf(set.slice(0, -1)) + all
}

/** Notes stand at the foot of the page, the last line at the bottom. */
function placeNotes(
  galley: Galley,
  frame: Frame,
  set: readonly SetNote[],
  foot: number,
  room: number,
  end: PageEnd
): { notes: readonly PlacedNote[]; noteLeading: number; left: number } {
  if (set.length === 0) return { notes: [], noteLeading: 0, left: 0 }
  const alone = end.part === undefined
  const lines = set.reduce((sum, d) => sum + d.to - d.from, 0)
  const rest = room - foot - (alone ? 0 : frame.noteGap) - heightOf(set)
  const still = { gap: rest, space: 0, leading: 0, short: 0 }
  const taken = end.last || rest < 0 ? still : takeUpRest(frame, rest, set.length, lines, alone)
  let top = Math.max(0, foot + (alone ? 0 : frame.noteGap) + taken.gap)
  const notes = set.map(({ index, setting, from, to, height }) => {
    const own = { note: galley.notes[index]?.note.number ?? 0, setting, from, to, top }
    top += height + (to - from) * taken.leading + taken.space
    return own
  })
  return { notes, noteLeading: taken.leading, left: taken.short }
}

function findingsOf(
  galley: Galley,
  start: PageStart,
  end: PageEnd,
  page: Pick<PlannedPage, 'short' | 'overflow'>,
  hyphen: number,
  need: number
): readonly PageFinding[] {
  const { part, next } = end
  const block = part?.block ?? Math.min(start.block, galley.blocks.length - 1)
  const line = galley.blocks[block]?.block.line ?? 1
  const findings: PageFinding[] = []
  const tell = (rule: PageFinding['rule'], cost: number): void => {
    findings.push({ rule, block, line, cost })
  }
  if (part) tellParting(galley, part, tell)
  if (hyphen > 0) tell('hyphen-over-page', hyphen)
  if (end.lineShort) tell('short-opening', PAGES.shortOpening)
  else if (page.short > 0) tell('short-page', PAGES.short)
  if (page.overflow > 0) tell('overflow', PAGES.overflow)
  if (end.last) return findings
  const called = notesAt(galley, next.block, next.setting, next.line)
  for (let index = next.note; index < called; index += 1) {
    const from = index === start.note ? start.noteLine : 0
    const begun = index === next.note && next.noteLine > from
    const note = galley.notes[index]?.note
    if (note === undefined || (!begun && part === undefined)) continue
    const rule = begun ? 'note-continued' : 'note-late'
    const cost = begun ? PAGES.noteContinued + need : PAGES.noteLate
    findings.push({ rule, block, line: note.line, note: note.number, cost })
  }
  return findings
}

function tellParting(
  galley: Galley,
  part: Part,
  tell: (rule: PageFinding['rule'], cost: number) => void
): void {
  const own = galley.blocks[part.block]
  const count = own?.settings[part.setting]?.count ?? 0
  const ends = part.to === count && part.block + 1 === galley.blocks.length
  if (part.due > 0 && !ends) tell('stranded-heading', PAGES.stranded)
  if (!own || part.to === count) return
  const { least } = own.block
  if (least === Infinity) return tell('block-broken', PAGES.broken)
  if (part.from === 0 && part.to < least) tell('orphan', PAGES.orphan)
  if (costOfParting(least, 1, part.to, count) > 0) tell('widow', PAGES.widow)
}
