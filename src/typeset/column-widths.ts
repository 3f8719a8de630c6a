// How wide the columns of a table are: as wide as they would like to be where there is room, otherwise each its longest
// word and a share of what is left (CSS 2, 17.5.2.2, automatic table layout).

/** What a cell needs. */
export interface Need {
  column: number
  columns: number
  /** Its longest word, and all its text on one line, with the room at its sides. */
  least: number
  most: number
}

/** @returns a width for each column, at most `room` in all */
export function columnWidths(count: number, needs: readonly Need[], room: number): number[] {
  const least = Array.from({ length: count }, () => 0)
  const most = Array.from({ length: count }, () => 0)
  for (const need of needs.toSorted((a, b) => a.columns - b.columns)) {
    widen(least, need, need.least)
    widen(most, need, need.most)
  }
  const wanted = most.map((d, index) => Math.max(d, least[index] ?? 0))
  if (sum(wanted) <= room) return wanted
  const floor = sum(least)
  if (floor >= room) return least.map((d) => (d * room) / (floor || 1))
  const share = (room - floor) / (sum(wanted) - floor)
  return least.map((d, index) => d + ((wanted[index] ?? d) - d) * share)
}

/** The columns that a cell spans are together as wide as it needs: what is missing is shared out evenly. */
function widen(widths: number[], { column, columns }: Need, needed: number): void {
  const missing = needed - sum(widths.slice(column, column + columns))
  if (missing <= 0) return
  for (let index = column; index < column + columns; index += 1)
    widths[index] = (widths[index] ?? 0) + missing / columns
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, d) => total + d, 0)
}
