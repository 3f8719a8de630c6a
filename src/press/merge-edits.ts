// What an editor did to a manuscript, and what a new import makes of its source, brought together (three-way merge: Khanna,
// Kunal, Pierce, A formal investigation of diff3, 2007). Paragraph by paragraph, then word by word; where both changed the
// same words differently, both stand in the manuscript between marks, and nothing is lost. In the front matter the edited
// line stands, and the conflict says what the import has.
import { diff3Merge } from 'node-diff3'
import { CONFLICT_MARKS } from '../manuscript/conflict-marks.ts'
import { findAnchors } from './find-anchors.ts'
import { cutFrontMatter, mergeFrontMatter } from './merge-front-matter.ts'
import type { Conflict } from './merge-front-matter.ts'

/** The merged text. */
export interface Merged {
  text: string
  /** Each pair that someone has to choose from. */
  conflicts: readonly Conflict[]
  /** How many paragraphs were taken over from the new import. */
  taken: number
}

/** What both agree on, or what each has. */
type Region = Readonly<{ ok: string[] } | { ours: string[]; before: string[]; theirs: string[] }>

/** How much work may still be done on what is repeated. */
interface Patience {
  steps: number
}

const GAPS = /\n{2,}/gu
const FENCE = /^ {0,3}(?:```|~~~)/gmu
const WORDS = /\s+|[^\s]+/gu
const LONGEST = 20_000
/** Less than a second. */
const STEPS = 500_000_000

/**
 * Merge an edited manuscript with a new import.
 *
 * @param base the manuscript as it was imported last
 * @param edited what has become of it
 * @param fresh the manuscript as imported now
 */
export function mergeEdits(base: string, edited: string, fresh: string): Merged {
  const [ours, before, theirs] = [edited, base, fresh].map((d) => cutFrontMatter(d)) as Three
  const front = mergeFrontMatter(before.front, ours.front, theirs.front)
  const [a, o, b] = [ours, before, theirs].map((d) => paragraphs(d.body)) as [
    Pieces,
    Pieces,
    Pieces
  ] // three go in
  const known = new Set(a)
  const parts = [front.text]
  const conflicts = [...front.conflicts]
  let { taken } = front
  let line = 1 + lineFeeds(front.text)
  const add = (text: string): void => {
    parts.push(text)
    line += lineFeeds(text)
  }
  const patience = { steps: STEPS }
  for (const region of mergeLists(a, o, b, patience)) {
    if ('ok' in region) {
      taken += region.ok.filter((d) => !known.has(d)).length
      add(region.ok.join(''))
      continue
    }
    const both = mergeWords(region, patience)
    if (both === undefined) conflicts.push({ line, imported: undefined })
    else taken++
    add(both ?? marked(region.ours.join(''), region.theirs.join('')))
  }
  return { text: parts.join(''), conflicts, taken }
}

type Pieces = string[]
type Cut = ReturnType<typeof cutFrontMatter>
type Three = [Cut, Cut, Cut]

function lineFeeds(text: string): number {
  return text.split('\n').length - 1
}

/** Paragraphs with the line feeds behind them; a note or code is one piece, whatever empty lines it has. */
function paragraphs(text: string): Pieces {
  const pieces: Pieces = []
  let [done, seen, fenced] = [0, 0, false]
  for (const { 0: gap, index } of text.matchAll(GAPS)) {
    const end = index + gap.length
    if ((text.slice(seen, end).match(FENCE) ?? []).length % 2 === 1) fenced = !fenced
    seen = end
    if (fenced || text[end] === ' ' || text[end] === '\t') continue
    pieces.push(text.slice(done, end))
    done = end
  }
  return done < text.length ? [...pieces, text.slice(done)] : pieces
}

/** Three lists, part by part between the pieces that stand once in each, so that the time stays near n log n. */
function mergeLists(a: Pieces, o: Pieces, b: Pieces, patience: Patience): Region[] {
  const regions: Region[] = []
  let [i, j, k] = [0, 0, 0]
  for (const [x, y, z] of [...findAnchors(a, o, b), [a.length, o.length, b.length] as const]) {
    for (const d of mergePart(a.slice(i, x), o.slice(j, y), b.slice(k, z), patience))
      regions.push(d)
    if (x < a.length) regions.push({ ok: a.slice(x, x + 1) })
    ;[i, j, k] = [x + 1, y + 1, z + 1]
  }
  return regions
}

function mergePart(a: Pieces, o: Pieces, b: Pieces, patience: Patience): Region[] {
  if (same(a, o) || same(a, b)) return [{ ok: b }]
  if (same(b, o)) return [{ ok: a }]
  const shortest = Math.min(a.length, o.length, b.length)
  let [head, tail] = [0, 0]
  const alike = (at: number) => a.at(at) === o.at(at) && b.at(at) === o.at(at)
  while (head < shortest && alike(head)) head++
  while (head + tail < shortest && alike(-1 - tail)) tail++
  const [ours, before, theirs] = [a, o, b].map((d) => d.slice(head, d.length - tail)) as [
    Pieces,
    Pieces,
    Pieces
  ] // three go in
  const middle = mergeMiddle(ours, before, theirs, patience)
  return [{ ok: a.slice(0, head) }, ...middle, { ok: tail > 0 ? a.slice(-tail) : [] }]
}

function mergeMiddle(a: Pieces, o: Pieces, b: Pieces, patience: Patience): Region[] {
  const steps = stepsOf(a, o, b)
  if (steps > patience.steps) return [{ ours: a, before: o, theirs: b }]
  patience.steps -= steps
  return diff3Merge(a, o, b, { excludeFalseConflicts: true }).map(({ ok, conflict }) =>
    conflict ? { ours: conflict.a, before: conflict.o, theirs: conflict.b } : { ok: ok ?? [] }
  )
}

/** What node-diff3 does at most: each pair of equal pieces is held against each pair that it has found. */
function stepsOf(a: Pieces, o: Pieces, b: Pieces): number {
  const counts = new Map<string, number>()
  for (const d of o) counts.set(d, (counts.get(d) ?? 0) + 1)
  const pairs = [...a, ...b].reduce((sum, d) => sum + (counts.get(d) ?? 0), 0)
  return pairs * o.length
}

function same(one: Pieces, other: Pieces): boolean {
  return one.length === other.length && one.every((d, i) => d === other[i])
}

/** The words of both, or undefined where they cannot be told apart. */
function mergeWords(
  { before, ours, theirs }: Exclude<Region, { ok: string[] }>,
  patience: Patience
): string | undefined {
  const texts = [ours, before, theirs].map((d) => d.join(''))
  if (texts.join('').length > LONGEST) return undefined
  const [a = [], o = [], b = []] = texts.map((d) => d.match(WORDS) ?? [])
  const regions = mergeLists(a, o, b, patience)
  const words = regions.flatMap((d) => ('ok' in d ? d.ok : []))
  return regions.every((d) => 'ok' in d) ? words.join('') : undefined
}

/** Line feeds alone are trimmed: the first line of code begins with spaces. */
function marked(edited: string, fresh: string): string {
  const end = /(?<!\n)\n*$/u.exec(edited)?.[0] || '\n\n'
  const piece = (text: string) => (text.trim() === '' ? '' : `${trimLineFeeds(text)}\n\n`)
  return `${CONFLICT_MARKS.edited}\n\n${piece(edited)}${CONFLICT_MARKS.imported}\n\n${piece(fresh)}${CONFLICT_MARKS.end}${end}`
}

function trimLineFeeds(text: string): string {
  return text.replace(/^\n+/u, '').replace(/(?<!\n)\n+$/u, '')
}
