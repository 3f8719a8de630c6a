// A page that its text does not come out on in, what would do out, found by trying: by how many characters each paragraph
// and note of it would have to be shorter, or longer.
import { alterAt, textBetween } from './alter-text.ts'
import { choicesFor } from './choices.ts'
import type { Trial } from './choices.ts'
import type { FencedPage, Part } from './fenced-pages.ts'
import { isSame } from './fenced-pages.ts'
import { fillWindow } from './fill-window.ts'
import { paragraphsOf } from './ink.ts'
import type { Job } from './job.ts'

/** What of a paragraph stands on a page, and what would have to be done there. */
export interface Remedy {
  /** Manuscript line of the paragraph or note. */
  line: number
  /** Characters to cut there; fewer than none: to add. */
  cut: number
  /** The words with which what stands on the page begins and ends. */
  from: string
  to: string
}

/** Most letters that are tried, and lines. */
const MOST = 120
const MOST_LINES = 3
/** Letters by which more are tried where no line is saved, and letters that a part keeps. */
const STEP = 8
const KEPT = 10
const WORDS = 3
/** Where letters are taken out of a corrected part, as shares of it: the most that is wanted at any of them will do. */
const SHARES = [0.25, 0.5, 0.75]

/** A part of a page that may be altered. */
interface Place {
  part: Part
  inNote: boolean
  corrected: boolean
}

/** A place, and how far into it letters are taken out or put in. */
interface Trying extends Place {
  share: number
}

/** A remedy, and whether it is for a part that was corrected. */
export type Found = Remedy & { corrected: boolean }

/**
 * What would do on a page, in each of its parts.
 *
 * @param sign 1 to cut, -1 to add
 */
export function remediesFor(job: Job, index: number, sign: 1 | -1): Found[] {
  const page = job.pages[index]
  return (page ? placesOf(job, page) : []).flatMap((place) => {
    const shares = place.corrected ? SHARES : [0.5]
    const cuts = shares.flatMap((share) => tryPlace(job, index, { ...place, share }, sign) ?? [])
    if (cuts.length === 0) return []
    return [{ ...describe(job, place, sign * Math.max(...cuts)), corrected: place.corrected }]
  })
}

/** The manuscript line of what was corrected on a page; 0 where it is none of its paragraphs. */
export function correctedLine(job: Job, page: FencedPage): number {
  const place = placesOf(job, page).find((d) => d.corrected)
  return place ? lineOf(job, place) : 0
}

function placesOf(job: Job, page: FencedPage): Place[] {
  const text = page.blocks.map((part): Place => {
    const before = page.oldBlocks.find((d) => job.text.pairs.get(d.of) === part.of)
    return { part, inNote: false, corrected: !before || !isSame(before, part, job.text) }
  })
  const notes = page.notes.map((part): Place => {
    const before = page.oldNotes.find((d) => job.notes.pairs.get(d.of) === part.of)
    return { part, inNote: true, corrected: !before || !isSame(before, part, job.notes) }
  })
  return [...text, ...notes]
}

/** Letters that must be cut there, or added, for the page to come out: at first those that save a line of it. */
function tryPlace(job: Job, index: number, place: Trying, sign: number): number | undefined {
  const fits = (letters: number) => fitsWith(job, index, trialAt(place, -sign * letters))
  let from = 0
  for (let line = 0; line < MOST_LINES; line += 1) {
    const letters = nextLine(job, place, sign, from)
    if (letters === undefined) break
    if (fits(letters)) return letters
    from = letters
  }
  if (!place.corrected || place.share !== 0.5) return undefined
  const reach = reachOf(place)
  for (let letters = STEP; letters <= reach; letters += STEP) if (fits(letters)) return letters
  return undefined
}

function fitsWith(job: Job, index: number, trial: Trial): boolean {
  const windows = [
    [index, index],
    [index, index + 1],
    [index - 1, index]
  ] as const
  return windows.some(
    ([a, b]) => a >= 0 && b < job.pages.length && fillWindow(job, a, b, trial) !== undefined
  )
}

const reachOf = ({ part }: Place): number => Math.min(MOST, part.to - part.from - KEPT)

/** Fewest letters above `from` with which the place can be set in a line less, or more, than with these. */
function nextLine(job: Job, place: Trying, sign: number, from: number): number | undefined {
  const reach = reachOf(place)
  const now = linesAt(job, place, sign, from)
  if (now === undefined || reach <= from) return undefined
  const isFurther = (letters: number) => {
    const then = linesAt(job, place, sign, letters)
    return then !== undefined && (now - then) * sign > 0
  }
  let [few, many] = [from, reach]
  if (!isFurther(many)) return undefined
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2)
    if (isFurther(middle)) many = middle
    else few = middle
  }
  return many
}

/** Lines in which the place can be set at least, or at most. */
function linesAt(job: Job, place: Trying, sign: number, letters: number): number | undefined {
  const trial = letters > 0 ? trialAt(place, -sign * letters) : undefined
  const ways = choicesFor(job, place.part, place.inNote, undefined, trial)
  const counts = ways.map((d) => d.setting.heights.length)
  if (counts.length === 0) return undefined
  return sign > 0 ? Math.min(...counts) : Math.max(...counts)
}

function trialAt({ part, inNote, share }: Trying, more: number): Trial {
  const room = part.to - part.from + Math.min(0, more)
  const alter = alterAt(part.from + Math.floor(room * share), more)
  return { of: part.of, inNote, alter, more }
}

function describe(job: Job, place: Place, letters: number): Remedy {
  const { part, inNote } = place
  const matter = (inNote ? job.notes : job.text).now.matters[part.of]
  const text = textBetween((matter && paragraphsOf(matter)) ?? [], part.from, part.to)
  const words = text.split(/\s+/u)
  // Spaces count as characters, as they do for whoever cuts.
  const cut = Math.round((letters * text.length) / Math.max(1, part.to - part.from))
  const from = words.slice(0, WORDS).join(' ')
  return { line: lineOf(job, place), cut, from, to: words.slice(-WORDS).join(' ') }
}

function lineOf(job: Job, { part, inNote }: Place): number {
  return (inNote ? job.noteLines[part.of] : job.blocks[part.of]?.line) ?? 0
}
