// Lines of the frames in, paragraphs out: over page turns too. A paragraph begins behind a line that does not fill its
// measure, at an indent, behind white, and where text and quotation change; a note begins where its number stands.
import type { Line } from './lines.ts'
import type { Sheet } from './margins.ts'

/** The lines of a paragraph, at least one. */
export type Lines = readonly [Line, ...Line[]]

/** The paragraphs of the text, headings left out. */
export function paragraphsOf(sheet: Sheet): Lines[] {
  return gather(
    sheet.frames.flatMap((d) => d.flow),
    (line, last) => {
      const changed = (line.role === 'quote') !== (last.role === 'quote')
      const { body, leading } = sheet
      const indented = line.indent > 0.5 * body && line.indent < 4 * body
      return changed || ended(sheet, last) || indented || whiteBefore(line, last, leading)
    }
  )
}

/** The notes, each one paragraph or more. */
export function notesOf(sheet: Sheet): Lines[] {
  return gather(
    sheet.frames.flatMap((d) => d.notes),
    (line, last) =>
      ended(sheet, last) || whiteBefore(line, last, sheet.leading) || line.begins !== undefined
  )
}

function gather(lines: readonly Line[], begins: (line: Line, last: Line) => boolean): Lines[] {
  const found: [Line, ...Line[]][] = []
  let last: Line | undefined
  for (const line of lines) {
    const own = found.at(-1)
    if (line.role !== 'heading') {
      if (!own || !last || last.role === 'heading' || begins(line, last)) found.push([line])
      else own.push(line)
    }
    last = line
  }
  return found
}

function ended(sheet: Sheet, last: Line): boolean {
  return !last.full && last.right < sheet.edges(last).right - 0.3 * sheet.body
}

function whiteBefore(line: Line, last: Line, leading: number): boolean {
  const same = line.page === last.page && line.column === last.column
  return same && line.y - last.y > 1.25 * leading
}
