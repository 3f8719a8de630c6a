// Where words stand: every word that is printed has its boxes, each of them once, and an edit makes no difference to how
// they are found. What the boxes are worth is seen in a PDF, in pdf.test.ts.
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { home, readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import { wordsOf } from '../../src/manuscript/words.ts'
import { placeOf, placeWords, wordAt } from '../../src/places.ts'
import type { Box, PlacedWord } from '../../src/places.ts'
import { newMemory, typeset } from '../../src/typeset.ts'
import type { Memory } from '../../src/typeset.ts'
import { casesOf } from '../cases.ts'
import { editsOf } from '../manuscript/edits.ts'
import { manuscript, tokensOf } from '../press/manuscripts.ts'

const HANDBOOK = join(home, 'manuscript/handbook/manuscript.md')
const SEED = 7
const LONG = 120_000

async function typesetText(
  value: string,
  memory: Memory & Composed = newMemory(),
  path = 'manuscript.md'
): Promise<VFile> {
  const file = new VFile({ path, value })
  return typeset(await compose(file, memory), memory)
}

test.each([...casesOf('typeset/cases'), ...casesOf('print')])(
  'every word has its place: $name',
  async ({ folder }) => {
    const path = join(folder, 'in.md')
    const text = String(await readManuscript(path))
    const file = await typesetText(text, newMemory(), path).catch(() => undefined)
    // A table that has no room is no edition.
    if (!file) return expect(path).toMatch(/wider-than|row-higher/u)
    const places = placeWords(file)
    expect(places.map((d) => d.word)).toEqual(wordsOf(file))
    expect(places.filter((d) => d.boxes.length === 0).map((d) => d.word.text)).toEqual([])
    return holds(file, places)
  }
)

test('a word that the end of a line divides has two places', async () => {
  const text = String(await readManuscript(HANDBOOK)).replace(/^title:/mu, 'trim: a6\ntitle:')
  const file = await typesetText(text, newMemory(), HANDBOOK)
  const places = placeWords(file)
  expect(places.filter((d) => d.boxes.length === 0).map((d) => d.word.text)).toEqual([])
  holds(file, places)
  const lines = (file.data.composition?.pages ?? [])
    .flatMap((d) => [...d.blocks, ...d.notes.flatMap(({ blocks }) => blocks)])
    .flatMap((d) => d.lines.map(({ line }) => line.end))
  const divided = lines.filter((d) => /^(?:soft|hard|dash|inside)$/u.test(d)).length
  expect(divided).toBeGreaterThan(8)
  const twice = places.flatMap((d) => d.boxes.slice(1))
  expect(twice.length).toBe(divided)
  for (const { boxes } of places)
    for (const [index, box] of boxes.slice(1).entries()) {
      const before = boxes[index]
      expect(box.page > (before?.page ?? 0) || box.top > (before?.top ?? 0)).toBe(true)
    }
  expect(placeWords(file)).toBe(places)
})

test(
  'a token made by chance stands where the composition has it',
  async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(manuscript(), async ({ text }) => {
        const file = await typesetText(text).catch(() => undefined)
        if (!file) return
        const places = placeWords(file)
        holds(file, places)
        const pages = pagesOfTokens(file)
        for (const { word, boxes } of places)
          for (const token of tokensOf(word.text)) {
            const page = pages.get(token)
            if (page !== undefined) expect(boxes.map((d) => d.page)).toContain(page)
            expect(boxes.length).toBeGreaterThan(0)
            count += 1
          }
      }),
      { numRuns: 15, seed: SEED, endOnFailure: true }
    )
    expect(count).toBeGreaterThan(300)
  },
  LONG
)

test(
  'after an edit the places are those of a full run',
  async () => {
    const texts = await Promise.all(
      casesOf('typeset/cases').map(async (d) =>
        String(await readManuscript(join(d.folder, 'in.md')))
      )
    )
    let good = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts).chain(editsOf), async (edited) => {
        const memory: Memory & Composed = newMemory()
        for (const text of edited) {
          const again = await typesetText(text, memory).catch(() => undefined)
          const full = await typesetText(text).catch(() => undefined)
          if (!again || !full) continue
          expect(placeWords(again)).toEqual(placeWords(full))
          good += 1
        }
      }),
      { numRuns: 10, seed: SEED, endOnFailure: true }
    )
    expect(good).toBeGreaterThan(10)
  },
  LONG
)

test('who points at a word finds it, and who names its line and column finds its place', async () => {
  const file = await typesetText(String(await readManuscript(HANDBOOK)), newMemory(), HANDBOOK)
  const places = placeWords(file)
  const some = places.filter((_, index) => index % 97 === 0)
  for (const { word, boxes } of some) {
    for (const { page, left, top, width, height } of boxes)
      expect(wordAt(places, page, left + width / 2, top + height / 2)?.word).toBe(word)
    expect(placeOf(places, word.line, word.column)?.placed.word).toBe(word)
  }
  const [first] = places.filter((d) => d.word.flow === 'text')
  expect(placeOf(places, (first?.word.line ?? 0) - 1, 1)?.placed).toBe(first)
  expect(placeOf(places, 1e6, 1)?.placed.word.text).not.toBe('')
  expect(placeOf([], 1, 1)).toBeUndefined()
  expect(wordAt(places, 1, -500, -500)).toBeUndefined()
})

/** Boxes lie on their pages, and none lies where another does. */
function holds(file: VFile, places: readonly PlacedWord[]): void {
  const { width: across = 0, pages = [] } = file.data.composition ?? {}
  const met = new Set<string>()
  const faults: (Box | string)[] = []
  for (const { word, boxes } of places)
    for (const box of boxes) {
      const { page, left, top, width, height } = box
      const inside = left > 0 && left + width < across && top > 0 && page <= pages.length
      if (!inside || width < 0 || !(height > 0)) faults.push(word.text, box)
      const place = [page, left.toFixed(3), top.toFixed(3)].join(' ')
      // What takes no room may stand anywhere.
      if (width > 0 && met.has(place)) faults.push(`${word.text} at ${place}, as another`)
      met.add(place)
    }
  expect(faults).toEqual([])
}

/** Pages of the tokens that no line divides, as the composition's lines say them. */
function pagesOfTokens(file: VFile): Map<string, Box['page']> {
  const pages = new Map<string, number>()
  for (const { number, kind, blocks, notes } of file.data.composition?.pages ?? [])
    for (const { lines } of kind === 'contents'
      ? []
      : [...blocks, ...notes.flatMap((d) => d.blocks)])
      for (const { line } of lines)
        for (const token of tokensOf(line.pieces.map((d) => d.text).join('')))
          if (!pages.has(token)) pages.set(token, number)
  return pages
}
