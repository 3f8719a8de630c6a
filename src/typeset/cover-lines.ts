// Words in, lines of about the same width out, as many as are wanted. A line costs the cube of its width, so that a wide one
// costs more than two narrow ones save; the cheapest division of the first words is kept for each number of lines.

/** The cheapest division of the words up to one, and where its last line begins. */
interface Division {
  cost: number
  from: number
}

/** @param widthOf of a line with its spaces */
export function divideEvenly(
  words: readonly string[],
  count: number,
  widthOf: (text: string) => number
): string[] {
  const widths = words.map(widthOf)
  const space = widthOf('n n') - 2 * widthOf('n')
  const sums = [0]
  for (const width of widths) sums.push((sums.at(-1) ?? 0) + width + space)
  const costOf = (from: number, to: number) => {
    const width = ((sums[to] ?? 0) - (sums[from] ?? 0)) / 1000
    return width * width * width
  }
  let rows: Division[] = words.map((_, index) => ({ cost: costOf(0, index + 1), from: 0 }))
  const steps = [rows]
  for (let line = 1; line < count; line += 1) {
    const before = rows
    rows = words.map((_, last) => {
      let best: Division = { cost: Number.POSITIVE_INFINITY, from: last }
      for (let from = line; from <= last; from += 1) {
        const cost = (before[from - 1]?.cost ?? 0) + costOf(from, last + 1)
        if (cost < best.cost) best = { cost, from }
      }
      return best
    })
    steps.push(rows)
  }
  const lines: string[] = []
  let end = words.length
  for (const step of steps.toReversed()) {
    const from = step[end - 1]?.from ?? 0
    lines.unshift(words.slice(from, end).join(' '))
    end = from
  }
  return lines
}
