// One page of the PDF beside the same page of the layout: nothing more may stand on it and nothing less. Lines, hyphens
// and spaces are the typesetter's, so letters and figures are compared, each region in its order: head, folio, text and
// notes; which of the four comes first is left to the PDF.
import type { Page } from '../pages.ts'
import { cutWords, lettersOf, UNREADABLE } from './words.ts'

/** The first letters that differ on a page. */
export interface PageDifference {
  /** How many letters are lost or too many. */
  weight: number
  /** Letters that the layout has and the PDF does not show, as words. */
  lost: string
  /** Letters that only the PDF shows. */
  extra: string
  /** Words before them. */
  before: string
  /** Which word of the page's text, from 0, when it is in its text. */
  bodyWord?: number
  /** The note, when it is in a note. */
  note?: number
}

/** A region of the page: its words, and the letters of all of them. */
interface Region {
  words: readonly string[]
  letters: string
  name: 'body' | 'furniture' | number
}

const RUN = 12
const SHOWN = 60
const SHOWN_BEFORE = 6

/** The first difference in the order of regions that differs least; undefined when the page shows what it should. */
export function comparePage(page: Page, shown: string): PageDifference | undefined {
  const regions = regionsOf(page)
  const text = regions.filter((d) => d.name !== 'furniture')
  const furniture = regions.filter((d) => d.name === 'furniture')
  const letters = lettersOf(shown)
  let best: PageDifference | undefined
  for (const order of ordersOf(text, furniture)) {
    const found = lay(order, letters)
    if (!found) return undefined
    if (!best || found.weight < best.weight) best = found
  }
  return best
}

function regionsOf(page: Page): Region[] {
  const region = (name: Region['name'], texts: readonly string[]): Region => {
    const words = texts.flatMap((d) => cutWords(d).map(({ text }) => text))
    return { name, words, letters: lettersOf(texts.join(' ')) }
  }
  const notes = page.notes.map(({ number, text, continued }) =>
    region(number, [continued ? '' : String(number), text])
  )
  return [
    region('body', page.blocks),
    ...notes,
    region('furniture', [page.head]),
    region('furniture', [page.folio])
  ].filter((d) => d.letters !== '')
}

/** Furniture before or after the text, and the notes before the body or after it. */
function* ordersOf(
  text: readonly Region[],
  furniture: readonly Region[]
): Generator<readonly Region[]> {
  const turned = [
    ...text.filter((d) => d.name !== 'body'),
    ...text.filter((d) => d.name === 'body')
  ]
  for (const middle of text[0] === turned[0] ? [text] : [text, turned])
    for (const pieces of permutations(furniture))
      for (let cut = 0; cut <= pieces.length; cut += 1)
        yield [...pieces.slice(0, cut), ...middle, ...pieces.slice(cut)]
}

function permutations(regions: readonly Region[]): Region[][] {
  if (regions.length < 2) return [[...regions]]
  return regions.flatMap((first, index) =>
    permutations(regions.toSpliced(index, 1)).map((rest) => [first, ...rest])
  )
}

function lay(order: readonly Region[], shown: string): PageDifference | undefined {
  const letters = readLigatures(order.map((d) => d.letters).join(''), shown)
  let at = 0
  for (const region of order) {
    if (!letters.startsWith(region.letters, at)) return differenceAt(order, region, letters, at)
    at += region.letters.length
  }
  if (at === letters.length) return undefined
  const last = order.at(-1)
  const before = last?.words.slice(-SHOWN_BEFORE).join(' ') ?? ''
  const extra = letters.slice(at, at + SHOWN)
  const place = placeIn(last, (last?.words.length ?? 1) - 1)
  return { weight: letters.length - at, lost: '', extra, before, ...place }
}

/** Put letters for each ligature that cannot be read, when those around it agree with what is wanted. */
function readLigatures(wanted: string, shown: string): string {
  const [first = '', ...rest] = shown.split(UNREADABLE)
  let text = first
  for (const piece of rest) {
    const next = piece.slice(0, RUN)
    const length = [1, 2, 3, 4].find((d) => wanted.startsWith(next, text.length + d))
    text += wanted.startsWith(text) && length ? wanted.slice(text.length, text.length + length) : ''
    text += piece
  }
  return text
}

function differenceAt(
  order: readonly Region[],
  region: Region,
  letters: string,
  start: number
): PageDifference {
  const within = agreement(region.letters, letters.slice(start))
  const agreed = start + within
  const wanted = order.map((d) => d.letters).join('')
  const { lost, extra } = nextMeeting(wanted.slice(agreed), letters.slice(agreed))
  const { words, first } = wordsAround(region, within, within + lost)
  return {
    weight: weightOf(wanted, letters),
    lost: words,
    extra: letters.slice(agreed, agreed + Math.min(extra, SHOWN)),
    before: region.words.slice(Math.max(0, first - SHOWN_BEFORE), first).join(' '),
    ...placeIn(region, first)
  }
}

function placeIn(region: Region | undefined, word: number) {
  if (region?.name === 'body') return { bodyWord: Math.min(word, region.words.length - 1) }
  return typeof region?.name === 'number' ? { note: region.name } : {}
}

/** Letters left over when what both have at the beginning and at the end is taken off. */
function weightOf(wanted: string, shown: string): number {
  const most = Math.min(wanted.length, shown.length)
  const head = agreement(wanted, shown)
  let tail = 0
  while (tail < most - head && wanted.at(-1 - tail) === shown.at(-1 - tail)) tail += 1
  return Math.max(wanted.length, shown.length) - head - tail
}

function agreement(wanted: string, shown: string): number {
  let length = 0
  while (length < wanted.length && wanted[length] === shown[length]) length += 1
  return length
}

/** The fewest letters to leave out on both sides until twelve are the same. */
function nextMeeting(wanted: string, shown: string): { lost: number; extra: number } {
  const firsts = new Map<string, number>()
  for (let j = shown.length; j >= 0; j -= 1) firsts.set(shown.slice(j, j + RUN), j)
  let best = { lost: wanted.length, extra: shown.length }
  for (let i = 0; i <= wanted.length && i < best.lost + best.extra; i += 1) {
    const j = firsts.get(wanted.slice(i, i + RUN))
    if (j !== undefined && i + j < best.lost + best.extra) best = { lost: i, extra: j }
  }
  return best
}

/** The words of a region that letters `from` to `to` belong to. */
function wordsAround(region: Region, from: number, to: number): { words: string; first: number } {
  const lost: string[] = []
  let first = region.words.length
  let at = 0
  for (const [index, word] of region.words.entries()) {
    const end = at + lettersOf(word).length
    if (end > from && first > index) first = index
    if (end > from && at < to) lost.push(word)
    at = end
  }
  return { words: lost.join(' '), first }
}
