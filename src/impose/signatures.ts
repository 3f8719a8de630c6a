// A number of pages in, the order of the pages on the sheets out: saddle stitch, all sheets folded once and nested in
// each other. Eight pages are two sheets: 8|1 with 2|7 on its back, and 6|3 with 4|5.

/** Two pages beside each other, left and right; undefined is a blank. */
export type Side = readonly [number | undefined, number | undefined]

/** One sheet of paper, printed on both sides and folded once. */
export interface Sheet {
  /** Lies outside when the sheet is folded. */
  front: Side
  /** Behind the front, turned over about the fold. */
  back: Side
}

/**
 * The sheets of a booklet, from the outermost to the innermost. Blanks, where the pages do not fill the last sheet,
 * stand at the end.
 *
 * @param pages how many pages there are, numbered from 1
 */
export function saddleStitch(pages: number): Sheet[] {
  const count = Math.ceil(pages / 4)
  const last = count * 4
  const page = (number: number) => (number <= pages ? number : undefined)
  return Array.from({ length: count }, (_, i) => ({
    front: [page(last - 2 * i), page(2 * i + 1)],
    back: [page(2 * i + 2), page(last - 2 * i - 1)]
  }))
}
