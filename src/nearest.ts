// The nearest valid word to a mistyped one, for messages: `tilte` gives `title`.

/** The word of the list with the fewest letters to change (Levenshtein distance); the first of equals. */
export function nearest(word: string, list: readonly string[]): string {
  let best = list[0] ?? ''
  for (const candidate of list)
    if (distance(word, candidate) < distance(word, best)) best = candidate
  return best
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of Array.from(a.slice(0, 60)).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(b).entries())
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1)
        )
      )
    row = next
  }
  return row[b.length] ?? 0
}
