// Texts made and edited by chance: what a proof says of each page is reckoned a second time, from the words that were edited and
// from all that is drawn.
import { expect, test } from 'vitest'
import type { ComposedPage } from '../../src/composition.ts'
import { wordsOf } from '../../src/manuscript/words.ts'
import type { TextWord } from '../../src/manuscript/words.ts'
import { placeWords } from '../../src/places.ts'
import { proof } from '../../src/proof.ts'
import type { PageChange } from '../../src/proof.ts'
import { makeEdits } from '../changes/try-edits.ts'
import { openText, sheetsOf } from './typeset-text.ts'

const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1)

/** One for all, so that the faces are read once. */
const make = openText()

test.each(SEEDS)('seed %i', async (seed) => {
  const made = makeEdits(seed)
  const old = await make(made.old.text.replace('trim: a5', 'trim: a6'))
  const now = await make(made.new.text.replace('trim: a5', 'trim: a6'))
  const { pages, edits, verdict } = proof(old, now, { against: 'before', sheets: sheetsOf })
  const [before, after] = [
    pagesIn(old.data.composition?.pages),
    pagesIn(now.data.composition?.pages)
  ]
  expect(pages.flatMap((d) => d.old ?? [])).toEqual(before.map((d) => d.number))
  expect(pages.flatMap((d) => d.new ?? [])).toEqual(after.map((d) => d.number))
  const touched = {
    old: pagesWith(
      old,
      made.known.flatMap((d) => d.old.map((word) => made.old.words.indexOf(word)))
    ),
    new: pagesWith(
      now,
      made.known.flatMap((d) => d.new.map((word) => made.new.words.indexOf(word)))
    )
  }
  const carets = new Set(
    edits.flatMap((d) => d.marks.flatMap((mark) => (mark.sign === 'caret' ? mark.box.page : [])))
  )
  const wrong = pages.filter((page) => {
    const same = ink(before[(page.old ?? 0) - 1]) === ink(after[(page.new ?? 0) - 1])
    const lies = touched.new.has(page.new ?? 0) || touched.old.has(page.old ?? 0)
    const sure = lies || !carets.has(page.new ?? 0)
    return !isRight(page, same, lies, sure)
  })
  expect(wrong).toEqual([])
  expect(pages.filter((d) => d.class === 'identical' && d.edits.length > 0)).toEqual([])
  expect(pages.filter((d) => d.class !== 'identical' && d.edits.length === 0)).toEqual([])
  for (const edit of edits) expect(edit.pushed.filter((d) => edit.changed.includes(d))).toEqual([])
  const count = (name: PageChange['class']) => pages.filter((d) => d.class === name).length
  expect(verdict).toContain(`${count('reflowed')} only reflowed, ${count('changed')} changed`)
})

/** @param lies a word that was edited stands on the page, or stood there */
function isRight(page: PageChange, same: boolean, lies: boolean, sure: boolean): boolean {
  if (page.old === undefined) return page.class === 'new'
  if (page.new === undefined) return page.class === 'gone'
  if (same) return page.class === 'identical'
  if (!sure) return page.class === 'changed'
  return page.class === (lies ? 'changed' : 'reflowed')
}

function pagesIn(pages: readonly ComposedPage[] | undefined): readonly ComposedPage[] {
  return pages ?? []
}

/** Pages on which words stand, by their places among all words. */
function pagesWith(file: Parameters<typeof wordsOf>[0], indices: readonly number[]): Set<number> {
  const words = wordsOf(file)
  const places = new Map(placeWords(file).map((d) => [d.word, d.boxes]))
  const boxes = (word: TextWord | undefined) => (word ? (places.get(word) ?? []) : [])
  return new Set(indices.flatMap((d) => boxes(words[d]).map((box) => box.page)))
}

/** All that is drawn on a page, letter by letter, with its places. */
function ink(page: ComposedPage | undefined): string {
  if (!page) return ''
  const { blocks, notes, rules, furniture } = page
  const rows = [...furniture, ...blocks, ...notes.flatMap((d) => d.blocks)].flatMap((block) =>
    block.lines.map(({ line, top, leading, strut }) => {
      const { left, wordSpace, tracking, stretch, pieces } = line
      const words = pieces.map((d) => [
        d.text,
        d.run.style,
        d.run.wraps.map((wrap) => wrap.tagName)
      ])
      return [block.left, top, leading, strut, left, wordSpace, tracking, stretch, words]
    })
  )
  return JSON.stringify([rows, rules])
}
