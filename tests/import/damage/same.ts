// Two manuscripts compared, expected and actual, word by word. Not told from each other are what nobody can know from the
// rough text: the order of the notes; the numbers of notes that were signs; capitals, where a title or heading was set in
// them; no-break spaces; the last stop of a pull quote, and after which paragraph it stood.
import { parse } from 'yaml'
import type { Wound } from './job.ts'

/** A stretch of words that differ. */
export interface Difference {
  expected: string
  actual: string
  /** The same words with the eight before and after. */
  context: string
}

const NOTE = /^\[\^([^\]]+)\]: /u
const CONTEXT = 8
const CALL = /\[\^([^\]]+)\]/gu

/** Where two manuscripts differ. */
export function differences(
  expected: string,
  actual: string,
  wounds: readonly Wound[]
): Difference[] {
  const signs = wounds.some((d) => d.kind === 'note-styles' && d.detail === 'signs')
  const capitals = wounds.some((d) => /capitals/u.test(d.detail))
  const [left, right] = [expected, actual].map((d) => words(signs ? renumbered(d) : d))
  return hunks(left ?? [], right ?? [], (a, b) => a === b || (capitals && sameLetters(a, b)))
}

function sameLetters(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** Labels as numbers, in the order of the notes. */
function renumbered(manuscript: string): string {
  const labels = manuscript.split('\n').flatMap((d) => NOTE.exec(d)?.[1] ?? [])
  return manuscript
    .replace(CALL, (whole, d: string) =>
      labels.includes(d) ? `[^${labels.indexOf(d) + 1}]` : whole
    )
    .replace(/^title-note: .*$/mu, 'title-note: "1"')
}

/** The words, with a pilcrow for each end of a block. */
function words(manuscript: string): string[] {
  const [, yaml = '', body = ''] = /^---\n([^]*?)^---\n([^]*)$/mu.exec(manuscript) ?? []
  const blocks = body
    .replaceAll('\u00A0', ' ')
    .trim()
    .split(/\n\n(?! {4})/u)
  const first = blocks.findIndex((d) => NOTE.test(d))
  const text = first < 0 ? blocks : blocks.slice(0, first)
  const notes = first < 0 ? [] : blocks.slice(first)
  const sorted = notes.toSorted((a, b) => number(a) - number(b))
  return [...frontWords(yaml), ...[...text, ...sorted].flatMap((d) => [...wordsOf(d), '¶'])]
}

function number(note: string): number {
  return Number(NOTE.exec(note)?.[1] ?? 0)
}

/** A line end counts where it is not the end of a block. */
function wordsOf(block: string): string[] {
  return block
    .replaceAll('\n', ' ⏎ ')
    .split(' ')
    .filter((d) => d !== '')
}

function frontWords(yaml: string): string[] {
  const front = parse(yaml) as Record<string, unknown>
  const pulled = (front['pull-quotes'] ?? []) as readonly { text: string }[]
  const quotes = pulled.map((d) => d.text.replace(/^[“‘]|[.?!]?[”’]?$/gu, '')).toSorted()
  const rest = Object.entries(front).filter(([key]) => key !== 'pull-quotes')
  const lines = rest
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, d]) => `${key}: ${String(d)}`)
  return [...lines, ...quotes.map((d) => `pull: ${d}`)].flatMap((d) => [...d.split(/\s+/u), '¶'])
}

/** The stretches that differ; neighbours with two equal words between them are one. */
function hunks(
  left: readonly string[],
  right: readonly string[],
  same: (a: string, b: string) => boolean
): Difference[] {
  const found: Difference[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && same(left[i] ?? '', right[j] ?? '')) {
      i++
      j++
      continue
    }
    const [a, b] = resume(left, right, i, j, same)
    found.push({
      expected: left.slice(i, a).join(' '),
      actual: right.slice(j, b).join(' '),
      context: [left.slice(Math.max(0, i - CONTEXT), a + CONTEXT), right.slice(j, b)]
        .flat()
        .join(' ')
    })
    ;[i, j] = [a, b]
  }
  return found
}

const REACH = 400
const AGREE = 3

/** The nearest places from which three words agree again. */
function resume(
  left: readonly string[],
  right: readonly string[],
  i: number,
  j: number,
  same: (a: string, b: string) => boolean
): [number, number] {
  for (let sum = 1; sum < REACH; sum++)
    for (let a = Math.min(sum, left.length - i); a >= 0; a--) {
      const [x, y] = [i + a, j + sum - a]
      if (y > right.length) continue
      const agree = Array.from({ length: AGREE }, (_, k) => k).every((k) =>
        same(left[x + k] ?? '', right[y + k] ?? '')
      )
      if (agree) return [x, y]
    }
  return [left.length, right.length]
}
