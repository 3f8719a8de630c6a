// Composed pages in, out comes how many lines the text can grow before it needs a page more: those that its last page has
// empty, with the lines as they are set now.
import type { ComposedPage, PlacedLine } from '../composition.ts'

/** What stays empty between text and notes, in lines. */
const NOTE_GAP = 1

/** Lines that the last page of the text has free; 0 where there is no text. */
export function linesFree(pages: readonly ComposedPage[]): number {
  const text = pages.filter((d) => d.kind === 'text')
  const last = text.at(-1)
  if (!last) return 0
  const leading = usualLeading(text)
  const foot = Math.max(...text.map((d) => Math.max(bottomOf(linesOf(d)), bottomOf(notesOf(d)))))
  const notes = notesOf(last)
  const end = notes.length === 0 ? foot : Math.min(...notes.map((d) => d.top)) - NOTE_GAP * leading
  return Math.max(0, Math.floor((end - bottomOf(linesOf(last))) / leading + 0.01))
}

function linesOf({ blocks }: ComposedPage): readonly PlacedLine[] {
  return blocks.flatMap((d) => d.lines)
}

function notesOf({ notes }: ComposedPage): readonly PlacedLine[] {
  return notes.flatMap((d) => d.blocks.flatMap((block) => block.lines))
}

function bottomOf(lines: readonly PlacedLine[]): number {
  return Math.max(0, ...lines.map((d) => d.top + d.leading))
}

/** That of most lines of the text. */
function usualLeading(pages: readonly ComposedPage[]): number {
  const counts = new Map<number, number>()
  for (const { leading } of pages.flatMap(linesOf))
    counts.set(leading, (counts.get(leading) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1
}
