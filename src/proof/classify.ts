// Pairs of pages and edits with their marks in, what became of each page and what each edit did out.
import type { ComposedPage } from '../composition.ts'
import type { About, PageChange, ProofedEdit } from '../proof.ts'
import { findCauses } from './find-causes.ts'
import type { Cause, Touched } from './find-causes.ts'
import type { PagePair } from './pair-pages.ts'
import { sayEnd } from './say-end.ts'

/** An edit with its marks. */
export type MarkedEdit = Omit<ProofedEdit, 'changed' | 'pushed' | 'end'>

/** What became of pages and edits. */
export interface Classified {
  pages: readonly PageChange[]
  proofed: readonly ProofedEdit[]
}

/**
 * Say what became of each page.
 *
 * @param same the pairs of pages that are drawn alike
 */
export function classify(
  pairs: readonly PagePair[],
  edits: readonly MarkedEdit[],
  pages: readonly ComposedPage[],
  same: ReadonlySet<PagePair>,
  { hashes, approved }: Pick<About, 'hashes' | 'approved'>
): Classified {
  const on = { old: editsOn(edits, 'oldMarks'), new: editsOn(edits, 'marks') }
  const touched = pairs.map((pair): Touched => {
    const lie = [
      ...(on.new.get(pair.new?.number ?? 0) ?? []),
      ...(on.old.get(pair.old?.number ?? 0) ?? [])
    ]
    return {
      pair,
      same: same.has(pair),
      edits: same.has(pair) ? [] : [...new Set(lie)].toSorted((a, b) => a - b)
    }
  })
  const causes = findCauses(touched, edits)
  const changes = touched.map((d, index): PageChange => {
    const hash = hashes?.new[(d.pair.new?.number ?? 0) - 1] ?? ''
    return {
      class: classOf(d),
      ...named(d.pair),
      edits: d.edits.length > 0 ? d.edits : (causes.get(index)?.edits ?? []),
      approved: approved?.has(hash) ?? false
    }
  })
  return { pages: changes, proofed: edits.map((d) => proofed(d, touched, causes, pages)) }
}

/** Edits by page; on old pages without their carets, for a word that came in need not be on the page where it was missing. */
function editsOn(
  edits: readonly MarkedEdit[],
  side: 'marks' | 'oldMarks'
): Map<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const edit of edits)
    for (const { box, sign } of edit[side]) {
      if (side === 'oldMarks' && sign === 'caret') continue
      const known = found.get(box.page) ?? []
      if (known.at(-1) !== edit.number) known.push(edit.number)
      found.set(box.page, known)
    }
  return found
}

function classOf({ pair, same, edits }: Touched): PageChange['class'] {
  if (!pair.new) return 'gone'
  if (!pair.old) return 'new'
  if (same) return 'identical'
  return edits.length > 0 ? 'changed' : 'reflowed'
}

function named({
  old,
  new: now
}: PagePair): Pick<PageChange, 'old' | 'new' | 'oldLabel' | 'newLabel'> {
  return {
    ...(old && { old: old.number, oldLabel: old.label }),
    ...(now && { new: now.number, newLabel: now.label })
  }
}

function proofed(
  edit: MarkedEdit,
  touched: readonly Touched[],
  causes: ReadonlyMap<number, Cause>,
  pages: readonly ComposedPage[]
): ProofedEdit {
  const changed = touched.flatMap((d) => (d.edits.includes(edit.number) ? (d.pair.new ?? []) : []))
  const pushed = [...causes].flatMap(([index, { reason, edits }]) => {
    const page = touched[index]?.pair.new
    return page && edits.includes(edit.number) ? [{ page, reason }] : []
  })
  const inOrder = pushed.toSorted((a, b) => a.page.number - b.page.number)
  return {
    ...edit,
    changed: changed.map((d) => d.number),
    pushed: inOrder.map((d) => d.page.number),
    end: sayEnd(inOrder, changed, pages)
  }
}
