// The longest run of things, in their order, whose numbers rise from each to the next: the folios of a text among all that
// might be one. Patience sorting, n log n (Fredman, On computing the length of longest increasing subsequences, 1975).

/** The longest rising subsequence by `number`. */
export function longestRise<T>(items: readonly T[], number: (item: T) => number): T[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [i, item] of items.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const end = items[ends[middle] ?? 0]
      if (end !== undefined && number(end) < number(item)) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = i
  }
  const rise: T[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const item = items[i]
    if (item !== undefined) rise.push(item)
  }
  return rise.toReversed()
}
