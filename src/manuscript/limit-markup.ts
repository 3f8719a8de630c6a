// Stop before the parser starts at what would keep it for minutes, or take all its room: ten thousand `>` in a row, or a
// paragraph of nothing but brackets. The parser needs the square of the marks in a paragraph and of the levels at the head
// of a line; no text that people read comes near these limits. One look at each line, no tree.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

/** Quotations, lists and notes within each other, as the markers at the head of a line tell. */
const DEEPEST = 100
/** Columns that a list within a list is indented by, at the least. */
const STEP = 2
/** Characters in one paragraph that may open or close emphasis, code, a link or a tag. */
const MOST_MARKS = 5000
/** Lines without a blank one between: a tight list, or the rows of a table. */
const MOST_LINES = 5000
const MARKER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]+\]:)/uy
const MARK = /[[\]*_`<~]/gu
/** A line that begins a paragraph even where none ends before it. */
const OPENS = /^ {0,3}(?:[-+*]\s|1[.)]\s|\[\^[^\]\s]+\]:)/u

const NUMBERED = /^\d{1,9}[.)]\s/u

/**
 * Refuse what cannot be parsed.
 *
 * @param text what would be parsed; what the file says when missing
 * @param most marks in one paragraph; a rough text may be one, and is parsed but twice
 * @throws {VFileMessage} exit 5 with the line
 */
export function limitMarkup(file: VFile, text = String(file), most = MOST_MARKS): void {
  let lines = 0
  let marks = 0
  let numbered = false
  for (const [index, line] of text.split('\n').entries()) {
    const stop = (what: string, way: string) =>
      failAt(
        file,
        { line: index + 1, column: 1 },
        'limit-markup',
        `Unexpected ${what}, expected ${way}`,
        5
      )
    const blank = line.trim() === ''
    // `2.` begins an item in a list only; anywhere else it goes on with the paragraph.
    if (lines === 0) numbered = NUMBERED.test(line)
    const opens = blank || OPENS.test(line) || (numbered && NUMBERED.test(line))
    lines = blank ? 0 : lines + 1
    marks = (opens ? 0 : marks) + (line.match(MARK)?.length ?? 0)
    if (levels(line) > DEEPEST)
      stop(`nesting over ${DEEPEST} levels`, 'fewer `>` and list marks at the head of the line')
    if (lines > MOST_LINES) stop(`block of over ${MOST_LINES} lines`, 'a blank line within it')
    if (marks > most)
      stop(`paragraph with over ${most} marks such as \`[\` and \`*\``, 'a blank line within it')
  }
}

/** How deep a line lies, at most: its markers, and the indentation before the first. */
function levels(line: string): number {
  let count = 0
  let indent = 0
  MARKER.lastIndex = 0
  for (let found = MARKER.exec(line); found; found = MARKER.exec(line)) {
    if (count === 0) indent = found[0].search(/\S/u)
    count += 1
    if (count > DEEPEST) break
  }
  return count + Math.floor(indent / STEP)
}
