// Pages that are drawn otherwise though no edit lies on them in, the edits that did it out: those from which an unbroken row of
// other pages leads there, the nearest first; else, those that changed what is different on it.
import type { Edit } from '../changes.ts'
import { onlyNumbers } from './only-numbers.ts'
import { sameInk } from './same-ink.ts'
import { changesFront, changesHeading, changesLayout, changesNumbers } from './touched.ts'
import type { PagePair } from './pair-pages.ts'

/** Why a page is not as it was. */
export type Reason = 'flow' | 'head' | 'folio' | 'numbers' | 'layout' | 'front' | 'contents'

/** What became of a pair, and the edits that lie on it. */
export interface Touched {
  pair: PagePair
  same: boolean
  edits: readonly number[]
}

/** The edits that changed a page from elsewhere. */
export interface Cause {
  reason: Reason
  edits: readonly number[]
}

/**
 * The cause of each page that has none of its own.
 *
 * @returns by index; missing for pages that are the same or have edits on them
 */
export function findCauses(
  pages: readonly Touched[],
  edits: readonly Edit[]
): ReadonlyMap<number, Cause> {
  const causes = new Map<number, Cause>()
  const lost = pages.flatMap((d, index) => (d.same || d.edits.length > 0 ? [] : [index]))
  const isText = (index: number) => kindOf(pages[index]) === 'text'
  for (const index of lost.filter(isText)) causes.set(index, causeOf(pages, index, edits))
  for (const index of lost.filter((d) => !isText(d)))
    causes.set(index, frontCause(pages, index, edits, causes))
  return causes
}

function kindOf(page: Touched | undefined): string {
  return page?.pair.new?.kind ?? page?.pair.old?.kind ?? ''
}

function causeOf(pages: readonly Touched[], index: number, edits: readonly Edit[]): Cause {
  const layout = numbersOf(edits.filter(changesLayout))
  if (layout.length > 0) return { reason: 'layout', edits: layout }
  const { old, new: now } = pages[index]?.pair ?? {}
  const before = (fits: (edit: Edit) => boolean) => lastBefore(pages, index, edits.filter(fits))
  if (old && now && sameInk(old, now, 'text')) {
    const heads = old.head === now.head ? [] : headEdits(old.head, now.head, edits)
    if (heads.length > 0) return { reason: 'head', edits: lastBefore(pages, index, heads) }
    return { reason: 'folio', edits: before(() => true) }
  }
  const numbers = before(changesNumbers)
  // A row of such pages may begin where the lines have come back to their places.
  if (numbers.length > 0 && old && now && onlyNumbers(old, now))
    return { reason: 'numbers', edits: numbers }
  const reached = reaching(pages, index)
  if (reached.length > 0) return { reason: 'flow', edits: reached }
  if (numbers.length > 0) return { reason: 'numbers', edits: numbers }
  return { reason: 'flow', edits: before(() => true) }
}

/** Those that changed what a running head says. */
function headEdits(old: string, now: string, edits: readonly Edit[]): Edit[] {
  const some = edits.filter((d) => changesHeading(d) || changesFront(d))
  const says = (head: string, text: string) => text !== '' && head.includes(text)
  const said = some.filter((d) => says(now, d.newText) || says(old, d.oldText))
  return said.length > 0 ? said : some
}

/** The nearest edit to which a row of other pages leads, from before if both are as near. */
function reaching(pages: readonly Touched[], index: number): readonly number[] {
  for (let step = 1, [back, on] = [true, true]; back || on; step += 1) {
    const [before, behind] = [pages[index - step], pages[index + step]]
    back &&= before !== undefined && !before.same && kindOf(before) === 'text'
    on &&= behind !== undefined && !behind.same && kindOf(behind) === 'text'
    const last = back ? before?.edits.at(-1) : undefined
    if (last !== undefined) return [last]
    const first = on ? behind?.edits[0] : undefined
    if (first !== undefined) return [first]
  }
  return []
}

/** The last of some edits that lies before a page; the first behind it where none does. */
function lastBefore(
  pages: readonly Touched[],
  index: number,
  edits: readonly Edit[]
): readonly number[] {
  const wanted = new Set(edits.map((d) => d.number))
  const on = (page: Touched) => page.edits.filter((d) => wanted.has(d))
  const found =
    pages.slice(0, index).flatMap(on).at(-1) ??
    pages.slice(index).flatMap(on)[0] ??
    edits[0]?.number
  return found === undefined ? [] : [found]
}

/** Front pages and contents: who changed what they say. */
function frontCause(
  pages: readonly Touched[],
  index: number,
  edits: readonly Edit[],
  causes: ReadonlyMap<number, Cause>
): Cause {
  const layout = numbersOf(edits.filter(changesLayout))
  if (layout.length > 0) return { reason: 'layout', edits: layout }
  if (kindOf(pages[index]) === 'contents') {
    const headings = numbersOf(edits.filter(changesHeading))
    const pushes = pages.flatMap((d, at) => {
      const begins = d.pair.new?.blocks.some((block) => isHeading(block.element.tagName))
      return !d.same && begins ? [...d.edits, ...(causes.get(at)?.edits ?? [])] : []
    })
    const found = headings.length > 0 ? headings : [...new Set(pushes)].toSorted((a, b) => a - b)
    if (found.length > 0) return { reason: 'contents', edits: found }
  }
  const front = numbersOf(edits.filter(changesFront))
  if (front.length > 0) return { reason: 'front', edits: front }
  return { reason: 'flow', edits: lastBefore(pages, index, edits) }
}

function isHeading(tagName: string): boolean {
  return /^h[1-6]$/u.test(tagName)
}

function numbersOf(edits: readonly Edit[]): number[] {
  return edits.map((d) => d.number)
}
