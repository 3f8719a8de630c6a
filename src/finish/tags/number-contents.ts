// Tags in, who owns which marked content out; and, when the pages are written, the tags with the numbers that their
// contents have there. Contents that follow each other in a tag and on a page may become one.
import type { Owner, Sequence } from '../content/write-marks.ts'
import type { Content, Kid, Tag } from './read-tags.ts'

/** Who owns what. */
export interface Ownership {
  /** By page and number. */
  owners: ReadonlyMap<string, Owner>
  /** Group of each content. */
  groups: ReadonlyMap<Content, number>
}

/** May be empty: an empty cell is a cell. */
const EMPTY: ReadonlySet<string> = new Set(['TD', 'TH', 'TR'])

/** The key of a content in `owners`. */
export function keyOf(page: number, number: number): string {
  return `${page}:${number}`
}

/** Find the owners of all contents. */
export function findOwners(tags: readonly Tag[]): Ownership {
  const owners = new Map<string, Owner>()
  const groups = new Map<Content, number>()
  let group = -1
  const walk = (tag: Tag) => {
    let before: Kid | undefined
    let order = 0
    for (const kid of tag.kids) {
      if (kid.kind === 'content') {
        if (before?.kind !== 'content' || before.page !== kid.page) group += 1
        owners.set(keyOf(kid.page, kid.number), { group, order: order++, type: tag.type })
        groups.set(kid, group)
      } else if (kid.kind === 'tag') walk(kid)
      before = kid
    }
  }
  for (const tag of tags) walk(tag)
  return { owners, groups }
}

/**
 * The tags with the contents of the pages as they are written, without those that have none.
 *
 * @param pages the pieces on each page; undefined where the old numbers hold
 */
export function numberContents(
  tags: readonly Tag[],
  { groups }: Ownership,
  pages: readonly (readonly Sequence[] | undefined)[]
): readonly Tag[] {
  const pieces = new Map<number, Sequence[]>()
  for (const sequence of pages.flatMap((d) => d ?? []))
    pieces.set(sequence.group, [...(pieces.get(sequence.group) ?? []), sequence])
  return tags.flatMap(number)

  function number(tag: Tag): readonly Tag[] {
    const kids = tag.kids.flatMap((kid): readonly Kid[] => {
      if (kid.kind === 'tag') return number(kid)
      return kid.kind === 'content' && pages[kid.page] !== undefined ? written(kid) : [kid]
    })
    return kids.length > 0 || EMPTY.has(tag.type) ? [{ ...tag, kids }] : []
  }

  /** All pieces of a group stand where its first content stood. */
  function written(content: Content): readonly Content[] {
    const group = groups.get(content) ?? -1
    const own = pieces.get(group) ?? []
    pieces.delete(group)
    const inOrder = own.toSorted((a, b) => a.order - b.order)
    return inOrder.map((d) => ({ kind: 'content', page: content.page, number: d.content }))
  }
}
