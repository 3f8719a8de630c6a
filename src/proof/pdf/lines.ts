// The runs of a page in, its lines out, each with its words. Numbers that call a note are left out: they stand at the end of a
// word, raised, smaller, or painted by themselves.
import type { PdfPage, PdfRun } from '../../pdf-text.ts'

/** A word of a line, or the part of one that stands at its end. */
export interface LineWord {
  text: string
  /** Middle of its letters, in points from the left edge of the page: by guess within a run. */
  middle: number
}

/** A line of a page. */
export interface PdfLine {
  /** From 1. */
  page: number
  /** Left edge, and baseline from the lower edge of the page, in points. */
  x: number
  y: number
  /** Of most of its letters. */
  size: number
  words: readonly LineWord[]
}

/** In ems: what is no more than this apart in height is one line, and so far apart a raised number; a gap parts words. */
const [LEVEL, RAISED, GAP] = [0.3, 0.7, 0.18]
/** A call has letters of so much of the size, at most. */
const SMALLER = 0.8
const CALL = /^(?:\d{1,3}|[*†‡§]{1,3})$/u
const LIGATURES = /[\uFB00-\uFB06]/gu
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]/gu

/** The lines of a page, in the order in which they were painted. */
export function linesOf({ runs }: PdfPage, page: number): PdfLine[] {
  const rows: PdfRun[][] = []
  for (const run of runs) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    const high = row
      ? Math.abs((row[0]?.y ?? 0) - run.y) / Math.max(row[0]?.size ?? 1, run.size)
      : 1
    const isCall = CALL.test(run.text.trim()) && run.size < SMALLER * (row?.[0]?.size ?? 0)
    if (row && last && run.x >= last.x && high <= (isCall ? RAISED : LEVEL)) row.push(run)
    else rows.push([run])
  }
  return rows.flatMap((row) => lineOf(row, page) ?? [])
}

function lineOf(row: readonly PdfRun[], page: number): PdfLine | undefined {
  const size = usual(row)
  const level = row.find((d) => d.size === size)?.y ?? 0
  const words: { text: string; middle: number }[] = []
  let end: number | undefined
  let open = false
  for (const [index, run] of row.entries()) {
    const touches = end !== undefined && run.x - end <= GAP * size
    const before = row[index - 1]?.text ?? ''
    const isCall =
      CALL.test(run.text) &&
      (run.size < SMALLER * size ||
        run.y - level > (1 - SMALLER) * size ||
        (touches && /[^\s\d]$/u.test(before)))
    const [x, width] = [run.x, run.width]
    end = x + width
    if (isCall) continue
    const text = run.text.replace(LIGATURES, (d) => d.normalize('NFKC')).replace(UNSEEN, '')
    if (!touches) open = false
    for (const { 0: part, index: at } of text.matchAll(/\s+|\S+/gu)) {
      const isWord = /\S/u.test(part)
      const middle = x + (width * (at + part.length / 2)) / Math.max(1, text.length)
      const last = words.at(-1)
      if (isWord && open && last) last.text += part
      else if (isWord) words.push({ text: part, middle })
      open = isWord
    }
  }
  const [first] = row
  if (!first || words.length === 0) return undefined
  return { page, x: first.x, y: level, size, words: withDots(words) }
}

/** Three dots are one sign, however they are set. */
function withDots(words: readonly LineWord[]): LineWord[] {
  const joined: LineWord[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word, next, third] = words.slice(at, at + 3)
    if (!word) break
    const end = third?.text ?? ''
    const isDots = word.text.endsWith('.') && next?.text === '.' && end.startsWith('.')
    const text = isDots ? `${word.text.slice(0, -1)}…${end.slice(1)}` : word.text
    joined.push({ ...word, text: text.replaceAll('...', '…') })
    if (isDots) at += 2
  }
  return joined
}

/** The size of most letters. */
function usual(row: readonly PdfRun[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of row) letters.set(size, (letters.get(size) ?? 0) + text.trim().length)
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
