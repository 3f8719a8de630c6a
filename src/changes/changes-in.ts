// A match of two streams in, the changes between its matches out.

/** A stretch of two streams that holds nothing in common; either side may be empty. */
export interface Change {
  old: readonly [number, number]
  new: readonly [number, number]
}

/**
 * What lies between matches.
 *
 * @param match for each old token the new one that is the same, or -1; in order
 * @param length of the new stream
 */
export function changesIn(match: Int32Array, length: number): Change[] {
  const changes: Change[] = []
  let [from, start] = [0, 0]
  for (let at = 0; at <= match.length; at += 1) {
    const to = at === match.length ? length : (match[at] ?? -1)
    if (to < 0) continue
    if (at > from || to > start) changes.push({ old: [from, at], new: [start, to] })
    from = at + 1
    start = to + 1
  }
  return changes
}
