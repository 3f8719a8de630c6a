// One page of the PDF beside the same page of the layout: nothing more may stand on it and nothing less. Lines, hyphens
// and spaces are the typesetter's, so letters and figures are compared, each region in its order: head, folio, text and
// notes; which of the four comes first is left to the PDF.
import type { Page } from '../pages.ts'
import { lettersDrawn, lettersUnsaid } from './drawn-letters.ts'
import type { Drawing } from './drawn-letters.ts'
import { agreementOf, sameLetters, shortenRuns } from './match-letters.ts'
import type { Agreement, Unsaid } from './match-letters.ts'
import { cutWords, UNREADABLE } from './words.ts'

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
  words: readonly { text: string; letters: string }[]
  letters: string
  name: 'body' | 'furniture' | number
}

const LEADING_MARKS = new RegExp(`^${UNREADABLE}+`, 'u')
const RUN = 12
const SHOWN = 60
const SHOWN_BEFORE = 6

/**
 * The first difference in the order of regions that differs least; undefined when the page shows what it should.
 *
 * @param shown the text of the PDF's page
 * @param drawing what is known of how letters are drawn
 */
export function comparePage(
  page: Page,
  shown: string,
  drawing: Drawing
): PageDifference | undefined {
  const regions = regionsOf(page, drawing)
  const text = regions.filter((d) => d.name !== 'furniture')
  const furniture = regions.filter((d) => d.name === 'furniture')
  const letters = shortenRuns(lettersDrawn(shown, drawing, ''))
  const unsaid = unsaidOn(page, regions, drawing)
  const turned = drawing.turned?.(page) ?? false
  let best: PageDifference | undefined
  for (const order of ordersOf(text, furniture)) {
    const wanted = order.map((d) => d.letters).join('')
    const agreed = agreementOf(wanted, letters, unsaid)
    if (agreed.whole || (turned && sameLetters(wanted, letters, unsaid))) return undefined
    const found = differenceAt(order, letters, agreed)
    if (!best || found.weight < best.weight) best = found
  }
  return best
}

function regionsOf(page: Page, drawing: Drawing): Region[] {
  const region = (name: Region['name'], texts: readonly string[]): Region => {
    const words = texts
      .flatMap((d) => cutWords(d))
      .map(({ text }) => ({ text, letters: lettersDrawn(text, drawing) }))
    return { name, words, letters: words.map((d) => d.letters).join('') }
  }
  const notes = page.notes.map(({ number, text, continued }) =>
    region(number, [continued ? '' : String(number), text])
  )
  return [
    region('body', page.blocks),
    ...notes,
    region('furniture', [page.head]),
    region('furniture', page.repeated ?? []),
    region('furniture', [page.folio])
  ].filter((d) => d.letters !== '')
}

/** What cannot be read is a letter that some face has not; only where all faces have all letters may it be any. */
function unsaidOn(
  { blocks, notes, head }: Page,
  regions: readonly Region[],
  { faces }: Drawing
): Unsaid {
  if (!faces) return undefined
  const text = [...blocks, ...notes.map((d) => d.text), head].join('')
  const unsaid = lettersUnsaid(text, faces)
  const drawn = unsaid === '' && !regions.some((d) => d.letters.includes(UNREADABLE))
  return drawn ? undefined : new Set(unsaid)
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

function differenceAt(
  order: readonly Region[],
  letters: string,
  agreed: Agreement
): PageDifference {
  const wanted = order.map((d) => d.letters).join('')
  const at = agreed.wanted + marksAt(wanted.slice(agreed.wanted))
  const shown = letters.slice(agreed.shown)
  const rest = at > agreed.wanted ? shown.slice(marksAt(shown)) : shown
  const { region, start } = regionAt(order, at)
  const { lost, extra } = nextMeeting(wanted.slice(at), rest)
  const within = at - start
  const { words, first } = wordsAround(region, within, within + lost)
  return {
    weight: weightOf(wanted, letters),
    lost: words,
    extra: rest.slice(0, Math.min(extra, SHOWN)).replaceAll(UNREADABLE, ''),
    before: textOf(region.words.slice(Math.max(0, first - SHOWN_BEFORE), first)),
    ...placeIn(region, first)
  }
}

function marksAt(text: string): number {
  return LEADING_MARKS.exec(text)?.[0].length ?? 0
}

function regionAt(order: readonly Region[], at: number): { region: Region; start: number } {
  let start = 0
  for (const region of order) {
    if (at < start + region.letters.length) return { region, start }
    start += region.letters.length
  }
  const region = order.at(-1) ?? { words: [], letters: '', name: 'furniture' }
  return { region, start: start - region.letters.length }
}

function placeIn(region: Region, word: number) {
  if (region.name === 'body') return { bodyWord: Math.min(word, region.words.length - 1) }
  return typeof region.name === 'number' ? { note: region.name } : {}
}

function textOf(words: Region['words']): string {
  return words.map((d) => d.text).join(' ')
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
  const lost: Region['words'][number][] = []
  let first = region.words.length
  let at = 0
  for (const [index, word] of region.words.entries()) {
    const end = at + word.letters.length
    if (end > from && first > index) first = index
    if (end > from && at < to) lost.push(word)
    at = end
  }
  return { words: textOf(lost), first }
}
