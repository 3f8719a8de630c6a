// The front door of line breaking. Comes in: paragraphs. Goes out: ways to set each, with the lines of those that are
// chosen. In order: the letters are shaped, break points found, the best breaks chosen over the whole paragraph, and each
// line is shaped again to be exact. The same paragraph gives the same settings, as the same objects.
import type { Line, Setting, Style } from '../composition.ts'
import type { FaceName } from '../faces.ts'
import { findPoints, POINT } from './break-points.ts'
import { breakParagraph } from './break-paragraph.ts'
import type { Way } from './break-paragraph.ts'
import { openHyphenation } from './hyphenation.ts'
import { keepRecent } from './keep-recent.ts'
import { layLetters } from './letters.ts'
import type { Letters } from './letters.ts'
import { paragraphKey } from './paragraph-key.ts'
import type { Paragraph } from './paragraph.ts'
import type { Room } from './price-line.ts'
import { setLine } from './set-line.ts'
import { openShaper } from './shape.ts'
import type { Shaper } from './shape.ts'
import { LINES } from './taste.ts'
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
    const ways = breakParagraph({
      letters,
      points,
      room,
      give,
      variants: paragraph.variants,
      preformatted
    })
    const best = ways[0]?.cost ?? 0
    return ways.map((way) => makeSetting(way, letters, room, paragraph.leading, way.cost - best))
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
    letters: Letters,
    room: Room,
    leading: number,
    cost: number
  ): Setting {
    const { breaks, points, limits, pricer } = way
    const ends = breaks.slice(1)
    let lines: readonly Line[] | undefined
    const job = { letters, points, room, limits, shaper, target: pricer.target }
    const forced = ends.filter((d) => points.forced[d] === 1).length
    return {
      cost,
      heights: ends.map(() => leading),
      calls: callsOf(letters, points.end, ends),
      hyphens: ends.map((d) => points.kind[d] === POINT.soft || points.kind[d] === POINT.hard),
      ...(forced > 0 ? { forced } : {}),
      lines: () => (lines ??= ends.map((j, index) => setLine(job, breaks[index] ?? 0, j, index)))
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
  end: Int32Array,
  ends: readonly number[]
): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, number[]>()
  runs.forEach(({ call }, index) => {
    if (call === undefined) return
    const at = runOf.indexOf(index)
    const line = ends.findIndex((d) => (end[d] ?? 0) > at)
    const key = line < 0 ? ends.length - 1 : line
    calls.set(key, [...(calls.get(key) ?? []), call])
  })
  return calls
}
