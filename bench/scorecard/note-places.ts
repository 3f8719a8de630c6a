// Note calls and notes: found by raised or superior digits and by the numbers that notes begin with, then compared.
import type { Letter, Line } from './lines.ts'
import type { Link } from './glyphs.ts'
import type { Sheet } from './margins.ts'
import { grouped, usual } from './statistics.ts'

/** Where a note is called. */
interface Call {
  number: number
  line: Line
  x: number
  y: number
}

export interface NotePlaces {
  calls: number
  notes: number
  /** Notes that begin on the page of their call, and the others: numbers with pages. */
  onPage: number
  away: readonly string[]
  /** Notes that go on over the turn, and those of them that would have found room. */
  continued: readonly string[]
  needless: readonly string[]
  /** Calls that lead to the page of their note, and notes that lead back. */
  links: number
  backLinks: number
}

/** A number is taken for the next note when at most this many are missing in between. */
const MISSED = 5

/** Find the calls, and mark the lines at which notes begin (`line.begins`). */
export function findNotes(sheet: Sheet): Map<number, Call> {
  const flow = sheet.frames.flatMap((d) => d.flow)
  const common = textDigits(flow)
  const calls = new Map<number, Call>()
  for (const call of flow.flatMap((line) => callsIn(line, common)))
    if (!calls.has(call.number)) calls.set(call.number, call)
  let next = Math.min(...calls.keys())
  if (!Number.isFinite(next)) next = 1
  for (const { notes } of sheet.frames)
    for (const [i, line] of notes.entries()) {
      const number = numberAt(line, next, calls, notes[i - 1])
      if (number === undefined) continue
      line.begins = number
      next = number + 1
    }
  return calls
}

export function notePlaces(sheet: Sheet, calls: ReadonlyMap<number, Call>): NotePlaces {
  const begun = new Map<number, Line>()
  for (const line of sheet.frames.flatMap((d) => d.notes))
    if (line.begins !== undefined) begun.set(line.begins, line)
  const pairs = [...calls.values()].map((call) => ({ call, note: begun.get(call.number) }))
  const away = pairs.filter((d) => d.note?.page !== d.call.line.page)
  const continued = continuedIn(sheet, calls)
  return {
    calls: calls.size,
    notes: begun.size,
    onPage: pairs.length - away.length,
    away: away.map(
      ({ call, note }) =>
        `${call.number}: call page ${call.line.page}, note page ${note?.page ?? '?'}`
    ),
    continued: continued.map((d) => d.place),
    needless: continued.filter((d) => d.room).map((d) => d.place),
    links: pairs.filter(({ call, note }) => {
      const link = linksOn(sheet, call.line.page).find((d) => covers(d, call.x + 1, call.y))
      return note !== undefined && link?.to === note.page
    }).length,
    backLinks: [...begun.values()].filter((line) =>
      linksOn(sheet, line.page).some(
        (d) => d.left <= line.left + 3 && d.right >= line.left - 1 && covers(d, d.left, line.y - 2)
      )
    ).length
  }
}

/** Digits of the text have these codes; a digit behind a word that has another is a superior of the font. Code such as
 * `file.md:12` is in a font of its own. */
function textDigits(lines: readonly Line[]): ReadonlySet<string> {
  const common = new Set<string>()
  for (const { letters, size } of lines)
    for (const [i, letter] of letters.entries()) {
      if (!/\d/u.test(letter.text) || letter.superior) continue
      const before = letters[i - 1]
      const apart = !before || letter.x - before.end > 0.1 * size
      if (apart || (/[\d.,:–-]/u.test(before.text) && common.has(before.code)))
        common.add(letter.code)
    }
  return common
}

function callsIn(line: Line, common: ReadonlySet<string>): Call[] {
  const calls: Call[] = []
  const fonts = new Set([...common].map((d) => d.slice(0, d.lastIndexOf(' '))))
  const byFont = grouped(line.letters, (d) => d.font)
  const main = [...byFont].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0]
  let digits = ''
  let first: Letter | undefined
  const close = () => {
    if (first && digits) calls.push({ number: Number(digits), line, x: first.x, y: first.y })
    digits = ''
  }
  for (const [i, letter] of line.letters.entries()) {
    const raised = letter.raised || letter.size < 0.8 * line.size
    const high = raised && letter.y < line.y - 0.12 * line.size
    const own =
      i > 0 && !common.has(letter.code) && (fonts.has(letter.font) || letter.font === main)
    if (!/\d/u.test(letter.text) || !(letter.superior || high || own)) close()
    else {
      if (!digits) first = letter
      digits += letter.text
    }
  }
  close()
  return calls
}

/** The number of the note that begins with a line: the next one, or, where a note was missed, one soon behind it. */
function numberAt(
  line: Line,
  next: number,
  calls: ReadonlyMap<number, Call>,
  before: Line | undefined
): number | undefined {
  const digits = /^\[?(\d{1,4})/u.exec(line.text.replace(/\s+/gu, ''))?.[1]
  if (digits === undefined) return undefined
  const readings = [4, 3, 2, 1]
    .filter((d) => d <= digits.length)
    .map((d) => Number(digits.slice(0, d)))
  if (readings.includes(next)) return next
  if (before?.full) return undefined
  return readings.find((d) => calls.has(d) && d > next && d <= next + MISSED)
}

interface Continued {
  place: string
  /** It would have found room below the line of its call. */
  room: boolean
}

function continuedIn(sheet: Sheet, calls: ReadonlyMap<number, Call>): Continued[] {
  const notes = sheet.frames.flatMap((d) => d.notes)
  const steps = notes.slice(1).map((d, i) => d.y - (notes[i]?.y ?? 0))
  const leading =
    usual(
      steps.filter((d) => d > 0 && d < 2 * sheet.body),
      0.1
    ) ?? sheet.leading
  const lowest = Math.max(...notes.map((d) => d.y))
  return sheet.frames.flatMap((frame) => {
    const [first] = frame.notes
    if (!first || first.begins !== undefined) return []
    const from = notes.findLastIndex((d, i) => i < notes.indexOf(first) && d.begins !== undefined)
    const begin = notes[from]
    const after = notes.findIndex((d, i) => i > from && d.begins !== undefined)
    if (!begin) return [{ place: `page ${frame.page}`, room: false }]
    const length = (after < 0 ? notes.length : after) - from
    const earlier = notes.filter(
      (d, i) => i < from && d.page === begin.page && d.column === begin.column
    ).length
    const call = calls.get(begin.begins ?? 0)
    const room = call ? lowest - call.line.y - sheet.leading : 0
    const fits = (length + earlier) * leading <= room
    return [{ place: `note ${begin.begins}, page ${frame.page}, ${length} lines`, room: fits }]
  })
}

function linksOn(sheet: Sheet, page: number): readonly Link[] {
  return sheet.pages[page - 1]?.links.filter((d) => d.to !== undefined) ?? []
}

function covers(link: Link, x: number, y: number): boolean {
  const across = x >= link.left - 2 && x <= link.right + 2
  return across && y >= link.top - 3 && y - 3 <= link.bottom + 3
}
