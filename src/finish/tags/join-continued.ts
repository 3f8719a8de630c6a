// What a page turn divides in, whole out: a paragraph whose second part is marked as continued takes it up, and so do
// the item, the list or the quotation around it. Print marks only the innermost part that goes on.
import { isInline } from './kinds.ts'
import type { Kid, Tag } from './read-tags.ts'

/** Kids with their continued parts joined to what they go on from. */
export function joinContinued(kids: readonly Kid[]): readonly Kid[] {
  const joined: Kid[] = []
  for (const kid of kids) {
    if (kid.kind !== 'tag') {
      joined.push(kid)
      continue
    }
    const own: Tag = { ...kid, kids: joinContinued(kid.kids) }
    const before = joined.at(-1)
    const whole = before?.kind === 'tag' && goesOn(own) ? join(before, own) : undefined
    if (whole) joined[joined.length - 1] = whole
    else joined.push(own)
  }
  return joined
}

/** Marked itself, or at the very head of what it holds. */
function goesOn(tag: Tag): boolean {
  if (tag.continued) return true
  const [first] = tag.kids
  return first?.kind === 'tag' && !isInline(first) && goesOn(first)
}

/** One tag of two; undefined where the second is no part of the first. */
function join(before: Tag, after: Tag): Tag | undefined {
  if (before.type === after.type) {
    const [first, ...rest] = after.kids
    const last = before.kids.at(-1)
    const seam =
      first?.kind === 'tag' && last?.kind === 'tag' && goesOn(first) ? join(last, first) : undefined
    const kids = seam
      ? [...before.kids.slice(0, -1), seam, ...rest]
      : [...before.kids, ...after.kids]
    return { ...before, kids }
  }
  // A paragraph that goes on from the last of a quotation whose rest was not put into one.
  const last = before.kids.at(-1)
  const inner = last?.kind === 'tag' && !isInline(last) ? join(last, after) : undefined
  return inner && { ...before, kids: [...before.kids.slice(0, -1), inner] }
}
