// Takes running heads and folios out of the text: `60 THE FOLDED SHEET` between two halves of a sentence, `- 61 -` between
// two paragraphs, `58` on a line of its own. Folios count up through the text, heads come again; a number that does neither
// is text. Chapter numbers and years count up too, but never stand inside a sentence.
import type { Block, Draft } from './draft.ts'
import { ask, tell } from './draft.ts'
import { findCandidates } from './furniture-lines.ts'
import type { Candidate } from './furniture-lines.ts'
import { longestRise } from './longest-rise.ts'
import { headLetters } from './page-furniture.ts'
import { concat, placeAt, slice } from './stretch.ts'

const RULE = 'drop-page-furniture'
const NEAR_WORDS = 24
const SHORTEST_PAGE = 60
const LONGEST_HEAD = 100
const CALLS = /<sup>[^<]{0,20}<\/sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,4}\]/gu
const BYLINE = /^[*_]*by\s+/iu
const FEWEST_IN_SENTENCES = 0.2
const FIRST_BLOCKS = 3
const MOST_WORDS = 7
const WORD = /\p{L}[\p{L}’'-]*/gu
const LONG_WORD = 4
const COUNTED = /^(?:chapter|part|section|book|act|scene|canto|appendix|figure|table|plate)\b/iu

/** Drop running heads and folios. */
export function dropPageFurniture(draft: Draft): void {
  const candidates = findCandidates(draft)
  if (candidates.length === 0) return
  const names = bookNames(draft, candidates)
  const heads = knownHeads(draft, candidates, names)
  const chains = [false, true].flatMap((roman) =>
    folioChain(
      candidates.filter((d) => d.roman === roman),
      heads
    )
  )
  const folios = new Set([...chains, ...candidates.filter((d) => isStray(d, chains.length > 0))])
  // A head inside a sentence shows that there are pages, as folios do.
  const pages = folios.size > 0 || candidates.some((d) => d.inside && names.has(d.head))
  const dropped = candidates.filter((d) => folios.has(d) || isHead(d, heads, names, pages))
  // The same without an order: chapters, or the items of a list.
  const numbers = candidates.filter((d) => d.folio !== undefined)
  const chapters = longestRise(numbers, (d) => d.folio ?? 0)
  const gone = new Set(dropped)
  const kept = candidates.filter((d) => !gone.has(d) && d.block >= FIRST_BLOCKS)
  for (const d of kept) if (isDoubtful(d, names, chapters.length < 2 || pages)) doubt(draft, d)
  drop(draft, dropped)
}

/**
 * The title and the author's name, each with the block where it stands: the first lines of the text, and a line that is
 * there in capitals and as a name.
 */
function bookNames(draft: Draft, candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const alone = candidates.filter((d) => d.folio === undefined)
  const small = new Set(alone.filter((d) => !d.marked).map((d) => d.head))
  const twice = candidates.filter((d) => d.marked && small.has(d.head)).map((d) => d.head)
  const numbered = new Set(candidates.filter((d) => d.folio !== undefined).map((d) => d.block))
  const first = draft.blocks
    .slice(0, FIRST_BLOCKS)
    .map((d, i) => [numbered.has(i) ? '' : headLetters(firstLine(d)), i] as const)
  const names = new Map([...twice.map((d) => [d, -1] as const), ...first.toReversed()])
  names.delete('')
  return names
}

/** Heads that come again, and what a head would say: title, author, a heading. */
function knownHeads(
  draft: Draft,
  candidates: readonly Candidate[],
  names: ReadonlyMap<string, number>
): ReadonlySet<string> {
  const headings = draft.blocks.filter((d) => d.kind === 'heading')
  const heads = new Set([...names.keys(), ...headings.map((d) => headLetters(d.content.text))])
  // With two different folios, or three times without one.
  const found = new Map<string, Set<number>>()
  for (const [i, d] of candidates.entries()) {
    if (d.head === '' || !isTitled(d)) continue
    found.set(d.head, (found.get(d.head) ?? new Set()).add(d.folio ?? -i))
  }
  for (const [head, places] of found)
    if (places.size > ([...places].some((d) => d > 0) ? 1 : 2)) heads.add(head)
  heads.delete('')
  return heads
}

/** The first line of a block, which may be a title or a byline in emphasis. */
function firstLine({ content }: Block): string {
  const [line = ''] = content.text.split('\n', 1)
  return line.length > LONGEST_HEAD ? '' : line.replace(BYLINE, '')
}

/** The folios among candidates: those that count up, where they are folios at all. */
function folioChain(candidates: readonly Candidate[], heads: ReadonlySet<string>): Candidate[] {
  const numbered = candidates.filter(
    (d) => d.block > 0 && d.folio !== undefined && (d.head === '' || heads.has(d.head) || cuts(d))
  )
  const chain = longestRise(numbered, (d) => d.folio ?? 0)
  const inside = chain.filter((d) => d.inside).length
  const marked = chain.filter((d) => d.marked || heads.has(d.head)).length
  if (chain.length < 2) return inside > 0 || chain.some((d) => d.named) ? chain : []
  const sure = inside >= chain.length * FEWEST_IN_SENTENCES || marked >= 2
  return sure || everyPage(chain, marked) ? chain : []
}

/** A name or title that is a block of its own inside a sentence, or a line that ends before the others are full. */
function cuts(d: Candidate): boolean {
  return d.inside && (d.alone || d.short) && isTitled(d)
}

/** Few words, with a capital at each but the shortest. */
function isTitled({ text }: Candidate): boolean {
  const words = text.match(WORD) ?? []
  const capitals = words.every((d) => d.length < LONG_WORD || /^\p{Lu}/u.test(d))
  return capitals && words.length <= MOST_WORDS
}

/** Numbers that follow each other at the distance of pages, and do not begin at 1 as chapters do; no years. */
function everyPage(chain: readonly Candidate[], marked: number): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (!first || !last || chain.length < (marked > 0 ? 2 : 3)) return false
  if (first.folio === 1) return false
  const [from, to] = [first.folio ?? 0, last.folio ?? 0]
  const apart = (last.words - first.words) / (to - from)
  return to - from < chain.length * 3 && (marked > 0 || (to < 1000 && apart > SHORTEST_PAGE))
}

/** A folio out of the order of the others: inside a sentence, or one that says what it is. */
function isStray(d: Candidate, folios: boolean): boolean {
  return d.folio !== undefined && d.head === '' && (d.inside || (folios && d.named))
}

/** A running head that is known: with a folio, inside a sentence, or in capitals where the text has folios too. */
function isHead(
  d: Candidate,
  heads: ReadonlySet<string>,
  names: ReadonlyMap<string, number>,
  pages: boolean
): boolean {
  if (d.head === '' || d.block < (d.inside ? 1 : FIRST_BLOCKS)) return false
  if (d.inside && d.marked && d.divides) return true
  if (!heads.has(d.head) || names.get(d.head) === d.block) return false
  const named = names.has(d.head)
  if (d.folio !== undefined) return pages || d.inside || named
  const title = (names.get(d.head) ?? -1) >= 0
  return d.inside || (title && pages) || (d.marked && (pages || named))
}

/** A number that is no folio in its order; words with a number, or the title, alone between two paragraphs. */
function isDoubtful(d: Candidate, names: ReadonlyMap<string, number>, numbers: boolean): boolean {
  if (d.head === '') return numbers
  if (d.folio === undefined) return d.alone && (names.get(d.head) ?? -1) >= 0
  return d.marked || (d.alone && isTitled(d) && !COUNTED.test(d.text))
}

function drop(draft: Draft, dropped: readonly Candidate[]): void {
  const byBlock = new Map<number, Candidate[]>()
  for (const d of dropped) byBlock.set(d.block, [...(byBlock.get(d.block) ?? []), d])
  let turned = false
  let last = 0
  draft.blocks = draft.blocks.flatMap((block, i) => {
    const lines = byBlock.get(i) ?? []
    for (const d of lines) tell(draft, placeAt(block.content, d.from), RULE, d.text, '')
    const { content } = block
    if (lines.length > 0) {
      const parts = lines.map((d, n) => slice(content, n === 0 ? 0 : endOf(lines[n - 1]), d.from))
      block.content = concat([...parts, slice(content, endOf(lines.at(-1)))])
    }
    const first = turned && block.content.text.trim() !== ''
    if (first) block.turned = true
    if (first && block.quote > 0 && last > 0) block.quote = last
    if (block.content.text.trim() !== '') last = block.quote
    turned = (turned && !first) || lines.some((d) => d.to >= content.text.trimEnd().length)
    return block.content.text.trim() === '' ? [] : [block]
  })
}

/** The end of a line with its line feed. */
function endOf(line: Candidate | undefined): number {
  return (line?.to ?? 0) + 1
}

function doubt(draft: Draft, { block, from, text }: Candidate): void {
  const content = draft.blocks[block]?.content
  if (!content) return
  const before = draft.blocks.slice(0, block).at(-1)
  const near = before
    ? ` behind \`${before.content.text.replace(CALLS, '').trimEnd().slice(-NEAR_WORDS)}\``
    : ''
  const reason = `Unexpected line \`${text}\`${near}, expected a folio in its order, or text`
  ask(draft, placeAt(content, from), RULE, reason)
}
