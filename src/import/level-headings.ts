// Sections are headings of level 2, and no level is jumped. Headings whose numbers have the same form are sisters: where
// `### 1.1. Paper` and `## 1.2. Ink` follow each other, both are of level 3. A heading without a level has depth 0.
import type { Block, Draft } from './draft.ts'
import { tell } from './draft.ts'
import { placeAt } from './stretch.ts'

const RULE = 'level-headings'
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)\.?(?:\s|$)/u
const TOP = 2
const LOWEST = 6

/** Give every heading its level. */
export function levelHeadings(draft: Draft): void {
  const headings = draft.blocks.filter((d) => d.kind === 'heading')
  const before = headings.map((d) => d.depth)
  closeGaps(headings)
  alignSisters(headings)
  adoptLevels(draft)
  forbidJumps(headings)
  for (const [i, heading] of headings.entries()) {
    const was = before[i] ?? 0
    if (heading.depth === was) continue
    const { text } = heading.content
    const actual = was === 0 ? text : `${'#'.repeat(was)} ${text}`
    tell(draft, placeAt(heading.content, 0), RULE, actual, `${'#'.repeat(heading.depth)} ${text}`)
  }
}

/** The levels in use become 2, 3, 4 … */
function closeGaps(headings: readonly Block[]): void {
  const levels = new Set(headings.map((d) => d.depth).filter((d) => d > 0))
  const used = [...levels].toSorted((a, b) => a - b)
  for (const d of headings) if (d.depth > 0) d.depth = TOP + used.indexOf(d.depth)
}

/**
 * Headings with numbers of the same length take the level that most of them have, the deeper one in a tie; where none has
 * a level, they are as deep as their number is long.
 */
function alignSisters(headings: readonly Block[]): void {
  const lengths = new Set(headings.map((d) => parts(d)).filter((d) => d > 0))
  const shortest = Math.min(...lengths)
  for (const length of lengths) {
    const sisters = headings.filter((d) => parts(d) === length)
    const depth = commonest(sisters.map((d) => d.depth)) ?? TOP + length - shortest
    for (const d of sisters) d.depth = Math.min(depth, LOWEST)
  }
}

function parts(heading: Block): number {
  return NUMBER.exec(heading.content.text)?.[1]?.split('.').length ?? 0
}

function commonest(depths: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const d of depths) if (d > 0) counts.set(d, (counts.get(d) ?? 0) + 1)
  return [...counts].toSorted(([a, x], [b, y]) => y - x || b - a)[0]?.[0]
}

/**
 * Lines that only look like headings, and have no number, are sections where nothing else is. Beside headings with a level
 * they are their sisters, unless one of them follows such a heading at once, or they are more: then they are a level lower.
 */
function adoptLevels({ blocks }: Draft): void {
  const all = blocks.filter((d) => d.kind === 'heading')
  const open = all.filter((d) => d.depth === 0)
  const levels = all.map((d) => d.depth).filter((d) => d > 0)
  const lowest = Math.max(TOP - 1, ...levels)
  const below = blocks.some(
    (d, i) => d.kind === 'heading' && d.depth === 0 && (blocks[i - 1]?.depth ?? 0) > 0
  )
  const lower = levels.length > 0 && (below || open.length > levels.length)
  const depth = levels.length === 0 ? TOP : lower ? lowest + 1 : (commonest(levels) ?? TOP)
  for (const d of open) d.depth = Math.min(depth, LOWEST)
}

function forbidJumps(headings: readonly Block[]): void {
  let last = TOP - 1
  for (const d of headings) {
    d.depth = Math.min(d.depth, last + 1, LOWEST)
    last = d.depth
  }
}
