// The gate as a whole: three things that say the same pass; any word lost, doubled, swapped or changed in one of them is
// found, and the message names it.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { collate } from '../../src/collate.ts'
import type { Page } from '../../src/pages.ts'
import { epubOf, linesOf, manuscriptOf, pagesOf, pdfOf } from './edition.ts'
import type { Said } from './edition.ts'

const said: Said = {
  paragraphs: [
    ['The', 'quick', 'brown', 'fox', '[^1]', 'jumps', 'over', 'the', 'lazy', 'dog.'],
    ['Pack', 'my', 'box', '[^2]', 'with', 'five', 'dozen', '[^1]', 'jugs.'],
    ['How', 'vexingly', 'quick', 'daft', 'zebras', 'jump.']
  ],
  notes: [
    ['A', 'fox', 'of', 'the', 'forest.'],
    ['Of', 'oak.']
  ]
}

/** What the comparison says of an edition whose parts may say different things. */
async function fault(parts: {
  said: Said
  pages?: readonly Page[]
  printed?: readonly (readonly string[])[]
  epub?: Said
}): Promise<VFileMessage | undefined> {
  const pages = parts.pages ?? pagesOf(parts.said)
  const pdf = new VFile({ value: pdfOf(parts.printed ?? pages.map(linesOf)) })
  pdf.data.pages = pages
  const epub = new VFile({ value: await epubOf(parts.epub ?? parts.said) })
  try {
    await collate(manuscriptOf(parts.said), pdf, epub)
    return undefined
  } catch (error) {
    if (error instanceof VFileMessage) return error
    throw error
  }
}

/** The pages with one page changed. */
function changed(number: number, change: (page: Page) => Partial<Page>): Page[] {
  return pagesOf(said).map((d) => (d.number === number ? { ...d, ...change(d) } : d))
}

test('an edition that says the same three times passes', async () => {
  expect(await fault({ said })).toBeUndefined()
})

describe('a fault of the pages', () => {
  test('a lost word is named with page and manuscript line', async () => {
    const pages = changed(4, () => ({ blocks: ['How vexingly daft zebras jump.'] }))
    const message = await fault({ said, pages })
    expect(message?.reason).toMatch(
      /^Unexpected loss of `quick` in the text, page 4 after `\[\^1\] jugs\. How vexingly`/u
    )
    expect(message).toMatchObject({ line: 10, column: 14, ruleId: 'no-word-lost', exit: 2 })
  })

  test('a doubled word', async () => {
    const pages = changed(3, () => ({ blocks: ['Pack my my box [^2] with five dozen [^1] jugs.'] }))
    expect((await fault({ said, pages }))?.reason).toContain('doubling of `my` in the text, page 3')
  })

  test('a lost call', async () => {
    const pages = changed(3, () => ({ blocks: ['Pack my box [^2] with five dozen jugs.'] }))
    expect((await fault({ said, pages }))?.reason).toContain('loss of `[^1]`')
  })

  test('a lost word of a note', async () => {
    const pages = changed(2, () => ({
      notes: [{ number: 1, text: 'A fox of the', continued: false }]
    }))
    const message = await fault({ said, pages })
    expect(message?.reason).toContain('loss of `forest.` in note 1')
    expect(message?.line).toBe(12)
  })

  test('a note on another page than its call', async () => {
    const note = { number: 2, text: 'Of oak.', continued: false }
    const moved = changed(3, () => ({ notes: [] }))
    const pages = moved.map((d) => (d.number === 4 ? { ...d, notes: [note] } : d))
    const message = await fault({ said, pages })
    expect(message?.reason).toContain('note 2 on page 4, expected it to begin on page 3')
    expect(message).toMatchObject({ line: 14, ruleId: 'notes-on-their-pages' })
  })

  test('a note that goes on at the next page, and a word that a page turn cuts, pass', async () => {
    const first = changed(2, () => ({
      blocks: ['The quick brown fox [^1] jumps over the lazy do'],
      notes: [{ number: 1, text: 'A fox of', continued: false }]
    }))
    const pages = first.map((d) =>
      d.number === 3
        ? {
            ...d,
            blocks: ['g.', ...d.blocks],
            notes: [{ number: 1, text: 'the forest.', continued: true }, ...d.notes]
          }
        : d
    )
    expect(await fault({ said, pages })).toBeUndefined()
  })

  test('a title page without the author', async () => {
    const pages = changed(1, () => ({ blocks: ['Fine Print'] }))
    const message = await fault({ said, pages })
    expect(message?.reason).toContain(
      'loss in `author` on the first pages, expected `A Hand` whole'
    )
    expect(message?.line).toBe(3)
  })
})

describe('a fault of the PDF', () => {
  const lines = pagesOf(said).map(linesOf)
  const printedWith = (page: number, from: string, to: string) =>
    lines.map((rows, index) =>
      index + 1 === page ? rows.map((row) => row.replace(from, to)) : rows
    )

  test.each([
    ['a lost word', 2, 'lazy ', '', 'loss of `lazy` on page 2 of the PDF', 6],
    ['a changed word', 4, 'zebras', 'cobras', '`co` in place of `zebras` on page 4', 10],
    ['a doubled word', 4, 'daft', 'daft daft', 'doubling of `daft` on page 4', 10],
    ['a lost head', 4, 'Running', '', 'loss of `Running` on page 4', 10],
    ['a lost number of a note', 3, '2 Of', 'Of', 'loss of `2` on page 3', 14],
    ['a word too many at the end', 4, '4', '4 adrift', 'words `adrift` on page 4', 10]
  ])('%s', async (_, page, from, to, expected, line) => {
    const message = await fault({ said, printed: printedWith(page, from, to) })
    expect(message?.reason).toContain(expected)
    expect(message?.line).toBe(line)
  })

  test('hyphens, broken lines and the place of head and folio are the typesetter’s', async () => {
    const broken = lines.map((rows) => rows.map((row) => row.replace('vexingly', 'vex-ingly')))
    const printed = broken.map((d, index) => (index === 0 ? d : [...d.slice(1), ...d.slice(0, 1)]))
    expect(await fault({ said, printed })).toBeUndefined()
  })

  test('a missing page', async () => {
    const message = await fault({ said, printed: lines.slice(0, -1) })
    expect(message?.reason).toMatch(/on page 4 of the PDF/u)
  })
})

describe('a fault of the e-book', () => {
  test('a lost word', async () => {
    const epub = { ...said, paragraphs: said.paragraphs.map((d) => d.filter((w) => w !== 'box')) }
    const message = await fault({ said, epub })
    expect(message?.reason).toContain('loss of `box` in the EPUB after `lazy dog. Pack my`')
    expect(message?.line).toBe(8)
  })

  test('a lost word of a note', async () => {
    const epub = { ...said, notes: [['A', 'fox', 'of', 'forest.'], said.notes[1] ?? []] }
    expect((await fault({ said, epub }))?.reason).toContain('loss of `the` in note 1 of the EPUB')
  })
})

describe('the source of a note, which the e-book alone tells', () => {
  const told = (source: string, rest: readonly string[] = ['Of', 'oak.']) => ({
    said,
    epub: {
      ...said,
      notes: [said.notes[0] ?? [], [`<span class="source">${source}</span>`, ...rest]]
    }
  })

  test('is of words that the manuscript has in a note', async () => {
    expect(await fault(told('[A <em>fox</em> of the, forest]'))).toBeUndefined()
  })

  test('is of no other words', async () => {
    const message = await fault(told('[A fox of the wood]'))
    expect(message?.reason).toContain('words `wood]` in the source of note 2')
    expect(message?.line).toBe(14)
  })

  test('stands in brackets', async () => {
    expect((await fault(told('A fox')))?.reason).toContain('words `A fox` in the source of note 2')
  })

  test('takes no word from its note', async () => {
    const message = await fault(told('[Of]', ['oak.']))
    expect(message?.reason).toContain('loss of `Of` in note 2 of the EPUB')
  })

  test('is no source outside of notes, nor in another element', async () => {
    const [first = [], ...rest] = said.paragraphs
    const paragraphs = [['<span class="source">[fox]</span>', ...first], ...rest]
    expect((await fault({ said, epub: { ...said, paragraphs } }))?.reason).toContain(
      'words `[fox]` in the EPUB'
    )
    const notes = [said.notes[0] ?? [], ['<em class="source">[fox]</em>', 'Of', 'oak.']]
    expect((await fault({ said, epub: { ...said, notes } }))?.reason).toContain(
      'words `[fox]` in note 2 of the EPUB'
    )
  })
})

test('a note that nothing calls stops the build', async () => {
  const message = await fault({
    said: { ...said, notes: [...said.notes, ['Never', 'seen.']] },
    epub: said
  })
  expect(message?.reason).toContain('loss of `Never seen.` from a note that nothing calls')
})

test('what is quoted cannot command a terminal', async () => {
  const evil: Said = { paragraphs: [['one', 'tw\u202Eo', 'three']], notes: [] }
  const pages = pagesOf({ paragraphs: [['one', 'three']], notes: [] })
  const message = await fault({ said: evil, pages })
  expect(message?.reason).toContain('loss of `tw\\u{202e}o`')
})

const token = fc.integer({ min: 0, max: 40 }).map((d) => `w${d}`)
const edition = fc
  .array(fc.array(token, { minLength: 3, maxLength: 12 }), { minLength: 1, maxLength: 5 })
  .map((paragraphs): Said => ({
    paragraphs: paragraphs.map((d, index) => [...d.slice(0, 2), `[^${index + 1}]`, ...d.slice(2)]),
    notes: paragraphs.map((d) => d.toReversed())
  }))

/** One damage: delete, double, or swap with the next. */
function damaged(words: readonly string[], at: number, kind: number): string[] {
  const here = words.slice(at, at + 1)
  const next = words.slice(at + 1, at + 2)
  const pieces = [[], [...here, ...here, ...next], [...next, ...here]]
  return [
    ...words.slice(0, at),
    ...(pieces[kind] ?? []),
    ...words.slice(kind === 0 ? at + 1 : at + 2)
  ]
}

test('any deletion, doubling or swap in any of the three is found', async () => {
  const damage = fc.record({
    where: fc.constantFrom('page', 'note', 'pdf', 'epub', 'epub note'),
    list: fc.nat(),
    at: fc.nat(),
    kind: fc.nat({ max: 2 })
  })
  await fc.assert(
    fc.asyncProperty(edition, damage, async (text, { where, list, at, kind }) => {
      expect(await fault({ said: text })).toBeUndefined()
      const index = list % text.paragraphs.length
      const inNotes = where.endsWith('note')
      const lists = inNotes ? text.notes : text.paragraphs
      const words = lists[index] ?? []
      const worse = damaged(words, at % words.length, kind)
      fc.pre(worse.join('') !== words.join(''))
      const other: Said = inNotes
        ? { ...text, notes: text.notes.with(index, worse) }
        : { ...text, paragraphs: text.paragraphs.with(index, worse) }
      const changes = {
        page: { pages: pagesOf(other) },
        note: { pages: pagesOf(other) },
        pdf: { printed: pagesOf(other).map(linesOf) },
        epub: { epub: other },
        'epub note': { epub: other }
      }
      // Where the damage leaves the letters of a line as they were, there is nothing to see in a PDF.
      fc.pre(lettersOn(text) !== lettersOn(other) || where !== 'pdf')
      expect(await fault({ said: text, ...changes[where as keyof typeof changes] })).toBeDefined()
    }),
    { numRuns: 150 }
  )
})

function lettersOn(text: Said): string {
  return pagesOf(text).flatMap(linesOf).join('').replaceAll(' ', '')
}
