// An old PDF against the pages as they stand, by words alone: heads, folios and numbers of notes are no words of the text,
// reflow and hyphens are no edits, and notes are compared with notes.
import { describe, expect, test } from 'vitest'
import { editsInWords } from '../../src/changes.ts'
import type { PdfPage, PdfRun } from '../../src/pdf-text.ts'
import { pairNumbers } from '../../src/proof/pdf/pair-numbers.ts'
import { pdfWords, wholeWords } from '../../src/proof/pdf/pdf-words.ts'
import type { PdfWord } from '../../src/proof/pdf/pdf-words.ts'

const TEXT =
  `The sheet is folded once along the grain, and the fold is pressed with a bone that is smooth at both ends. A well-known
mistake is to fold it against the grain, where it cracks; and so it is said in every hand-book of the trade, from the first to the
last of them. Who has learnt it once will never forget it, for the paper itself tells him so`.split(
    /\s+/u
  )
const NOTES =
  'A bone of a cow will do as well as any other. See the hand-book of Zaehnsdorf, page nine.'.split(
    ' '
  )

/** How a page is set; lengths are points. */
interface Setting {
  /** Letters in a line, and lines of text on a page. */
  measure: number
  lines: number
  head: (page: number) => string
  /** Painted beside the last word of each page. */
  call: 'raised' | 'touching' | 'none'
}

/** Pages as a plain typesetter would paint them: head, text, notes, folio. */
function set(words: readonly string[], notes: readonly string[], setting: Setting): PdfPage[] {
  const lines = linesOf(words, setting.measure)
  const noteLines = linesOf(notes, setting.measure + 8)
  const pages: PdfPage[] = []
  for (let at = 0; at < lines.length; at += setting.lines) {
    const number = pages.length + 1
    const here = lines.slice(at, at + setting.lines)
    const last = at + setting.lines >= lines.length
    const feet = last ? noteLines : []
    const runs: PdfRun[] = [run(setting.head(number), 40, 560, 9)]
    for (const [index, line] of here.entries()) runs.push(run(line, 40, 520 - index * 14, 10.5))
    const end = runs.at(-1)
    if (end && setting.call === 'touching') runs.push(run('7', end.x + end.width, end.y, 10.5))
    if (end && setting.call === 'raised') runs.push(run('7', end.x + end.width, end.y + 4, 6))
    for (const [index, line] of feet.entries()) {
      if (index === 0) runs.push(run('7', 40, 100, 6), run(' ', 44, 100, 8.5))
      runs.push(run(line, index === 0 ? 48 : 40, 100 - index * 10.5, 8.5))
    }
    runs.push(run(`– ${number} –`, 150, 30, 9))
    pages.push({ width: 300, height: 600, runs })
  }
  return pages
}

/** Words in lines; a word that does not fit is divided where it may be. */
function linesOf(words: readonly string[], measure: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const next = line === '' ? word : `${line} ${word}`
    if (next.length <= measure) line = next
    else {
      const hyphen = word.indexOf('-') + 1 || (word.length > 6 ? 3 : 0)
      const head = word.slice(0, hyphen).replace(/-$/u, '')
      lines.push(hyphen > 0 ? `${line} ${head}-` : line)
      line = hyphen > 0 ? word.slice(hyphen) : word
    }
  }
  return [...lines, line]
}

function run(text: string, x: number, y: number, size: number): PdfRun {
  return { text, x, y, size, width: text.length * size * 0.4 }
}

const WIDE: Setting = { measure: 62, lines: 4, head: () => 'On folding', call: 'raised' }
const NARROW: Setting = {
  measure: 31,
  lines: 9,
  head: (page) => `${page} Folds and sheets`,
  call: 'touching'
}

function compare(old: readonly PdfPage[], now: readonly PdfPage[]) {
  const known = new Set([...wholeWords(old), ...wholeWords(now)])
  const [before, after] = [pdfWords(old, known), pdfWords(now, known)]
  const words = { old: before.words, new: after.words }
  return { before, after, edits: editsInWords({ old: before.text, new: after.text }, words) }
}

const said = (words: readonly PdfWord[], isText: boolean) =>
  words.filter((d) => (d.flow === 'text') === isText).map((d) => d.text)

describe('the words of a PDF', () => {
  test.each([
    ['wide', WIDE],
    ['narrow', NARROW]
  ])('%s', (_, setting) => {
    const pages = set(TEXT, NOTES, setting)
    expect(pages.length).toBeGreaterThan(1)
    const known = new Set(['well-known', 'hand-book'])
    const { words, text } = pdfWords(pages, known)
    expect(said(words, true)).toEqual(TEXT)
    expect(said(words, false)).toEqual(NOTES)
    for (const { from, to, text: word, line, page } of words) {
      expect(text.slice(from, to)).toBe(word)
      expect(line).toBe(page)
    }
  })

  test('three dots are one sign, ligatures are letters, and a number alone at the foot is a folio', () => {
    const runs = [run('The \uFB01rst . . . “. . . last”', 40, 500, 10), run('xii', 150, 30, 9)]
    const { words } = pdfWords([{ width: 300, height: 600, runs }], new Set())
    expect(said(words, true)).toEqual(['The', 'first', '…', '“…', 'last”'])
  })
})

describe('compared', () => {
  test('reflow, hyphens, heads, folios and calls are no edits', () => {
    expect(compare(set(TEXT, NOTES, WIDE), set(TEXT, NOTES, NARROW)).edits).toEqual([])
    expect(compare(set(TEXT, NOTES, NARROW), set(TEXT, NOTES, WIDE)).edits).toEqual([])
  })

  test('each edit is found, with its page', () => {
    const text = TEXT.map((d) => (d === 'cracks;' ? 'breaks;' : d)).filter((d) => d !== 'smooth')
    const notes = NOTES.map((d) => (d === 'nine.' ? 'ten.' : d))
    const { edits } = compare(set(TEXT, NOTES, WIDE), set(text, notes, NARROW))
    expect(edits.map((d) => [d.kind, d.oldText, d.newText, d.oldAt.line])).toEqual(
      expect.arrayContaining([
        ['deleted', 'smooth', '', 1],
        ['replaced', 'cracks;', 'breaks;', 1],
        ['replaced', 'nine.', 'ten.', 2]
      ])
    )
    expect(edits).toHaveLength(3)
  })

  test('pages go with those that have their words', () => {
    const { before, after } = compare(set(TEXT, NOTES, WIDE), set(TEXT, NOTES, NARROW))
    const kept = new Map(before.words.map((d, index) => [d, after.words[index] ?? d]))
    const pairs = pairNumbers(kept, before.pages, after.pages)
    expect(pairs.filter((d) => d.old !== undefined).map((d) => d.old)).toEqual([1, 2])
    expect(pairs.filter((d) => d.new !== undefined)).toHaveLength(after.pages)
  })
})
