// Two rows of things in, which of the one is which of the other out: the longest row that both have in common.

/** Rows longer than this are compared at their ends only: the product of what is left of them between. */
const MOST = 6_000_000

/** For an index of the old row, that of the new. */
export function align(old: readonly string[], now: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let foot = 0
  while (foot < shorter - head && old.at(-1 - foot) === now.at(-1 - foot)) foot += 1
  for (let i = 0; i < head; i += 1) pairs.set(i, i)
  const middle = [old.slice(head, old.length - foot), now.slice(head, now.length - foot)] as const
  for (const [i, j] of commonOf(...middle)) pairs.set(head + i, head + j)
  for (let i = foot; i > 0; i -= 1) pairs.set(old.length - i, now.length - i)
  return pairs
}

/** The same, and what lies between two that are alike is taken in order. */
export function alignAll(old: readonly string[], now: readonly string[]): Map<number, number> {
  const pairs = align(old, now)
  let last = -1
  for (let i = 0; i < old.length; i += 1) {
    const next = nextPair(pairs, i, old.length) ?? now.length
    const own = pairs.get(i) ?? (last + 1 < next ? last + 1 : undefined)
    if (own === undefined) continue
    pairs.set(i, own)
    last = own
  }
  return pairs
}

function nextPair(pairs: ReadonlyMap<number, number>, from: number, to: number) {
  for (let i = from; i < to; i += 1) {
    const found = pairs.get(i)
    if (found !== undefined) return found
  }
  return undefined
}

function commonOf(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length * now.length > MOST) return []
  const width = now.length + 1
  const longest = new Int32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const here = i * width + j
      const [down, right] = [longest[here + width] ?? 0, longest[here + 1] ?? 0]
      const both = old[i] === now[j] ? 1 + (longest[here + width + 1] ?? 0) : 0
      longest[here] = Math.max(both, down, right)
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    const here = i * width + j
    if (old[i] === now[j]) pairs.push([i++, j++])
    else if ((longest[here + width] ?? 0) >= (longest[here + 1] ?? 0)) i += 1
    else j += 1
  }
  return pairs
}
