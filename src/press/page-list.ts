// Pages as a user names them, `1-8,12` or `iv,1-3`: by the numbers that are printed, or, where a name is none of these, by
// their place.
import { Unable } from '../failure.ts'

/** A page that can be named. */
interface Named {
  number: number
  label: string
}

const RANGE = /^(?<from>[a-z0-9]+)(?:\s*[-–]\s*(?<to>[a-z0-9]+))?$/iu

/**
 * Numbers of the pages, in their order.
 *
 * @throws {Unable} exit 3 for what is no page
 */
export function pagesNamed(list: string, pages: readonly Named[]): number[] {
  const chosen = new Set<number>()
  for (const part of list.split(',').map((d) => d.trim())) {
    const { from, to = from } = RANGE.exec(part)?.groups ?? {}
    const [first, last] = [numberOf(from), numberOf(to)]
    if (first === undefined || last === undefined || last < first)
      throw new Unable(
        3,
        `Unexpected \`--pages ${list}\`, expected pages from ${nameOf(pages[0])} to ${nameOf(pages.at(-1))}, such as \`1-8,12\``
      )
    for (let number = first; number <= last; number += 1) chosen.add(number)
  }
  return [...chosen].toSorted((a, b) => a - b)

  function numberOf(name: string | undefined): number | undefined {
    return pages.find((d) => d.label.toLowerCase() === name?.toLowerCase())?.number
  }
}

function nameOf(page: Named | undefined): string {
  return page?.label ?? 'none'
}
