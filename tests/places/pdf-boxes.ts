// The boxes of a PDF's words as poppler has them, beside those that the places say: how far the edges lie apart.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Box, PlacedWord } from '../../src/places.ts'

/** Letters that stand together on a page; lengths are tenths of a point. */
export interface Stretch extends Box {
  text: string
}

/** What a comparison found. */
export interface Compared {
  /** Pairs of a placed stretch and the PDF's word. */
  pairs: readonly (readonly [Stretch, Stretch])[]
  /** Stretches of which the PDF has none of the same letters near. */
  alone: readonly Stretch[]
}

/** Whether poppler is there. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

const PART =
  /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu
const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'"
}
/** Poppler divides words at a gap of a tenth of their size. */
const TOUCHING = 12

/** The words of a PDF whose pages are as large as the trim. */
export function pdfWords(pdf: Uint8Array): Stretch[] {
  const folder = mkdtempSync(join(tmpdir(), 'press-places-'))
  try {
    const path = join(folder, 'read.pdf')
    writeFileSync(path, pdf)
    const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const
    const html = execFileSync('pdftotext', ['-bbox', path, '-'], options)
    let page = 0
    return [...html.matchAll(PART)].flatMap(([whole, ...found]) => {
      if (whole === '<page ') page += 1
      if (whole === '<page ') return []
      const [left = 0, top = 0, right = 0, bottom = 0] = found
        .slice(0, 4)
        .map((d) => Number(d) * 10)
      const text = (found[4] ?? '').replace(
        /&(#?\w+);/gu,
        (all, name: string) => NAMES[name] ?? all
      )
      return [{ page, left, top, width: right - left, height: bottom - top, text }]
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Words with the calls that touch them; a word that the end of a line divides has no text here. */
export function stretchesOf(places: readonly PlacedWord[], notes: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { word, boxes } of places)
    for (const box of boxes) {
      const number = word.call === undefined ? 0 : notes.indexOf(word.call) + 1
      const text = boxes.length > 1 ? '' : number > 0 ? `${number}` : word.text
      const last = stretches.at(-1)
      if (last && touches(last, box)) {
        const whole = last.text === '' || text === '' ? '' : last.text + text
        Object.assign(last, around(last, box), { text: whole })
      } else stretches.push({ ...box, text })
    }
  return stretches
}

function around(a: Box, b: Box): Box {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  const right = Math.max(a.left + a.width, b.left + b.width)
  const bottom = Math.max(a.top + a.height, b.top + b.height)
  return { page: a.page, left, top, width: right - left, height: bottom - top }
}

function touches(a: Box, b: Box): boolean {
  const level = Math.abs(a.top + a.height / 2 - b.top - b.height / 2) < a.height / 2
  return a.page === b.page && level && Math.abs(a.left + a.width - b.left) < TOUCHING
}

/** What `<q>` asks for is no letter of the manuscript. */
const MADE = /[“”]/gu

/** Each stretch beside the PDF's word of the same letters that is nearest to it. */
export function compareBoxes(ours: readonly Stretch[], theirs: readonly Stretch[]): Compared {
  const known = new Map<string, Stretch[]>()
  const add = (key: string, word: Stretch) => {
    const before = known.get(key)
    if (before) before.push(word)
    else known.set(key, [word])
  }
  theirs.forEach((word, index) => {
    add(`${word.page}`, word)
    // Where the size changes within a word, poppler begins another.
    let whole = word
    for (const next of [undefined, ...theirs.slice(index + 1, index + 4)]) {
      if (next && !touches(whole, next)) break
      if (next) whole = { ...around(whole, next), text: whole.text + next.text }
      add(`${word.page} ${whole.text.replace(MADE, '')}`, whole)
    }
  })
  const pairs: [Stretch, Stretch][] = []
  const alone: Stretch[] = []
  for (const here of ours) {
    const text = here.text.replace(MADE, '')
    const near = known.get(here.text === '' ? `${here.page}` : `${here.page} ${text}`) ?? []
    const best = near.reduce<Stretch | undefined>(
      (a, b) => (a && apart(here, a) <= apart(here, b) ? a : b),
      undefined
    )
    if (best && apart(here, best) < 100) pairs.push([here, best])
    else alone.push(here)
  }
  return { pairs, alone }
}

function apart(a: Box, b: Box): number {
  return Math.abs(a.left - b.left) + Math.abs(a.top - b.top)
}

/** In millimetres: how far the left and right edges of a pair lie apart, whichever is more. */
export function apartAcross([a, b]: readonly [Box, Box]): number {
  const most = Math.max(Math.abs(a.left - b.left), Math.abs(a.left + a.width - b.left - b.width))
  return (most / 720) * 25.4
}

/** And the upper and lower edges. */
export function apartDown([a, b]: readonly [Box, Box]): number {
  const most = Math.max(Math.abs(a.top - b.top), Math.abs(a.top + a.height - b.top - b.height))
  return (most / 720) * 25.4
}
