// Takes running heads and folios out of the text: `60 THE FOLDED SHEET` between two halves of a sentence, `- 61 -` between
// two paragraphs, `58` on a line of its own. Folios count up through the text, heads come again; a number that does neither
// is text. Chapter numbers, years and the figures of a list count up too, but do not stand inside a sentence: without a line
// that cuts one, or says by itself that it is furniture, nothing is dropped.
import type { Block, Draft } from './draft.ts'
import { ask, isManuscript, tell } from './draft.ts'
import { findCandidates } from './furniture-lines.ts'
import type { Candidate } from './furniture-lines.ts'
import { longestRise } from './longest-rise.ts'
import { headLetters } from './page-furniture.ts'
import { concat, placeAt, slice } from './stretch.ts'

const RULE = 'drop-page-furniture'
const NEAR_WORDS = 24
const LONGEST_HEAD = 100
const CALLS = /<sup>[^<]{0,20}<\/sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,4}\]/gu
const BYLINE = /^[*_]*by\s+/iu
const FEWEST_IN_SENTENCES = 0.2
const FIRST_BLOCKS = 3
/** What begins below it and counts by one may be chapters. */
const FIRST_SECTIONS = 4
const MOST_DOUBTS = 3
const MOST_WORDS = 7
const WORD = /\p{L}[\p{L}’'-]*/gu
const LONG_WORD = 4

/** Drop running heads and folios. */
export function dropPageFurniture(draft: Draft): void {
  if (isManuscript(draft)) return
  const candidates = findCandidates(draft)
  if (candidates.length === 0) return
  const names = bookNames(draft, candidates)
  const heads = knownHeads(draft, candidates, names)
  const chains = [false, true].flatMap((roman) =>
    folioChain(
      candidates.filter((d) => d.roman === roman),
      heads,
      names
    )
  )
  const folios = new Set([...chains, ...candidates.filter((d) => isStray(d, chains.length > 0))])
  // A title inside a sentence shows that there are pages, as folios do.
  const pages = folios.size > 0 || candidates.some((d) => cutsSurely(d) && names.has(d.head))
  const dropped = candidates.filter((d) => folios.has(d) || isHead(d, heads, names, pages))
  drop(draft, dropped, doubts(candidates, new Set(dropped), names))
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
    .map((d, i) => [mayName(d, i) && !numbered.has(i) ? headLetters(firstLine(d)) : '', i] as const)
  const names = new Map([...twice.map((d) => [d, -1] as const), ...first.toReversed()])
  names.delete('')
  return names
}

/** The first line of all, a heading near it, or a byline. */
function mayName({ content, kind }: Block, index: number): boolean {
  return index === 0 || kind === 'heading' || BYLINE.test(content.text)
}

/** What a head would say: title, author, a heading; and heads that come again with other folios, or inside sentences. */
function knownHeads(
  draft: Draft,
  candidates: readonly Candidate[],
  names: ReadonlyMap<string, number>
): ReadonlySet<string> {
  const headings = draft.blocks.filter((d) => d.kind === 'heading')
  const heads = new Set([...names.keys(), ...headings.map((d) => headLetters(d.content.text))])
  const groups = new Map<string, Candidate[]>()
  for (const d of candidates)
    if (d.head !== '' && isTitled(d)) {
      const group = groups.get(d.head)
      if (group) group.push(d)
      else groups.set(d.head, [d])
    }
  for (const [head, group] of groups) {
    const folios = new Set(group.map((d) => d.folio))
    const sure = group.filter(cutsSurely).length
    if (folios.size > 1 ? sure > 0 : sure > 1 && sure >= group.length / 2) heads.add(head)
  }
  heads.delete('')
  return heads
}

/** The first line of a block, which may be a title or a byline in emphasis. */
function firstLine({ content }: Block): string {
  const [line = ''] = content.text.split('\n', 1)
  return line.length > LONGEST_HEAD ? '' : line.replace(BYLINE, '')
}

/** The folios among candidates: those that count up, where some of them show that they are folios. */
function folioChain(
  candidates: readonly Candidate[],
  heads: ReadonlySet<string>,
  names: ReadonlyMap<string, number>
): Candidate[] {
  const numbered = candidates.filter(
    (d) => d.block > 0 && d.folio !== undefined && (d.head === '' || heads.has(d.head) || cuts(d))
  )
  const chain = longestRise(numbered, (d) => d.folio ?? 0)
  const first = chain[0]?.folio ?? 0
  const sure = chain.filter(cutsSurely).length
  const telling = chain.filter((d) => d.named || names.has(d.head)).length
  if (chain.length === 1) return sure > 0 || (telling > 0 && first > FIRST_SECTIONS) ? chain : []
  const sections = first < FIRST_SECTIONS && isCounted(chain)
  if (sections) return sure * 2 >= chain.length || names.has(chain[0]?.head ?? '') ? chain : []
  const inSentences = sure > 0 && sure >= chain.length * FEWEST_IN_SENTENCES
  return inSentences || telling > 1 || (telling > 0 && isDense(chain)) ? chain : []
}

/** 1, 2, 3, as chapters are counted. */
function isCounted(chain: readonly Candidate[]): boolean {
  return chain.every((d, i) => i === 0 || d.folio === (chain[i - 1]?.folio ?? 0) + 1)
}

/** Most pages have their folio. */
function isDense(chain: readonly Candidate[]): boolean {
  return (chain.at(-1)?.folio ?? 0) - (chain[0]?.folio ?? 0) < chain.length * 3
}

function cutsSurely({ cut }: Candidate): boolean {
  return cut === 'sentence' || cut === 'word'
}

/** A name or title that is a block of its own inside a sentence, or a line that ends before the others are full. */
function cuts(d: Candidate): boolean {
  return d.cut !== 'nothing' && (d.alone || d.short) && isTitled(d)
}

/** Few words, with a capital at each but the shortest. */
function isTitled({ text }: Candidate): boolean {
  const words = text.match(WORD) ?? []
  const capitals = words.every((d) => d.length < LONG_WORD || /^\p{Lu}/u.test(d))
  return capitals && words.length <= MOST_WORDS
}

/** A folio out of the order of the others: inside a sentence, or one that says what it is. */
function isStray(d: Candidate, folios: boolean): boolean {
  return d.folio !== undefined && d.head === '' && (cutsSurely(d) || (folios && d.named))
}

/** A running head that is known: with a folio, inside a sentence, or the title in a text that has pages. */
function isHead(
  d: Candidate,
  heads: ReadonlySet<string>,
  names: ReadonlyMap<string, number>,
  pages: boolean
): boolean {
  if (d.head === '' || d.block < (cutsSurely(d) ? 1 : FIRST_BLOCKS)) return false
  if (d.marked && d.cut === 'word') return true
  if (!heads.has(d.head) || names.get(d.head) === d.block) return false
  if (cutsSurely(d)) return true
  const title = (names.get(d.head) ?? -1) >= 0
  if (d.folio !== undefined) return names.has(d.head) || pages
  return title ? pages || d.marked : names.has(d.head) && d.marked && pages
}

/** What an editor should look at: a lone number, words with a number, or the title, between two paragraphs. */
function doubts(
  candidates: readonly Candidate[],
  gone: ReadonlySet<Candidate>,
  names: ReadonlyMap<string, number>
): Candidate[] {
  const kept = candidates.filter((d) => !gone.has(d) && d.block >= FIRST_BLOCKS)
  const numbers = kept.filter((d) => d.head === '' && d.folio !== undefined)
  const heads = kept.filter((d) =>
    d.folio === undefined
      ? d.alone && (names.get(d.head) ?? -1) >= 0
      : d.head !== '' && d.alone && (d.marked || isTitled(d))
  )
  // Three or more are figures of a list, or chapters: one question is enough.
  return [...numbers.slice(0, numbers.length > 2 ? 1 : 2), ...heads.slice(0, MOST_DOUBTS)]
}

function drop(draft: Draft, dropped: readonly Candidate[], doubtful: readonly Candidate[]): void {
  for (const d of doubtful) doubt(draft, d)
  const byBlock = new Map<number, Candidate[]>()
  for (const d of dropped) {
    const own = byBlock.get(d.block)
    if (own) own.push(d)
    else byBlock.set(d.block, [d])
  }
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
  const before = draft.blocks[block - 1]
  const near = before
    ? ` behind \`${before.content.text.replace(CALLS, '').trimEnd().slice(-NEAR_WORDS)}\``
    : ''
  const reason = `Unexpected line \`${text}\`${near}, expected a folio in its order, or text`
  ask(draft, placeAt(content, from), RULE, reason)
}
