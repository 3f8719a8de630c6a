// The folios of the pages in, the page labels of the PDF out (ISO 32000-1, 12.4.2): what a reader shows beside the page
// and takes when told to go there. Pages without a folio have an empty label: `['', 'ii', '1', '2']` is three ranges.

/** A run of pages that count on from each other. */
export interface LabelRange {
  /** Place in the PDF of its first page, from 0. */
  start: number
  /** `D` 1, 2, 3 · `r` i, ii, iii · undefined: only the prefix. */
  style?: 'D' | 'r'
  /** Number of its first page. */
  first?: number
  /** Stands before the number, or instead of it. */
  prefix?: string
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
  ['c', 100]
])

/** The shortest list of ranges that gives these folios. */
export function pageLabels(folios: readonly string[]): readonly LabelRange[] {
  const ranges: LabelRange[] = []
  for (const [start, folio] of folios.entries()) {
    const last = ranges.at(-1)
    const range = rangeOf(start, folio)
    const next = last?.first === undefined ? undefined : last.first + start - last.start
    const goesOn =
      last?.style === range.style && next === range.first && last?.prefix === range.prefix
    if (!last || !goesOn) ranges.push(range)
  }
  return ranges
}

function rangeOf(start: number, folio: string): LabelRange {
  if (/^[1-9]\d{0,5}$/u.test(folio)) return { start, style: 'D', first: Number(folio) }
  const roman = fromRoman(folio)
  if (roman > 0 && toRoman(roman) === folio) return { start, style: 'r', first: roman }
  return { start, prefix: folio }
}

function fromRoman(folio: string): number {
  const values = [...folio].map((d) => DIGITS.get(d) ?? Number.NaN)
  return values.reduce((sum, d, i) => (d < (values[i + 1] ?? 0) ? sum - d : sum + d), 0)
}

function toRoman(number: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i']
  ]
  const [value, letters] = steps.find(([d]) => d <= number) ?? [0, '']
  return value === 0 ? '' : letters + toRoman(number - value)
}
