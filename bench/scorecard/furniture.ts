// Lines of pages in; which of them are running heads and folios, and which pages have running text, is found by their
// places.
import type { PaintedPage } from './glyphs.ts'
import type { Line } from './lines.ts'
import { usual } from './statistics.ts'

/** Whether a line is set in the size of the text. */
export function isBody(line: Line, body: number): boolean {
  return Math.abs(line.size - body) <= 0.035 * body
}

/** Running heads: most pages begin with a line at this height, with white below it. Folios: a number alone at the foot. */
export function setFurniture(
  all: readonly (readonly Line[])[],
  body: number,
  leading: number
): void {
  const down = all.map((lines) => lines.toSorted((a, b) => a.y - b.y))
  const full = down.filter((d) => d.filter((line) => isBody(line, body)).length >= 8)
  const tops = full.map((d) => d[0]?.y ?? 0)
  const top = usual(tops, 0.5) ?? 0
  const headed = (lines: readonly Line[]) => {
    const first = lines[0]
    const next = lines.find((d) => first && d.y - first.y > 0.7)
    if (!first || Math.abs(first.y - top) >= 1.2) return false
    return !next || next.y - first.y > 1.25 * leading
  }
  const heads = full.filter((d) => headed(d) && d.length > 1).length > full.length / 2
  for (const lines of down) {
    const first = lines[0]
    if (first && heads && headed(lines))
      for (const line of lines) if (line.y - first.y <= 0.7) line.role = 'head'
    const last = lines.at(-1)
    const above = lines.findLast((d) => last && last.y - d.y > 0.7)
    if (!last || last.role === 'head' || !/^\s*[\divxlc]{1,6}\s*$/u.test(last.text)) continue
    if (!above || last.y - above.y > 1.2 * leading) last.role = 'folio'
  }
}

/** A page with running text; not a title page, nor a table of contents, whose lines end in numbers or are all links. */
export function isText(page: PaintedPage, all: readonly Line[], body: number): boolean {
  const lines = all.filter((d) => d.role !== 'head' && d.role !== 'folio')
  const long = lines.filter((d) => d.text.length > 30 / (lines.some((e) => e.column > 0) ? 2 : 1))
  if (lines.filter((d) => isBody(d, body)).length < 3 || long.length < 3) return false
  const leaders = lines.filter((d) => /(\.\s?){4,}\s*\d+\s*$/u.test(d.text)).length
  if (leaders > 0 && leaders >= 0.4 * lines.length) return false
  const linked = lines.filter((line) =>
    page.links.some(
      (d) =>
        d.to !== undefined &&
        d.right - d.left > 3 &&
        d.left < line.left + 12 &&
        d.top <= line.y &&
        d.bottom >= line.y - 2
    )
  ).length
  const small = lines.some((d) => d.size <= 0.9 * body)
  return small || linked < 0.6 * lines.length
}
