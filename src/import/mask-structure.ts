// A rough text is not Markdown, and a parser of Markdown misreads it: `- 59 -` at the foot of a page as a list, a dash at the
// head of a filled line as another, the indent of a first line as code. Comes in: the text. Goes out: a text of the same
// length for the parser alone, in which such lines read as the paragraphs they are; the words are taken from the source.
import { namesNotes } from './note-names.ts'
import { furnitureIn } from './page-furniture.ts'

const FULL = 45
const MANY = 300
const FEWEST_INDENTS = 4
const WIDEST = 120
const BULLET = /^ {0,3}[-+*](?=[ \t])/u
const NUMBER = /^ {0,3}\d{1,9}[.)](?=[ \t])/u
const UNDERLINE = /^ {0,3}(?:-{4,}|={4,})[ \t]*$/u
const TILDES = /^~{3,}$/u
const DASH = /^ {0,3}(?:-{1,3}|–|—)[ \t]+(?=\p{Ll}|["'“‘]?\p{L})/u
const INDENT = /^(?: {4,}|\t| {3,})(?=\S)/u
const DEEP = /^(?: {4}|\t)/u
const FENCE = /^ {0,3}(`{3,}|~{3,})/u
const HANGING = /^(?:[-+*]|\d{1,9}[.)]|\[\^[^[\]\s]+\]:)[ \t]/u
const LISTED = /^\s*(?:[-+*]|\d{1,9}[.)])[ \t]/u

/** The text as the parser shall see it; offsets stay. */
export function maskStructure(source: string): string {
  const lines = source.split('\n')
  const fenced = fencedLines(lines)
  const listed = notesInLists(lines)
  const indents = lines.filter((d, i) => INDENT.test(d) && opensParagraph(lines, i)).length
  const masked = lines.map((line, i) =>
    fenced[i]
      ? line
      : listed.has(i)
        ? maskNote(line)
        : mask(lines, i, line, indents >= FEWEST_INDENTS)
  )
  return masked.join('\n')
}

/**
 * The lines under a heading of notes, where they are so many that the parser, which needs the square of the items of a
 * list, would take minutes; they are told apart by their numbers later on.
 */
function notesInLists(lines: readonly string[]): ReadonlySet<number> {
  if (lines.filter((d) => NUMBER.test(d)).length < MANY) return new Set()
  let inside = false
  return new Set(
    lines.flatMap((line, i) => {
      if (/^#{1,6} /u.test(line) || namesNotes(line)) inside = namesNotes(line.replace(/^#+ /u, ''))
      return inside ? [i] : []
    })
  )
}

function maskNote(line: string): string {
  const marker = NUMBER.exec(line)?.[0] ?? ''
  if (marker !== '') return 'x'.repeat(marker.length) + line.slice(marker.length)
  return DEEP.test(line) ? `\n${line.slice(1)}` : line
}

function mask(lines: readonly string[], i: number, line: string, typed: boolean): string {
  const [before, after] = [lines[i - 1] ?? '', lines[i + 1] ?? '']
  const marker = BULLET.exec(line)?.[0] ?? NUMBER.exec(line)?.[0]
  const underlined = before.trim() === '' && UNDERLINE.test(after)
  if (marker !== undefined && (underlined || isFolio(line) || wraps(before, line, after)))
    return 'x'.repeat(marker.length) + line.slice(marker.length)
  if (TILDES.test(line) && before.trim() !== '' && before.length <= FULL)
    return line.replaceAll('~', '=')
  if (UNDERLINE.test(line) && before.length > FULL) return line.slice(0, -1).replace(/^/u, '\n')
  if (!INDENT.test(line)) return line
  // Where first lines are set in throughout, a speech of one line is a paragraph too.
  if (typed && isSpeech(lines, i)) return `\n${line.slice(1)}`
  const opens = !isIndented(before) && stops(before) && !HANGING.test(before)
  const first = before.trim() === '' ? DEEP.test(line) : opens
  return first && opensParagraph(lines, i) ? `\n${line.slice(1)}` : line
}

/** `- 59 -`, and no item of a list. */
function isFolio(line: string): boolean {
  return (
    furnitureIn(line)?.folio !== undefined && /^\W*(?:p\w*\W*)?[\divxlc]+\W+$/iu.test(line.trim())
  )
}

/** A dash, or a number with a stop, that came to the head of a line when the paragraph was filled. */
function wraps(before: string, line: string, after: string): boolean {
  if (before.length < FULL || before.length > WIDEST) return false
  if (LISTED.test(before) || LISTED.test(after)) return false
  const stopped = /[.:;!?]["'”’)]*\s*$/u.test(before)
  return !stopped && (DASH.test(line) || NUMBER.test(line))
}

function stops(line: string): boolean {
  return /[.!?…:]["'”’)\]*_]*(?:<sup>\d+<\/sup>|\[\d+\])?\s*$/u.test(line)
}

function isIndented(line: string): boolean {
  return /^\s/u.test(line)
}

/** A line set in, whole or the first of its paragraph, behind one that is at its end. */
function isSpeech(lines: readonly string[], i: number): boolean {
  const [before, line] = [lines[i - 1] ?? '', lines[i] ?? '']
  const apart = before.trim() === '' || (stops(before) && !HANGING.test(before))
  return apart && !LISTED.test(line) && (stops(line) || opensParagraph(lines, i))
}

/** A line that begins with an indent while the next begins without one: the first of a paragraph. */
function opensParagraph(lines: readonly string[], i: number): boolean {
  const after = lines[i + 1] ?? ''
  return after.trim() !== '' && !isIndented(after) && !LISTED.test(lines[i] ?? '')
}

/** Which lines stand in the front matter or a fenced block of code. */
function fencedLines(lines: readonly string[]): boolean[] {
  let fence = ''
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  return lines.map((line, i) => {
    if (i <= front) return true
    const under = TILDES.test(line) && (lines[i - 1] ?? '').trim() !== ''
    const mark = fence === '' && under ? '' : (FENCE.exec(line)?.[1] ?? '')
    if (fence === '') {
      fence = mark
      return mark !== ''
    }
    if (mark.startsWith(fence) && line.trim() === mark) fence = ''
    return true
  })
}
