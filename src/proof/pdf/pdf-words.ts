// The pages of a PDF in, its words as two streams out: the text, and the notes at the feet of pages, told by their smaller
// type. Running heads and folios are left out, words that a line's end divides are whole again.
import type { TextWord } from '../../manuscript/words.ts'
import type { PdfPage } from '../../pdf-text.ts'
import { withoutFurniture } from './furniture.ts'
import { linesOf } from './lines.ts'
import type { PdfLine } from './lines.ts'

/** A word of a PDF. */
export interface PdfWord extends TextWord {
  /** Number of the page on which it begins. */
  page: number
  /** Where its first part stands: middle of its letters and baseline, in points from the upper left corner of the page. */
  at: { x: number; y: number }
}

/** The words of a PDF, and the text that they are letters of: a line for each page. */
export interface PdfWords {
  words: readonly PdfWord[]
  text: string
  pages: number
}

/** Notes are so much smaller than the text, at least. */
const SMALL = 0.9
/** Sizes are the same that differ by less, in points. */
const SAME = 0.1
/** At the end of a note that goes on, and where it does. */
const GOES_ON = /^[→←]+$/u
const NOTES = { note: '' } as const
const MARKER = /^(?:\d{1,3}[.)]?|[*†‡§]{1,3})$/u
const HYPHEN = /[-\u2010\u00AD]$/u
const LETTER = /\p{L}$/u

/**
 * The words of a PDF.
 *
 * @param known whole words of both PDFs, in small letters, by which it is told whether a hyphen at a line's end is the word's
 */
export function pdfWords(pages: readonly PdfPage[], known: ReadonlySet<string>): PdfWords {
  const lines = withoutFurniture(pages.map((d, index) => linesOf(d, index + 1)))
  const usual = usualSize(lines.flat())
  const split: Split[] = []
  for (const page of lines) split.push(splitNotes(page, usual, split.at(-1)))
  const parts = [
    ...partsOf(
      split.flatMap((d) => d.text),
      'text',
      known
    ),
    ...partsOf(
      split.flatMap((d) => d.notes),
      NOTES,
      known
    )
  ]
  return { ...asText(parts, pages), pages: pages.length }
}

/** Words that no end of a line divides. */
export function wholeWords(pages: readonly PdfPage[]): Set<string> {
  const whole = new Set<string>()
  let divided = false
  for (const { words } of pages.flatMap((d, index) => linesOf(d, index + 1)))
    for (const [index, { text }] of words.entries()) {
      const isPart = index === 0 && divided
      divided = index === words.length - 1 && HYPHEN.test(text)
      if (!isPart && !divided) whole.add(bare(text))
    }
  return whole
}

function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, words } of lines) {
    const key = Math.round(size * 4) / 4
    letters.set(key, (letters.get(key) ?? 0) + words.length)
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Text and notes of a page. */
interface Split {
  text: readonly PdfLine[]
  notes: readonly PdfLine[]
}

/** Notes are the lines of small type at the foot; a page of nothing else is text, but where notes go on from the last. */
function splitNotes(lines: readonly PdfLine[], usual: number, before: Split | undefined): Split {
  const isSmall = ({ size }: PdfLine) => size <= SMALL * usual
  const large = lines.filter((d) => !isSmall(d))
  const size = before?.notes.at(-1)?.size ?? 0
  const goesOn = (line: PdfLine) => Math.abs(line.size - size) < SAME
  if (large.length === 0)
    return { text: lines.filter((d) => !goesOn(d)), notes: lines.filter(goesOn) }
  const lowest = Math.min(...large.map((d) => d.y))
  const isNote = (line: PdfLine) => isSmall(line) && line.y < lowest
  return { text: lines.filter((d) => !isNote(d)), notes: lines.filter(isNote) }
}

interface Part {
  text: string
  flow: TextWord['flow']
  page: number
  x: number
  /** Of the baseline, from below. */
  y: number
}

function partsOf(
  lines: readonly PdfLine[],
  flow: TextWord['flow'],
  known: ReadonlySet<string>
): Part[] {
  const parts: Part[] = []
  let divided = false
  for (const { page, words, y } of lines)
    for (const [index, { text, middle }] of words.entries()) {
      if (GOES_ON.test(text)) continue
      if (index === 0 && flow !== 'text' && MARKER.test(text)) continue
      const last = parts.at(-1)
      if (divided && last) last.text = joined(last.text, text, known)
      else parts.push({ text, flow, page, x: middle, y })
      divided = index === words.length - 1 && HYPHEN.test(text) && LETTER.test(text.slice(0, -1))
    }
  return parts
}

/** Whether the hyphen is one of the word, the words of both PDFs tell. */
function joined(head: string, tail: string, known: ReadonlySet<string>): string {
  const [plain, compound] = [head.slice(0, -1) + tail, `${head.slice(0, -1)}-${tail}`]
  const isCompound =
    !head.endsWith('\u00AD') && known.has(bare(compound)) && !known.has(bare(plain))
  return isCompound ? compound : plain
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

function asText(
  parts: readonly Part[],
  pages: readonly PdfPage[]
): { words: PdfWord[]; text: string } {
  const words: PdfWord[] = []
  let text = ''
  for (let page = 1; page <= pages.length; page += 1) {
    const start = text.length
    const height = pages[page - 1]?.height ?? 0
    for (const part of parts) {
      if (part.page !== page) continue
      const from = text.length
      text += `${part.text} `
      const place = { from, to: from + part.text.length, line: page, column: from - start + 1 }
      const spot = { page, at: { x: part.x, y: height - part.y } }
      words.push({
        text: part.text,
        flow: part.flow,
        block: 0,
        kind: 'p',
        style: '',
        ...place,
        ...spot
      })
    }
    text += '\n'
  }
  return { words, text }
}
