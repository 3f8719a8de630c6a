// Three lists in, the places of what stands once in each and in the same order in all, out: between these anchors each part
// can be compared by itself. Patience sorting, so the time is n log n however often the rest is repeated.

/** Places of one piece in the three lists. */
export type Anchor = readonly [number, number, number]

/** Anchors of three lists, rising in all of them. */
export function findAnchors(
  a: readonly string[],
  o: readonly string[],
  b: readonly string[]
): Anchor[] {
  const [inA, inO, inB] = [once(a), once(o), once(b)]
  const found: Anchor[] = []
  for (const [piece, x] of inA) {
    const [y = -1, z = -1] = [inO.get(piece), inB.get(piece)]
    if (x >= 0 && y >= 0 && z >= 0) found.push([x, y, z])
  }
  const rising = found.toSorted((d, e) => d[0] - e[0])
  return longestRise(longestRise(rising, 1), 2)
}

/** Where each piece stands; -1 for one that comes again. */
function once(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [i, d] of list.entries()) places.set(d, places.has(d) ? -1 : i)
  return places
}

/** The longest part of the anchors that rises in one of the lists. */
function longestRise(anchors: readonly Anchor[], list: 1 | 2): Anchor[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [i, anchor] of anchors.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((anchors[ends[middle] ?? 0]?.[list] ?? 0) < anchor[list]) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = i
  }
  const rise: Anchor[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const anchor = anchors[i]
    if (anchor) rise.push(anchor)
  }
  return rise.toReversed()
}
