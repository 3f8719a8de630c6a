// The lines of a PDF in, the same without running heads and folios out: lines at the head or the foot of many pages that stand
// apart from what is next to them, and numbers alone there.
import type { PdfLine } from './lines.ts'

/** So far from the next line, in leadings, a head or a foot stands at least. */
const APART = 1.4
/** So near, in points, are heads of different pages to one height. */
const SAME = 3
/** On so large a part of the pages, and on so many. */
const [SHARE, LEAST] = [0.15, 2]
/** Words of a running foot, at most. */
const MOST_WORDS = 12
const FOLIO = /^[\s\-–—|·[\]()]*(?:\d{1,4}|[ivxlcdm]{1,8})[\s\-–—|·[\]()]*$/iu

/** @param pages lines of each page */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const leading = usualLeading(pages)
  const ends = pages.map((lines) => endsOf(lines, leading))
  const most = Math.max(LEAST, SHARE * pages.length)
  const often = (side: 'head' | 'foot', line: PdfLine | undefined) => {
    if (!line || line.words.length > MOST_WORDS) return false
    const near = ends.filter((d) => Math.abs((d[side]?.y ?? -SAME) - line.y) < SAME)
    return near.length >= most
  }
  return pages.map((lines, index) => {
    const { head, foot } = ends[index] ?? {}
    const gone = new Set<PdfLine>()
    for (const line of lines) {
      const isHead = head && Math.abs(line.y - head.y) < SAME
      const isFoot = foot && Math.abs(line.y - foot.y) < SAME
      if (isHead && (isFolio(line) || often('head', head))) gone.add(line)
      if (isFoot && (isFolio(line) || often('foot', foot))) gone.add(line)
    }
    return lines.filter((d) => !gone.has(d))
  })
}

/** The highest and the lowest line, where they stand apart. */
function endsOf(lines: readonly PdfLine[], leading: number): { head?: PdfLine; foot?: PdfLine } {
  const byHeight = lines.toSorted((a, b) => b.y - a.y)
  const [first, last] = [byHeight[0], byHeight.at(-1)]
  const next = byHeight.find((d) => first && first.y - d.y >= SAME)
  const former = byHeight.findLast((d) => last && d.y - last.y >= SAME)
  const isHead = first && (!next || first.y - next.y >= APART * leading)
  const isFoot = last && (!former || former.y - last.y >= APART * leading)
  return { ...(isHead && { head: first }), ...(isFoot && { foot: last }) }
}

function isFolio({ words }: PdfLine): boolean {
  return FOLIO.test(words.map((d) => d.text).join(' '))
}

/** From line to line, as most lines have it, in points. */
function usualLeading(pages: readonly (readonly PdfLine[])[]): number {
  const counts = new Map<number, number>()
  for (const lines of pages)
    for (const [index, { y }] of lines.entries()) {
      const step = Math.round(((lines[index - 1]?.y ?? y) - y) * 2) / 2
      if (step > 1) counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}
