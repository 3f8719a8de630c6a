// Numbers with weights in, the increasing ones among them that weigh most together out: which blocks have kept their places,
// where others were moved. By a tree of best sums (Fenwick 1994), n log n.

/** A number, and what it weighs. */
export interface Weighted {
  value: number
  weight: number
}

/**
 * The heaviest increasing subsequence.
 *
 * @param items values are whole, from 0, no two the same
 * @returns indices into `items`, in order
 */
export function heaviestIncrease(items: readonly Weighted[]): number[] {
  const size = items.reduce((most, d) => Math.max(most, d.value), 0) + 1
  /** Sums, and the item that ends each, by the highest value: a prefix maximum. */
  const best = new Float64Array(size + 1)
  const last = new Int32Array(size + 1).fill(-1)
  const previous = new Int32Array(items.length).fill(-1)
  for (const [index, { value, weight }] of items.entries()) {
    let sum = 0
    for (let at = value; at > 0; at -= at & -at)
      if ((best[at] ?? 0) > sum) {
        sum = best[at] ?? 0
        previous[index] = last[at] ?? -1
      }
    for (let at = value + 1; at <= size; at += at & -at)
      if ((best[at] ?? 0) < sum + weight) {
        best[at] = sum + weight
        last[at] = index
      }
  }
  return chain(previous, endOf(best, last, size))
}

function endOf(best: Float64Array, last: Int32Array, size: number): number {
  let [sum, end] = [0, -1]
  for (let at = size; at > 0; at -= at & -at)
    if ((best[at] ?? 0) > sum) [sum, end] = [best[at] ?? 0, last[at] ?? -1]
  return end
}

function chain(previous: Int32Array, end: number): number[] {
  const found: number[] = []
  for (let at = end; at >= 0; at = previous[at] ?? -1) found.push(at)
  return found.toReversed()
}
