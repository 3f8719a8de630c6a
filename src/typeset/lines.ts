// The front door of line breaking. Comes in: paragraphs. Goes out: ways to set each, with the lines of those that are
// chosen. In order: the letters are shaped, break points found, the best breaks chosen over the whole paragraph, and each
// line is shaped again to be exact. The same paragraph gives the same settings, as the same objects.
import type { Line, Setting, Style } from '../composition.ts'
import type { FaceName } from '../faces.ts'
import { findPoints, POINT } from './break-points.ts'
import type { BreakPoints } from './break-points.ts'
import { breakParagraph } from './break-paragraph.ts'
import type { BreakJob, Way } from './break-paragraph.ts'
import { lettersOf, pointsAt, pointsBetween } from './break-part.ts'
import { openHyphenation } from './hyphenation.ts'
import { keepRecent } from './keep-recent.ts'
import { layLetters } from './letters.ts'
import type { Letters } from './letters.ts'
import { paragraphKey } from './paragraph-key.ts'
import type { Paragraph } from './paragraph.ts'
import { linePricer } from './price-line.ts'
import type { Room } from './price-line.ts'
import { setLine } from './set-line.ts'
import { openShaper } from './shape.ts'
import type { Shaper } from './shape.ts'
import { FENCED, LINES, REACH } from './taste.ts'
import { placesInWord } from './word-places.ts'
import type { Place } from './word-places.ts'

/** What the lines of an edition have in common. */
export interface LineSetting {
  /** BCP 47. */
  language: string
  faces: ReadonlyMap<FaceName, Uint8Array>
  /** The editor's breaks: `pam-phlet`; a form without a hyphen is never broken. */
  exceptions: readonly string[]
  /** Neither glyph stretch nor tracking: word spaces do it all. */
  purist: boolean
}

/** A compositor of lines. */
export interface Lines {
  /** Ways to set a paragraph, the cheapest first; never none. */
  set: (paragraph: Paragraph) => readonly Setting[]
  /** Ways to set a part of it, from one letter to another, the cheapest first; none where no line can end there. */
  setPart: (paragraph: Paragraph, from: number, to: number) => readonly Setting[]
  /** The setting whose lines begin with these letters; undefined where they cannot. */
  setAt: (paragraph: Paragraph, starts: readonly number[]) => Setting | undefined
  /** Width of a text, its letterspace included. */
  width: (text: string, style: Style) => number
  /** Letters, for a cover, which is drawn and not printed. */
  shaper: Pick<Shaper, 'shape' | 'outlines'>
  has: (face: FaceName, codePoint: number) => boolean
  /** Code points of a text that a face has no drawing for. */
  missing: (text: string, face: FaceName) => readonly number[]
  /** Whether the language has patterns. */
  hyphenated: boolean
  /** Forget the paragraphs, but not the widths of letters. */
  clear: () => void
}

/** Code units of the paragraphs, and words, that are remembered. */
const PARAGRAPHS_KEPT = 8_000_000
const WORDS_KEPT = 40_000

/** Editions whose lines a process keeps open. */
const KEPT = 2
const opened = keepRecent<string, Lines>(KEPT)

/** The same setting is the same compositor, who still knows what he has set. */
export async function openLines(setting: LineSetting): Promise<Lines> {
  const { language, faces, exceptions, purist } = setting
  const files = [...faces].map(([name, bytes]) => [name, bytes.length])
  const key = JSON.stringify([language, files, exceptions, purist])
  const before = opened.get(key)
  if (before) return before
  const made = await newLines(setting)
  opened.set(key, made)
  return made
}

async function newLines(setting: LineSetting): Promise<Lines> {
  const { language, faces, exceptions, purist } = setting
  const shaper = await openShaper(faces, language)
  const hyphenation = await openHyphenation(language, exceptions)
  const give = purist
    ? { stretch: 0, tracking: 0 }
    : { stretch: LINES.stretch, tracking: LINES.tracking }
  const known = keepRecent<string, readonly Setting[]>(PARAGRAPHS_KEPT)
  const hyphenatedWords = keepRecent<string, readonly Place[]>(WORDS_KEPT)
  const wholeWords = keepRecent<string, readonly Place[]>(WORDS_KEPT)
  return {
    set,
    setPart,
    setAt,
    width,
    shaper,
    has: shaper.has,
    missing,
    hyphenated: hyphenation.hyphenated,
    clear: known.clear
  }

  function set(paragraph: Paragraph): readonly Setting[] {
    const key = paragraphKey(paragraph)
    const before = known.get(key)
    if (before) return before
    const settings = compose(paragraph)
    known.set(key, settings, key.length)
    return settings
  }
  function compose(paragraph: Paragraph): Setting[] {
    const job = jobOf(paragraph)
    const ways = breakParagraph(job)
    const best = ways[0]?.cost ?? 0
    return ways.map((way) => makeSetting(way, job, paragraph.leading, way.cost - best))
  }
  function setPart(paragraph: Paragraph, from: number, to: number): Setting[] {
    const job = jobOf(paragraph)
    const all = job.points(Infinity)
    const [first, last] = pointsAt(job.letters, all, [from, to]) ?? []
    if (first === undefined || last === undefined) return []
    const { beside: _, ...rest } = job.room
    const room = first === 0 ? job.room : { ...rest, indent: 0 }
    const points = () => pointsBetween(all, first, last)
    const ways = breakParagraph({ ...job, room, points, reach: FENCED })
    const best = ways[0]?.cost ?? 0
    return ways
      .filter((d) => !d.limits.anyway)
      .map(({ breaks, cost, ...way }) => {
        const whole = { ...way, cost, points: all, breaks: breaks.map((d) => d + first) }
        return makeSetting(whole, job, paragraph.leading, cost - best)
      })
  }
  function setAt(paragraph: Paragraph, starts: readonly number[]): Setting | undefined {
    const job = jobOf(paragraph)
    const points = job.points(Infinity)
    const breaks = pointsAt(job.letters, points, [...starts, lettersOf(paragraph.runs)])
    if (!breaks) return undefined
    const limits = { ...give, tightest: LINES.tightest, loosest: LINES.looser, anyway: true }
    const pricer = linePricer(points, job.room, limits, job.letters.em)
    return makeSetting({ cost: 0, breaks, points, limits, pricer }, job, paragraph.leading, 0)
  }
  function jobOf(paragraph: Paragraph): BreakJob {
    const { align, hyphenate, preformatted = false } = paragraph
    const letters = layLetters(paragraph.runs, shaper, preformatted, paragraph.language)
    const room = roomOf(paragraph)
    const hangs = [
      align !== 'center' && align !== 'right',
      align !== 'center' && align !== 'left'
    ] as const
    const places = (word: string): readonly Place[] => placesOf(word, hyphenate)
    const points = (fits: number): ReturnType<typeof findPoints> =>
      findPoints(letters, { preformatted, places, shaper, language, hangs, fits })
    return { letters, points, room, give, variants: paragraph.variants, reach: REACH, preformatted }
  }
  function placesOf(word: string, hyphenate: boolean): readonly Place[] {
    const words = hyphenate ? hyphenatedWords : wholeWords
    const found = words.get(word)
    if (found) return found
    const made = placesInWord(word, hyphenate ? hyphenation : undefined)
    words.set(word, made)
    return made
  }
  function makeSetting(
    way: Way,
    { letters, room }: BreakJob,
    leading: number,
    cost: number
  ): Setting {
    const { breaks, points, limits, pricer } = way
    const ends = breaks.slice(1)
    const [first = 0] = breaks
    // A part has none of the lines that stand beside a drop cap.
    const skipped = first > 0 ? (room.beside?.lines ?? 1) : 0
    let lines: readonly Line[] | undefined
    const job = { letters, points, room, limits, shaper, target: pricer.target }
    const forced = ends.filter((d) => points.forced[d] === 1).length
    return {
      cost,
      heights: ends.map(() => leading),
      calls: callsOf(letters, points, breaks),
      hyphens: ends.map((d) => points.kind[d] === POINT.soft || points.kind[d] === POINT.hard),
      ...(forced > 0 ? { forced } : {}),
      lines: () =>
        (lines ??= ends.map((j, index) => setLine(job, breaks[index] ?? 0, j, index + skipped)))
    }
  }
  function width(text: string, style: Style): number {
    const shaped = shaper.shape(text, style)
    return shaped.width * style.size + shaped.letters * style.tracking
  }
  function missing(text: string, face: FaceName): readonly number[] {
    const style = { face, size: 1, features: [], tracking: 0, raise: 0 }
    const { absent } = shaper.shape(text, style)
    if (!absent) return []
    const found = new Set<number>()
    let at = 0
    for (const letter of text) {
      if (absent[at] === 1) found.add(letter.codePointAt(0) ?? 0)
      at += letter.length
    }
    return [...found]
  }
}

function roomOf({ measure, indent, align, beside, inNote = false }: Paragraph): Room {
  const room = { measure, indent, align, inNote }
  return beside ? { ...room, beside } : room
}

/** Notes that are called on each line: where the run that calls one begins. */
function callsOf(
  { runs, runOf }: Letters,
  { count, end, next }: BreakPoints,
  [first = 0, ...ends]: readonly number[]
): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, number[]>()
  runs.forEach(({ call }, index) => {
    if (call === undefined) return
    const at = runOf.indexOf(index)
    const line = ends.findIndex((d) => (end[d] ?? 0) > at)
    if (first > 0 && at < (next[first] ?? 0)) return
    if (line < 0 && (ends.at(-1) ?? 0) < count - 1) return
    const key = line < 0 ? ends.length - 1 : line
    calls.set(key, [...(calls.get(key) ?? []), call])
  })
  return calls
}
