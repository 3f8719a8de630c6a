// Where the lines of a paragraph may end. Comes in: its letters. Goes out: the points in order, the start and the end among
// them, each with what a line that ends or begins there measures, as rows of numbers for the total fit.
import { sharesPatterns } from './hyphenation.ts'
import type { Group, Letters } from './letters.ts'
import type { Shaper } from './shape.ts'
import { HANG } from './taste.ts'
import type { Place } from './word-places.ts'

/** What stands at a point; the order is that of `POINT`. */
export const KINDS = ['start', 'space', 'soft', 'hard', 'dash', 'inside', 'break', 'end'] as const
export const POINT = { start: 0, space: 1, soft: 2, hard: 3, dash: 4, inside: 5, break: 6, end: 7 }
export type Kind = (typeof KINDS)[number]

/** Points at which a line may end; a line goes from point i to point j, and is as wide as `xEnd[j] - xNext[i]`. */
export interface BreakPoints {
  count: number
  kind: Uint8Array
  /** A line ends before this letter, and the next begins with that one. */
  end: Int32Array
  next: Int32Array
  /** The broken word begins with a capital; the word does not fit and is broken anywhere. */
  capital: Uint8Array
  forced: Uint8Array
  /** Sums of widths, and of what word spaces and letterspaces give, up to the end and from the next start. */
  xEnd: Float64Array
  xNext: Float64Array
  spacesEnd: Float64Array
  spacesNext: Float64Array
  gapsEnd: Int32Array
  gapsNext: Int32Array
  /** How far the line hangs out at the right, and the next at the left. */
  hangEnd: Float64Array
  hangNext: Float64Array
  /** First point at which a line that ends here may begin: the last forced end of a line. */
  lowest: Int32Array
}

/** How a paragraph's points are found. */
export interface PointRules {
  preformatted: boolean
  /** Which places a word has; for runs that are never hyphenated, without a hyphenation. */
  places: (word: string, soft: boolean) => readonly Place[]
  shaper: Shaper
  /** BCP 47: words of another are not hyphenated. */
  language: string
  /** Whether marks hang out at the left and at the right. */
  hangs: readonly [left: boolean, right: boolean]
  /** Between points further apart than this a line may end anywhere. */
  fits: number
}

interface Point {
  kind: Kind
  end: number
  next: number
  capital?: boolean
  forced?: boolean
}

const TOKEN = /[^ \n]+/gu
/** No line begins with a dash, or with an ellipsis that stands alone. */
const NEVER_FIRST = /^(?:[–—]|…$|\.\.\.$)/u
const WHOLE = new Set(['code', 'kbd', 'samp', 'pre'])

export function findPoints(letters: Letters, rules: PointRules): BreakPoints {
  const { text } = letters
  const points: Point[] = [{ kind: 'start', end: 0, next: 0 }]
  let line = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', line)) {
    addLine(points, letters, rules, line, at)
    points.push({ kind: 'break', end: at, next: at + 1 })
    line = at + 1
  }
  addLine(points, letters, rules, line, text.length)
  points.push({ kind: 'end', end: text.length, next: text.length })
  return measurePoints(widen(points, letters, rules), letters, rules)
}

function addLine(
  points: Point[],
  letters: Letters,
  rules: PointRules,
  from: number,
  to: number
): void {
  if (rules.preformatted) return
  const { text, soft, open } = letters
  for (const { 0: word, index } of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + index
    const spaced = start > from && !NEVER_FIRST.test(word) && !isCall(letters, start)
    if (spaced) points.push({ kind: 'space', end: start - 1, next: start })
    const inside = wordPoints(word, start, letters, rules)
    const by = soft.length > 0 ? within(soft, start, word.length) : []
    const own = by.length > 0 ? inside.filter((d) => d.kind !== 'soft') : inside
    for (const at of by) own.push({ kind: 'soft', end: at, next: at })
    const free = open.length > 0 ? within(open, start, word.length) : []
    for (const at of free) own.push({ kind: 'inside', end: at, next: at })
    if (by.length + free.length > 0) own.sort((a, b) => a.end - b.end)
    for (const d of own)
      if (letters.starts[d.end] === 1 && points.at(-1)?.end !== d.end) points.push(d)
  }
}

function within(places: readonly number[], start: number, length: number): number[] {
  return [...new Set(places)].filter((d) => d > start && d < start + length)
}

function wordPoints(word: string, start: number, letters: Letters, rules: PointRules): Point[] {
  const points: Point[] = []
  for (const { at, kind, capital } of rules.places(word, true)) {
    const end = start + at
    if (kind === 'soft' && staysWhole(letters, end, rules.language)) continue
    points.push({ kind, end, next: end, capital })
  }
  return points
}

/** A call that stands behind a space still belongs to the word before it. */
function isCall({ runs, runOf }: Letters, at: number): boolean {
  return runs[runOf[at] ?? 0]?.call !== undefined
}

/** Code is not hyphenated, and neither are words of a language that has other patterns. */
function staysWhole(letters: Letters, end: number, language: string): boolean {
  const { runs, runOf, groups, groupOf } = letters
  const spoken = groups[groupOf[end - 1] ?? 0]?.language
  if (spoken !== undefined && !sharesPatterns(spoken, language)) return true
  return runs[runOf[end - 1] ?? 0]?.wraps.some((d) => WHOLE.has(d.tagName)) ?? false
}

/** Adds places anywhere between points that are further apart than a line is wide; in code, rather behind a space. */
function widen(points: readonly Point[], letters: Letters, rules: PointRules): Point[] {
  const { x, starts, text } = letters
  const { fits, preformatted } = rules
  if (fits === Infinity) return [...points]
  return points.flatMap((point, index) => {
    const from = points[index - 1]?.next ?? 0
    if ((x[point.end] ?? 0) - (x[from] ?? 0) <= fits) return [point]
    const added: Point[] = []
    for (let at = from + 1; at < point.end; at++) {
      if (starts[at] !== 1) continue
      if (preformatted && text[at - 1] === ' ') added.push({ kind: 'space', end: at - 1, next: at })
      else added.push({ kind: 'inside', end: at, next: at, forced: true })
    }
    return [...added, point]
  })
}

function measurePoints(points: readonly Point[], letters: Letters, rules: PointRules): BreakPoints {
  const count = points.length
  const rows: BreakPoints = {
    count,
    kind: new Uint8Array(count),
    end: new Int32Array(count),
    next: new Int32Array(count),
    capital: new Uint8Array(count),
    forced: new Uint8Array(count),
    xEnd: new Float64Array(count),
    xNext: new Float64Array(count),
    spacesEnd: new Float64Array(count),
    spacesNext: new Float64Array(count),
    gapsEnd: new Int32Array(count),
    gapsNext: new Int32Array(count),
    hangEnd: new Float64Array(count),
    hangNext: new Float64Array(count),
    lowest: new Int32Array(count)
  }
  const { x, spaced, spaces, spaceWidth } = letters
  let lowest = 0
  points.forEach(({ kind, end, next, capital, forced }, index) => {
    rows.kind[index] = POINT[kind]
    rows.end[index] = end
    rows.next[index] = next
    rows.capital[index] = capital ? 1 : 0
    rows.forced[index] = forced ? 1 : 0
    const [before, after] = INSIDE.has(kind) ? edges(kind, end, letters, rules.shaper) : NO_EDGES
    rows.xEnd[index] = (x[end] ?? 0) + before
    rows.xNext[index] = (x[next] ?? 0) - after
    rows.spacesEnd[index] = spaceWidth[end] ?? 0
    rows.spacesNext[index] = spaceWidth[next] ?? 0
    rows.gapsEnd[index] = (spaced[end] ?? 0) - 2 * (spaces[end] ?? 0) + (kind === 'soft' ? 1 : 0)
    rows.gapsNext[index] = (spaced[next] ?? 0) - 2 * (spaces[next] ?? 0)
    rows.hangEnd[index] = rules.hangs[1] ? hangRight(kind, end, letters) : 0
    rows.hangNext[index] = rules.hangs[0] ? hangLeft(next, letters) : 0
    rows.lowest[index] = lowest
    if (kind === 'break') lowest = index
  })
  return rows
}

/** Points inside a word: its halves are shaped anew. */
const INSIDE: ReadonlySet<Kind> = new Set(['soft', 'hard', 'dash', 'inside'])
/** Letters on each side of a point that may matter to each other; a word without end has no more looked at. */
const NEAR = 40
const NO_EDGES: readonly [number, number] = [0, 0]

/** The end of a line's last word as it is written there: with a hyphen put in, or its own made a true one. */
export function lineEndText(
  kind: Kind,
  part: string,
  style: Group['style'],
  shaper: Shaper
): string {
  if (kind === 'soft') return `${part}-`
  const own = kind === 'hard' && part.endsWith('-') && shaper.has(style.face, 0x2010)
  return own ? `${part.slice(0, -1)}‐` : part
}

/** What the two halves of a broken word are wider than in the whole: kerning, ligatures, the hyphen. */
function edges(
  kind: Kind,
  at: number,
  letters: Letters,
  shaper: Shaper
): readonly [number, number] {
  const { text, x, groups, groupOf } = letters
  const [left, right] = [groups[groupOf[at - 1] ?? 0], groups[groupOf[at] ?? 0]]
  if (!left || !right) return NO_EDGES
  let from = at
  while (from > Math.max(left.from, at - NEAR) && !isGap(text, from - 1)) from--
  let to = at
  while (to < Math.min(right.to, at + NEAR) && !isGap(text, to)) to++
  const width = (part: string, { style, language }: Group): number => {
    const shaped = shaper.shape(part, style, language)
    return shaped.width * style.size + shaped.letters * style.tracking
  }
  const head = lineEndText(kind, text.slice(from, at), left.style, shaper)
  const before = left.kind === 'text' ? width(head, left) - ((x[at] ?? 0) - (x[from] ?? 0)) : 0
  const joined = right === left && right.kind === 'text'
  const after = joined ? width(text.slice(at, to), right) - ((x[to] ?? 0) - (x[at] ?? 0)) : 0
  return [before, after]
}

function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0xa0 || code === 0x0a
}

function hangRight(kind: Kind, end: number, { text, runs, runOf }: Letters): number {
  if (kind === 'break' || kind === 'end' || kind === 'start') return 0
  const mark = kind === 'soft' ? '-' : kind === 'hard' ? '‐' : (text[end - 1] ?? '')
  return (HANG.right[mark] ?? 0) * (runs[runOf[end - 1] ?? 0]?.style.size ?? 0)
}

function hangLeft(next: number, { text, runs, runOf }: Letters): number {
  return (HANG.left[text[next] ?? ''] ?? 0) * (runs[runOf[next] ?? 0]?.style.size ?? 0)
}
