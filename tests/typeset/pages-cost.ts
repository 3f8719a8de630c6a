// What a page costs, reckoned from where things stand on it, and by nothing that the page builder has reckoned itself.
import type { Frame, PlacedBlock, PlannedPage } from '../../src/typeset/block.ts'
import { PAGES } from '../../src/typeset/taste.ts'
import type { Text } from './pages-texts.ts'

export type Placed = Pick<PlannedPage, 'blocks' | 'notes'> & { lineShort?: boolean }

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
const linesOf = ({ blocks }: Text, d: PlacedBlock): readonly number[] =>
  blocks[d.block]?.settings[d.setting]?.heights ?? []

/** Foot of the last line of text. */
export function footOf(text: Text, page: Placed): number {
  const last = page.blocks.at(-1)
  if (!last) return 0
  const repeated = page.blocks.length === 1 ? (text.blocks[last.block]?.repeated ?? 0) : 0
  return last.top + repeated + sum(linesOf(text, last).slice(last.from, last.to))
}

/** Notes called on a page, in order. */
export const callsOn = ({ blocks }: Text, page: Placed): readonly number[] =>
  page.blocks.flatMap((d) =>
    Array.from({ length: d.to - d.from }, (_, i) => d.from + i).flatMap(
      (line) => blocks[d.block]?.settings[d.setting]?.calls.get(line) ?? []
    )
  )

/** Foot of the line that calls a note. */
function footOfCall(text: Text, page: Placed, note: number): number {
  for (const [i, d] of page.blocks.entries()) {
    const calls = text.blocks[d.block]?.settings[d.setting]?.calls ?? new Map()
    const line = [...calls].find(([at, notes]) => at >= d.from && notes.includes(note))?.[0]
    if (line === undefined || line >= d.to) continue
    const repeated = i === 0 ? (text.blocks[d.block]?.repeated ?? 0) : 0
    return d.top + repeated + sum(linesOf(text, d).slice(d.from, line + 1))
  }
  return 0
}

/** The cost of all pages of a plan. */
export function costOfPlan(text: Text, frame: Frame, pages: readonly Placed[]): number {
  return sum(pages.map((_, i) => costOfPage(text, frame, pages, i)))
}

/** The cost of one page; whether it is the last is seen from those that follow. */
export function costOfPage(
  text: Text,
  frame: Frame,
  pages: readonly Placed[],
  index: number
): number {
  const page = pages[index] as Placed
  const last = index === pages.length - 1
  const foot = footOf(text, page)
  return (
    sum(page.blocks.map((d, i) => costOfBlock(text, frame, page, d, i))) +
    costOfEnd(text, frame, page, index) +
    costOfNotes(text, frame, page, foot, last) +
    (last && index > 0 && page.blocks.length > 0 && foot < PAGES.lastLines * frame.leading
      ? PAGES.lastShort
      : 0) +
    (foot > frame.depth ? PAGES.overflow : 0)
  )
}

/** Its setting, and the extra space above it. */
function costOfBlock(text: Text, frame: Frame, page: Placed, d: PlacedBlock, i: number): number {
  const own = text.blocks[d.block]
  const cost = d.from === 0 ? (own?.settings[d.setting]?.cost ?? 0) * PAGES.setting : 0
  if (i === 0 && own && d.from === 0 && d.top > own.aboveTop)
    return cost + PAGES.sink * (own.elastic.indexOf(d.top - own.aboveTop) + 1)
  const before = text.blocks[d.block - 1]
  if (i === 0 || !own || !before) return cost
  let y = footOf(text, { ...page, blocks: page.blocks.slice(0, i) }) + before.below
  if (before.toGrid) y = Math.ceil(y / frame.leading) * frame.leading
  const extra = d.top - y - own.above
  return cost + PAGES.elastic * (extra === 0 ? 0 : own.elastic.indexOf(extra) + 1)
}

/** Where the text is parted. */
function costOfEnd(text: Text, frame: Frame, page: Placed, index: number): number {
  const end = page.blocks.at(-1)
  const own = end && text.blocks[end.block]
  if (!end || !own) return PAGES.notesAlone
  const count = linesOf(text, end).length
  if (end.to === count) {
    return end.block === text.blocks.length - 1 ? 0 : PAGES.stranded * stranded(text, frame, page)
  }
  let cost = PAGES.stranded * stranded(text, frame, page)
  if (own.least === Infinity) cost += PAGES.broken
  else {
    if (end.from === 0 && end.to < own.least) cost += PAGES.orphan
    if (count - end.to < own.least) cost += PAGES.widow
  }
  if (own.settings[end.setting]?.hyphens[end.to - 1] !== true) return cost
  const recto = (index % 2 === 0) === frame.recto
  return cost + (recto ? PAGES.hyphenLeaf : PAGES.hyphenPage)
}

/** 1 where the last heading of the page has fewer than two lines below it. */
function stranded(text: Text, frame: Frame, page: Placed): number {
  const whole = (d: PlacedBlock): boolean => d.to === linesOf(text, d).length
  const at = page.blocks.findLastIndex((d) => text.blocks[d.block]?.keepWithNext && whole(d))
  if (at < 0) return 0
  const below = page.blocks.slice(at + 1).map((d) => linesOf(text, d).slice(d.from, d.to))
  const lines = below.map((d) => Math.max(d.length, Math.floor(sum(d) / frame.leading)))
  return sum(lines) < 2 ? 1 : 0
}

function costOfNotes(text: Text, frame: Frame, page: Placed, foot: number, last: boolean): number {
  const depth = frame.depth - (page.lineShort ? frame.leading : 0)
  const opening = page.lineShort ? PAGES.shortOpening : 0
  const alone = page.blocks.length === 0
  if (page.notes.length === 0) return opening + (last ? 0 : costOfBare(frame, depth - foot))
  let cost = opening
  let height = 0
  for (const { note, setting, from, to } of page.notes) {
    const own = text.notes.get(note)?.settings[setting]
    const all = height + sum(own?.heights.slice(from) ?? [])
    const room = frame.depth - Math.min(frame.noteGap, frame.leading) - footOfCall(text, page, note)
    if (from === 0) cost += (own?.cost ?? 0) * PAGES.setting
    height += sum(own?.heights.slice(from, to) ?? [])
    const left = (own?.heights.length ?? 0) - to
    if (left > 0) cost += PAGES.noteContinued
    if (left > 0 && from === 0 && all <= room) cost += PAGES.noteNeedless
    if (left === 1 || (left > 0 && to - from === 1)) cost += PAGES.noteLine
  }
  if (last) return cost
  const rest = depth - foot - (alone ? 0 : frame.noteGap) - height
  const gap = frame.noteGapStretch + (alone ? frame.noteGap : 0)
  const space = frame.noteSpace * (page.notes.length - 1)
  cost += PAGES.gapStretch * Math.min(1, rest / gap) ** 2
  if (rest > gap && space > 0) cost += PAGES.noteSpace * Math.min(1, (rest - gap) / space) ** 2
  const short = rest - gap - space
  return cost + (short > 0 ? PAGES.short + (PAGES.shortLine * short) / frame.leading : 0)
}

const costOfBare = (frame: Frame, rest: number): number =>
  rest <= frame.leading / 2
    ? (PAGES.halfLine * rest * 2) / frame.leading
    : PAGES.short + (PAGES.shortLine * rest) / frame.leading
