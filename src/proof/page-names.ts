// What the pages of a proof are called: the labels that readers know them by, or their numbers where there is none.
import type { Proof } from '../proof.ts'

/** Names of pages, by their number. */
export interface PageNames {
  old: (number: number) => string
  new: (number: number) => string
}

export function pageNames({ pages }: Pick<Proof, 'pages'>): PageNames {
  const [old, now] = [new Map<number, string>(), new Map<number, string>()]
  for (const page of pages) {
    if (page.old !== undefined && page.oldLabel) old.set(page.old, page.oldLabel)
    if (page.new !== undefined && page.newLabel) now.set(page.new, page.newLabel)
  }
  const nameIn = (names: ReadonlyMap<number, string>) => (number: number) =>
    names.get(number) ?? `[${number}]`
  return { old: nameIn(old), new: nameIn(now) }
}

/** `4, 6–9`: those that follow each other as one; `''` for none. */
export function rangesOf(numbers: readonly number[], name: (number: number) => string): string {
  const ranges: [number, number][] = []
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`))
    .join(', ')
}

/** `page 4`, `pages 4, 6–9`. */
export function pagesSaid(numbers: readonly number[], name: (number: number) => string): string {
  return `page${numbers.length === 1 ? '' : 's'} ${rangesOf(numbers, name)}`
}
