// How deep the pages are: what each lacks of a full one, and the openings whose two pages end at different heights. The
// last page of a section may be short. A page with notes lacks what is white below them, and between them and the text.
import type { Frame, Sheet } from './margins.ts'
import { greatest, grouped, mean } from './statistics.ts'

export interface Bottoms {
  measured: number
  /** What a page lacks, in points. */
  mean: number | undefined
  greatest: number | undefined
  /** Pages that lack more than half a line: the page, and how much. */
  short: readonly string[]
  openings: number
  /** Openings of unequal depth: the pages and the difference in points. */
  unequal: readonly string[]
}

/** Less than this, in points, no reader sees. */
const SEEN = 1
/** Positions in a PDF are rounded, so that half a line may be a little more. */
const ROUNDING = 0.05

export function bottoms(sheet: Sheet): Bottoms {
  const { frames, leading, body } = sheet
  const running = frames.filter((d, i) => d.flow.length > 0 && !isLast(d, frames[i + 1], body))
  const lowest = lowestOf(frames)
  const gaps = running.filter((d) => d.notes.length > 0).map(gapOf)
  const least = Math.min(...gaps)
  const lacks = running.map((frame) => {
    const between = frame.notes.length > 0 ? gapOf(frame) - least : 0
    return { frame, lack: below(frame, lowest) + between }
  })
  const pages = grouped(running, (d) => d.page)
  const versos = [...pages.keys()].filter((d) => d % 2 === 0 && pages.has(d + 1))
  const differences = versos.map((verso) => {
    const depths = [verso, verso + 1].map((page) =>
      Math.min(...(pages.get(page) ?? []).map((d) => below(d, lowest)))
    )
    return { verso, difference: Math.abs((depths[0] ?? 0) - (depths[1] ?? 0)) }
  })
  return {
    measured: running.length,
    mean: mean(lacks.map((d) => d.lack)),
    greatest: greatest(lacks.map((d) => d.lack)),
    short: lacks
      .filter((d) => d.lack > leading / 2 + ROUNDING)
      .map((d) => `page ${d.frame.page}: ${d.lack.toFixed(1)} pt`),
    openings: versos.length,
    unequal: differences
      .filter((d) => d.difference > SEEN)
      .map((d) => `pages ${d.verso}–${d.verso + 1}: ${d.difference.toFixed(1)} pt`)
  }
}

/** The lowest baselines of text and of notes on any page. */
interface Lowest {
  text: number
  note: number
}

function lowestOf(frames: readonly Frame[]): Lowest {
  const bare = frames.filter((d) => d.notes.length === 0)
  return {
    text: greatest(bare.map((d) => d.foot)) ?? 0,
    note: greatest(frames.map((d) => d.notes.at(-1)?.y ?? 0)) ?? 0
  }
}

/** White below the last line of a frame. */
function below(frame: Frame, lowest: Lowest): number {
  const note = frame.notes.at(-1)
  return note ? lowest.note - note.y : lowest.text - frame.foot
}

function gapOf({ foot, notes }: Frame): number {
  return (notes[0]?.y ?? 0) - foot
}

/** Whether a section ends on this page: the next one is no text, or opens with a large heading. */
function isLast(frame: Frame, next: Frame | undefined, body: number): boolean {
  if (!next || next.page > frame.page + 1) return true
  const first = next.flow[0]
  return first?.role === 'heading' && first.size > 1.2 * body
}
