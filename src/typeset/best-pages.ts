// All pages at once, not one after the other: from each place where a page can begin, by each of its ends, to the places
// where the next can; of all ways to a place the cheapest is kept (Plass 1981; Mittelbach 2016). Page by page, so that
// recto and verso are known, and the best way to each count of pages comes out.
import type { Frame } from './block.ts'
import type { PageStart } from './fill-page.ts'
import type { Galley, GalleyBlock } from './galley.ts'
import type { KnownEnd } from './page-memory.ts'
import { PAGES } from './taste.ts'

/** A way to a place where a page begins. */
export interface Way {
  start: PageStart
  /** Of all its pages, and of the last of them. */
  cost: number
  pageCost: number
  /** Whether the last page was a verso that ends a line short. */
  lineShort: boolean
  /** The end of the last page; undefined where the text begins. */
  end: KnownEnd | undefined
  before: Way | undefined
}

/** The best way from the beginning of the text, or from `start`, to its end for each count of pages, the cheapest first. */
export function bestPages(
  galley: Galley,
  frame: Frame,
  fill: (start: PageStart) => readonly KnownEnd[],
  start: PageStart = { block: 0, setting: 0, line: 0, note: 0, noteSetting: 0, noteLine: 0 }
): readonly Way[] {
  const origin = {
    start,
    cost: 0,
    pageCost: 0,
    lineShort: false,
    end: undefined,
    before: undefined
  }
  const whole: Way[] = []
  let cheapest = Infinity
  let until = Infinity
  let layer: readonly Way[] = [origin]
  for (let page = 0; layer.length > 0 && page < until; page += 1) {
    const { ways, last } = turnPage(galley, frame, fill, layer, page)
    if (last) whole.push(last)
    if (last && last.cost < cheapest) {
      cheapest = last.cost
      until = page + 1 + PAGES.counts
    }
    layer = thin(ways)
  }
  return whole.toSorted((a, b) => a.cost - b.cost)
}

/** One page further on all ways. */
function turnPage(
  galley: Galley,
  frame: Frame,
  fill: (start: PageStart) => readonly KnownEnd[],
  layer: readonly Way[],
  page: number
): { ways: readonly Way[]; last: Way | undefined } {
  const ways = new Map<number, Way>()
  let last: Way | undefined
  const recto = isRecto(frame, page)
  for (const before of layer) {
    for (const end of fill(before.start)) {
      const apart = recto ? costOfOpening(before, end) : 0
      if (apart === Infinity) continue
      const hyphen = end.line > 0 && endsInHyphen(galley, before.start, startOf(before.start, end))
      const pageCost = end.cost + apart + (hyphen ? costOfHyphen(frame, page) : 0)
      const cost = before.cost + pageCost
      if (end.last) {
        if (last !== undefined && last.cost <= cost) continue
        last = { start: startOf(before.start, end), cost, pageCost, lineShort: false, end, before }
        continue
      }
      const lineShort = !recto && end.lineShort
      const key = keyOf(galley, before.start, end) * 2 + (lineShort ? 1 : 0)
      const same = ways.get(key)
      if (same === undefined) {
        const start = startOf(before.start, end)
        ways.set(key, { start, cost, pageCost, lineShort, end, before })
      } else if (cost < same.cost) {
        Object.assign(same, { cost, pageCost, end, before }) // nothing has gone on from it yet
      }
    }
  }
  return { ways: [...ways.values()], last }
}

/** The ways to each of the pages of a way, from the first on. */
export function pagesOfWay(last: Way): readonly Way[] {
  const ways: Way[] = []
  for (let way: Way | undefined = last; way?.before !== undefined; way = way.before) ways.push(way)
  return ways.toReversed()
}

/** Whether a page is a recto, or the column of one. */
export function isRecto(frame: Frame, page: number): boolean {
  return (Math.floor(page / frame.columns) % 2 === 0) === frame.recto
}

/** The pages of an opening are both a line short, or neither is; the last page of a text may be as short as it is. */
function costOfOpening(before: Way, end: KnownEnd): number {
  if (end.last || end.lineShort === before.lineShort) return 0
  return end.lineShort ? Infinity : PAGES.short
}

/** What a hyphen at the end of a page costs: the eye has further to go. */
export function costOfHyphen(frame: Frame, page: number): number {
  if ((page + 1) % frame.columns !== 0) return PAGES.hyphenColumn
  return isRecto(frame, page) ? PAGES.hyphenLeaf : PAGES.hyphenPage
}

/** Whether the text of a page ends in a hyphen; a page of notes alone does not end any text. */
export function endsInHyphen(galley: Galley, start: PageStart, next: PageStart): boolean {
  if (next.line === 0 || (next.block === start.block && next.line === start.line)) return false
  const { settings } = galley.blocks[next.block] as GalleyBlock // the text goes on within it
  return settings[next.setting]?.hyphens[next.line - 1] === true
}

function startOf(start: PageStart, end: KnownEnd): PageStart {
  const { setting, line, noteSetting, noteLine } = end
  const block = start.block + end.blocks
  return { block, setting, line, note: start.note + end.notes, noteSetting, noteLine }
}

/** One number for each place where a page can begin. */
function keyOf(galley: Galley, start: PageStart, end: KnownEnd): number {
  const block = start.block + end.blocks
  const note = start.note + end.notes
  const first = end.line > 0 ? (galley.blocks[block]?.settings[end.setting]?.first ?? 0) : 0
  const noteFirst =
    end.noteLine > 0 ? (galley.notes[note]?.settings[end.noteSetting]?.first ?? 0) : 0
  const place = (galley.placesBefore[block] ?? 0) + first + end.line
  const notePlace = (galley.notePlacesBefore[note] ?? 0) + noteFirst + end.noteLine
  return place * ((galley.notePlacesBefore.at(-1) ?? 0) + 1) + notePlace
}

/** The ways that are followed up: the cheapest, and of those much dearer than the best only a few. */
function thin(ways: readonly Way[]): readonly Way[] {
  const sorted = ways.toSorted((a, b) => a.cost - b.cost)
  const limit = (sorted[0]?.cost ?? 0) + PAGES.slack
  const near = sorted.findIndex((d) => d.cost > limit)
  const most = near < 0 ? PAGES.beam : Math.min(PAGES.beam, Math.max(near, PAGES.lean))
  return sorted.slice(0, most)
}
