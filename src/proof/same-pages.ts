// Pairs of pages in, those that are drawn alike out, byte for byte: by the hashes of the finished PDFs where these are known, else
// by what the composed pages hold.
import type { Composition } from '../composition.ts'
import type { About } from '../proof.ts'
import type { PagePair } from './pair-pages.ts'
import { sameInk } from './same-ink.ts'

/** Both compositions. */
type Sides = Readonly<Record<'old' | 'new', Composition>>

/** The pairs on which nothing changed; none where the pages have another size, the empty ones neither. */
export function samePages(
  pairs: readonly PagePair[],
  { old, new: now }: Sides,
  hashes: About['hashes']
): ReadonlySet<PagePair> {
  const sizes = ['width', 'height', 'bleed'] as const
  if (sizes.some((d) => old[d] !== now[d])) return new Set()
  return new Set(pairs.filter((d) => isSame(d, hashes)))
}

function isSame({ old, new: now }: PagePair, hashes: About['hashes']): boolean {
  if (!old || !now) return false
  if (!hashes) return sameInk(old, now)
  const hash = hashes.new[now.number - 1]
  return hash !== undefined && hash === hashes.old[old.number - 1]
}
